"""The front page, its articles, the report on every revision, and what editors published all the same."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, Revision

from articles.fact_check import opposing, payload_of, report_on, restored, stored
from articles.forms import ArticleForm
from articles.panels import FactCheckPanel


class FrontPage(Page):
    """The list of articles."""

    max_count = 1
    subpage_types = ["articles.ArticlePage"]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        articles = ArticlePage.objects.child_of(self).live().order_by("-date")
        return {**super().get_context(request, *args, **kwargs), "articles": articles}


class ArticlePage(Page):
    """An article. Every saved revision is checked; one with errors is published only for a reason."""

    deck = models.CharField(max_length=300, blank=True)
    date = models.DateField(default=dt.date.today)
    body = RichTextField(features=["h2", "h3", "bold", "italic", "ol", "ul", "link"])

    reason = ""
    """Why the revision that is being saved is to be published in spite of its errors."""

    parent_page_types = ["articles.FrontPage"]
    subpage_types: list[str] = []
    base_form_class = ArticleForm
    content_panels = [
        *Page.content_panels,
        FieldPanel("deck"),
        FieldPanel("date"),
        FieldPanel("body"),
        FactCheckPanel(),
    ]

    def payload(self) -> dict[str, str]:
        """What the linter reads of this page."""
        return payload_of({name: getattr(self, name) for name in ("title", "deck", "date", "body")})

    def save_revision(self, *args: Any, **kwargs: Any) -> Revision:
        """Save a revision and the report on it; errors that were published for a reason are written down."""
        with transaction.atomic():
            revision: Revision = super().save_revision(*args, **kwargs)
            report = report_on(self, self.payload())
            FactCheck.objects.update_or_create(revision=revision, defaults={"report": stored(report)})
            for finding in opposing(self, report) if self.reason else ():
                Override.objects.create(
                    page=self, fingerprint=finding.fingerprint, reason=self.reason, user=kwargs.get("user")
                )
        return revision

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> Any:
        """Publish a revision, however that was asked for: in bulk, on schedule, from the history."""
        check = FactCheck.objects.filter(revision=revision).first()
        if check and opposing(self, restored(check.report)):
            raise PermissionDenied(
                "Figures of this revision contradict each other: publish it from the editor, with a reason."
            )
        return super().publish(revision, *args, **kwargs)


class FactCheck(models.Model):
    """The report on one revision."""

    revision = models.OneToOneField(Revision, on_delete=models.CASCADE, related_name="fact_check")
    report = models.JSONField()


class Override(models.Model):
    """An error that an editor let pass. The fingerprint is another once its sentence has changed."""

    page = models.ForeignKey(ArticlePage, on_delete=models.CASCADE, related_name="overrides")
    fingerprint = models.CharField(max_length=64)
    reason = models.CharField(max_length=500)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "fingerprint"], name="one_override_for_each_error")]
