"""A file that is not taken, and why."""
from __future__ import annotations


class EvidenceRefused(Exception):
    """A file that is not taken. `reason`: too_large, too_many, type (also type_empty, type_svg, type_html, type_archive,
    type_program), csv (a table that is no roster), mixed, bomb, pdf_active; a sentence for each stands in
    content/words/channel.yml (`refused_<reason>`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
