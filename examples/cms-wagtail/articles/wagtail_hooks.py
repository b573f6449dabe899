"""The panel's contents by themselves: the editor fetches them after every saved draft."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import path
from wagtail import hooks

from articles.models import ArticlePage
from articles.panels import sheet_for


def fact_check(request: HttpRequest, page_id: int) -> HttpResponse:
    """The sheet of the newest draft."""
    page = get_object_or_404(ArticlePage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        return HttpResponse(status=403)
    draft = page.get_latest_revision_as_object()
    return render(request, "articles/sheet.html", {"sheet": sheet_for(draft, draft.payload())})


@hooks.register("register_admin_urls")
def admin_urls() -> list[object]:
    return [path("fact-check/<int:page_id>/", fact_check, name="fact_check")]
