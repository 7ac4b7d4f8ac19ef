"""The letters a concern asks for: composed from the concern, from its account, or from anywhere."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt

from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.drafting import open_draft
from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.letters.form import LetterKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.letters.composing import Composing
    from reviewdesk.desktop.letters.concern_sheet import ConcernSheet
    from reviewdesk.domain.letters.form import Typed
    from reviewdesk.services.account_values import AccountBrief
    from reviewdesk.services.draft_files import WrittenDraft
    from reviewdesk.services.letter_values import WrittenLetter
    from reviewdesk.services.print_outs import PrintOut

FIRST_ANSWER: Final = "first_answer"
RECOVERY: Final = "recovery_letter"
_KINDS: Final = {FIRST_ANSWER: LetterKind.FIRST_ANSWER, RECOVERY: LetterKind.RECOVERY}
_TITLES: Final = {LetterKind.FIRST_ANSWER: "First answer", LetterKind.RECOVERY: "Recovery letter"}


def letter_commands() -> tuple[Command, ...]:
    """Give a command for each letter."""
    group, words = Group.ADD, "complaint concern letter write reply sorry apology mail"
    return (
        Command(FIRST_ANSWER, "First answer to a concern…", group, ("Ctrl+Alt+A",), "mail", section=2, words=words),
        Command(RECOVERY, "Recovery letter…", group, (), "mail", section=2, words=words),
    )


class LetterWays(QObject):
    """Leads to where a letter is composed, and shows it once it is written."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.sheet: ConcernSheet | None = None

    @cached_property
    def composing(self) -> Composing:
        """Where letters are composed."""
        from reviewdesk.desktop.letters.composing import Composing

        desk, services = self._desk, self._desk.services
        made = Composing(desk.shell, services.letters, services.drafts, desk.tasks)
        made.setParent(self)
        made.written.connect(self._show)
        return made

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {each: partial(self.compose, kind) for each, kind in _KINDS.items()}

    def compose(self, kind: LetterKind) -> None:
        """Compose a letter for a concern of the account that is shown; elsewhere ask for one first."""
        account_id = self._desk.account_shown()
        if account_id is not None:
            self.compose_for(kind, account_id)
        else:
            self._desk.account_ways.ask_for(_TITLES[kind], partial(self.compose_for, kind))

    def compose_for(self, kind: LetterKind, account_id: UUID) -> None:
        """Compose a letter for an account: about its one open concern, else about the one that is chosen."""
        self._desk.flush()
        read = partial(self._desk.services.accounts.brief, account_id)
        self._desk.tasks.run(read, partial(self._choose, kind), self, newest="letter for")

    def ask_about(self, concern_id: UUID, kind: LetterKind) -> None:
        """Compose a letter about a concern."""
        self._desk.flush()
        self.composing.begin(concern_id, kind)

    def _choose(self, kind: LetterKind, brief: AccountBrief) -> None:
        found = brief.open_concerns
        if not found:
            said = f"{brief.account.name} has no open concern. Add it first, in their words."
            self._desk.tasks.told.emit(RefusedError(said))
        elif len(found) == 1:
            self.composing.begin(found[0].id, kind)
        else:
            from reviewdesk.desktop.letters.concern_sheet import ConcernSheet

            title = f"{_TITLES[kind]} to {brief.account.name}"
            self.sheet = ConcernSheet(title, found, brief.today, self._desk.shell)
            self.sheet.chosen.connect(partial(self._chosen, kind))
            self.sheet.finished.connect(self._left)
            self.sheet.open()

    def _chosen(self, kind: LetterKind, concern_id: UUID) -> None:
        self.composing.begin(concern_id, kind)

    def _left(self) -> None:
        self.sheet = None

    def _show(self, typed: Typed, written: WrittenLetter) -> None:
        """Show the letter as it is kept, from where it is printed, saved or mailed; offer what is done with it."""
        tell = partial(self._tell, typed.kind, written)
        self._desk.pages.document.paper_ready.connect(tell, Qt.ConnectionType.SingleShotConnection)
        title, make = _TITLES[typed.kind], partial(_as_kept, written.letter)
        self._desk.exchange.papers.open(title, make, mail=partial(self._mail, typed))

    def _tell(self, kind: LetterKind, written: WrittenLetter) -> None:
        if kind is LetterKind.FIRST_ANSWER:
            said = self.tr("The first answer is kept on the concern, which is acknowledged. Print or mail it here.")
        else:
            said = self.tr("The recovery letter is kept on the concern. Print or mail it here.")
        if written.does is None:
            self._desk.tell(said)
        else:
            then = partial(self._do, written.does)
            self._desk.shell.tell(said, Tone.GOOD, action=self.tr("Its follow-up is done"), then=then)

    def _do(self, follow_up_id: UUID) -> None:
        done = partial(self._desk.services.follow_ups.done, follow_up_id)
        self._desk.tasks.run(done, None, self, lane=Lane.WRITE)

    def _mail(self, typed: Typed) -> None:
        work = partial(self._desk.services.letters.mail, typed)
        self._desk.tasks.run(work, self._mailed, self, lane=Lane.DOCUMENTS)

    def _mailed(self, draft: WrittenDraft) -> None:
        self._desk.tell(open_draft(draft, self))


def _as_kept(letter: PrintOut) -> PrintOut:
    return letter
