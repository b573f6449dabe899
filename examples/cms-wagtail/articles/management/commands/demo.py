"""``manage.py demo``: sets the site up, with an editor and a draft to check, and serves it."""

from __future__ import annotations

import datetime as dt
import secrets
from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from wagtail.models import Page, Site

from articles.models import ArticlePage, FrontPage

DRAFT = (
    '<p data-block-key="demo1">Of 31.1 million cars sold in China in 2024, 15 million were NEVs, or 40.9%. '
    "BYD sold 4.27 million vehicles, up 41.4% from 3.02 million a year earlier.</p>"
)


class Command(BaseCommand):
    """Sets the site up and serves it until it is interrupted."""

    help = "Set up a newsroom with an editor and a draft, and serve it."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="Where to serve.")
        parser.add_argument("--password", help="The editor's password; one is made up otherwise.")

    def handle(self, *args: Any, address: str, password: str | None, **options: Any) -> None:
        call_command("migrate", verbosity=0)
        self._set_up_site()
        users = get_user_model().objects
        if not users.filter(username="editor").exists():
            password = password or secrets.token_urlsafe(9)
            users.create_superuser("editor", password=password)
            self.stdout.write(f"Log in as 'editor' with the password '{password}'.")
        self.stdout.write(f"The admin is at http://{address}/admin/.")
        call_command("runserver", address, use_reloader=False)

    def _set_up_site(self) -> None:
        if FrontPage.objects.exists():
            return
        root = Page.get_first_root_node()
        front = root.add_child(instance=FrontPage(title="The newsroom", slug="newsroom"))
        Site.objects.update(root_page=front, site_name="The newsroom")
        root.get_children().exclude(pk=front.pk).delete()
        draft = ArticlePage(title="NEVs near half of the market", date=dt.date(2025, 1, 14), body=DRAFT, live=False)
        front.add_child(instance=draft)
        draft.save_revision()
