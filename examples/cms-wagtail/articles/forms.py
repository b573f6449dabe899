"""The form of an article: publishing it runs the linter."""

from __future__ import annotations

from typing import Any

from django import forms
from wagtail.admin.forms import WagtailAdminPageForm

from articles.fact_check import opposing, payload_of, report_on


class ArticleForm(WagtailAdminPageForm):
    """Stops a publication with errors, unless a reason is given."""

    override_reason = forms.CharField(
        required=False,
        max_length=500,
        label="Publish all the same, because",
        help_text="Who confirmed the figures, or where they are from. Kept with the article.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        if "action-publish" in self.data:
            self.checked = payload_of(cleaned)
            opposed = opposing(self.instance, report_on(self.instance, self.checked))
            if opposed and not (cleaned.get("override_reason") or "").strip():
                told = "An error stands" if len(opposed) == 1 else f"{len(opposed)} errors stand"
                self.add_error("override_reason", f"{told} in this article. Correct it, or say why it is right.")
        return cleaned

    def save(self, commit: bool = True) -> Any:
        if "action-publish" in self.data:
            self.instance.reason = self.cleaned_data["override_reason"].strip()
        return super().save(commit=commit)
