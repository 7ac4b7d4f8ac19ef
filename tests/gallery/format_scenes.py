"""Summaries at once and a client's own templates, as scenes."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from reviewdesk.services.batch_values import BatchResult, NotWritten
from tests.gallery.scene import Scene

if TYPE_CHECKING:
    from tests.gallery.studio import Studio


def scenes() -> tuple[Scene, ...]:
    """Give the sheets over the sample book."""
    return (
        Scene("summaries-at-once", show_batch),
        Scene("summaries-at-once-writing", show_writing),
        Scene("summaries-at-once-done", show_done),
        Scene("document-templates", show_templates),
    )


def empty_scenes() -> tuple[Scene, ...]:
    """Give the sheets over an empty book."""
    return (Scene("summaries-at-once-empty", show_batch), Scene("document-templates-empty", show_no_templates))


def ugly_scenes() -> tuple[Scene, ...]:
    """Give the sheets over the book that strains them."""
    return (Scene("summaries-at-once-ugly", show_batch),)


def show_batch(studio: Studio) -> None:
    """Ask which summaries are written."""
    studio.desk.go("today")
    studio.desk.exchange.batch.show()


def show_writing(studio: Studio) -> None:
    """Show how far it is."""
    show_batch(studio)
    studio.settle(lambda: bool(studio.sheets()))
    sheet = studio.sheets()[0]
    sheet.show_begun()
    sheet.show_progress(len(sheet.shown) // 3, len(sheet.shown))


def show_done(studio: Studio) -> None:
    """Show what came of it, with two that were not written."""
    show_batch(studio)
    studio.settle(lambda: bool(studio.sheets()))
    sheet = studio.sheets()[0]
    sheet.show_begun()
    rows = sheet.shown
    left = (
        NotWritten(rows[0].summary_id, rows[0].account, "“Globex Corporation” (another account)", is_leak=True),
        NotWritten(rows[1].summary_id, rows[1].account, "“Initech” (a rival), “margin 22 %” (an internal value)", True),
    )
    sheet.show_result(BatchResult(Path("Documents") / "2026 Q4", tuple(Path(f"{n}") for n in range(24)), left, 12))


def show_templates(studio: Studio) -> None:
    """Show templates that are kept."""
    for name in ("Client report.docx", "Board paper of the Nordic group.docx"):
        made = Document()
        made.add_paragraph("For {{account}}")
        path = Path(tempfile.mkdtemp()) / name
        made.save(str(path))
        studio.services.document_templates.add(path)
    show_no_templates(studio)


def show_no_templates(studio: Studio) -> None:
    """Show what a template may ask for."""
    studio.desk.go("today")
    studio.desk.exchange.templates.show()
