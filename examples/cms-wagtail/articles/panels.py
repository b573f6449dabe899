"""The panel below the body: what the linter says of the article, and the reason to publish it all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static

from articles.fact_check import report_on
from articles.notes import Sheet, sheet_of

if TYPE_CHECKING:
    from articles.models import ArticlePage


def sheet_for(page: ArticlePage, payload: dict[str, str]) -> Sheet:
    """The sheet of a page as it is being edited."""
    overridden = (
        {one.fingerprint: f"{one.reason} ({one.user})" for one in page.overrides.select_related("user")}
        if page.pk
        else {}
    )
    return sheet_of(report_on(page, payload), payload, overridden)


class FactCheckPanel(Panel):
    """Shows the report on the article in the form."""

    def clean_name(self) -> str:
        return "fact_check"

    def on_model_bound(self) -> None:
        self.heading = self.heading or "Fact check"
        self.icon = self.icon or "tasks"

    def get_form_options(self) -> dict[str, Any]:
        return {"fields": ["override_reason"]}

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/fact_check_panel.html"

        @property
        def media(self) -> forms.Media:
            return forms.Media(
                js=[versioned_static("articles/underline.js")],
                css={"all": [versioned_static("articles/fact_check.css")]},
            )

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            payload = getattr(self.form, "checked", None) or self.instance.payload()
            return {**super().get_context_data(parent_context), "sheet": sheet_for(self.instance, payload)}
