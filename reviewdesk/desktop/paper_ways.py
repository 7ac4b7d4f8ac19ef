"""The brief, the pre-read and the meeting sheet: one key makes each and shows it on the page of a document."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.drafting import Drafting, drafting_for
from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.services.print_outs import PrintOut, PrintOutService

BRIEF: Final = "print_brief"
PRE_READ: Final = "print_pre_read"
SHEET: Final = "print_sheet"
PREVIEW: Final = "preview_summary"
OURS: Final = "print_our_summary"
KEYS: Final = {BRIEF: "Alt+B", PRE_READ: "Alt+P", SHEET: "Alt+M", OURS: "Alt+Shift+S"}


def paper_commands() -> tuple[Command, ...]:
    """Give a command for each of them."""
    group = Group.REVIEW
    out = "draft document print wording reword save word powerpoint docx pptx markdown"
    return (
        Command(BRIEF, "Brief as PDF", group, (KEYS[BRIEF],), "file-text", words="print paper prepare our side"),
        Command(
            PRE_READ, "Pre-read as PDF", group, (KEYS[PRE_READ],), "book-open", words="print paper customer agenda"
        ),
        Command(
            SHEET, "Meeting sheet as PDF", group, (KEYS[SHEET],), "notebook-pen", words="print paper by hand notes"
        ),
        Command(
            OURS, "Summary for our side as PDF", group, (KEYS[OURS],), "file-text", words="print paper health stance"
        ),
        Command(PREVIEW, "Preview the summary", group, ("Ctrl+Shift+P",), "eye", words=out),
    )


class PaperWays(QObject):
    """Has a document made for the review or account that is shown, and shows it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {**{each: partial(self.make, each) for each in KEYS}, PREVIEW: self.preview}

    def preview(self) -> None:
        """Show the summary of the review that is shown as its notes would make it now."""
        desk = self._desk
        if desk.shell.page != "review":
            desk.shell.tell(self.tr("Open a review first: its summary is previewed from there."), Tone.NEUTRAL)
            return
        desk.flush()
        desk.pages.document.show_draft(UUID(desk.memory.of_book("review")))
        desk.go("document")

    def open(self, title: str, make: Callable[[], PrintOut], *, mail: Callable[[], None] | None = None) -> None:
        """Show a document that `make` sets from the book as it stands; Back leads to where the person is now."""
        desk = self._desk
        back = partial(desk.open_review, UUID(desk.memory.of_book("review"))) if desk.shell.page == "review" else None
        desk.flush()
        from reviewdesk.desktop.document.sources import Paper

        desk.pages.document.show_paper(Paper(title, make, mail, back))

    def make(self, what: str) -> None:
        """Make it for the review that is shown or the next one of the account that is; else ask for an account."""
        desk, account_id = self._desk, self._desk.account_shown()
        if desk.shell.page == "review":
            self._of_review(what, UUID(desk.memory.of_book("review")))
        elif account_id is not None:
            self.make_for(what, account_id)
        else:
            title = {each.id: each.text for each in paper_commands()}[what]
            desk.account_ways.ask_for(title, partial(self.make_for, what))

    def make_for(self, what: str, account_id: UUID) -> None:
        """Make it for an account."""
        prints: PrintOutService = self._desk.services.print_outs
        if what == BRIEF:
            self.open(self._title(what), partial(prints.brief, account_id))
        else:
            find = partial(prints.last_review if what == OURS else prints.next_review, account_id)
            self._desk.tasks.run(find, partial(self._of_review, what), self)

    def _of_review(self, what: str, review_id: UUID) -> None:
        prints: PrintOutService = self._desk.services.print_outs
        makes: Mapping[str, Callable[[UUID], PrintOut]] = {
            BRIEF: prints.brief_of,
            PRE_READ: prints.pre_read,
            SHEET: prints.meeting_sheet,
            OURS: prints.our_summary,
        }
        mail = partial(self._drafting.pre_read, review_id) if what == PRE_READ else None
        self.open(self._title(what), partial(makes[what], review_id), mail=mail)

    def _title(self, what: str) -> str:
        titles = {BRIEF: self.tr("Brief"), PRE_READ: self.tr("Pre-read"), SHEET: self.tr("Meeting sheet")}
        return titles.get(what, self.tr("Summary for our side"))

    @cached_property
    def _drafting(self) -> Drafting:
        return drafting_for(self._desk, self)
