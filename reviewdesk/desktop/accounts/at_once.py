"""Asks what several accounts are to have, and has it done in one step."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewdesk.desktop.account.tier_sheet import TierSheet
from reviewdesk.desktop.accounts.ask_one import AskChoice, AskWords
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.account import AccountStatus, Tier
from reviewdesk.domain.custom_field import CustomField, FieldKind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.accounts_at_once import AccountsAtOnceService, DoneAtOnce
from reviewdesk.services.custom_values import NO, YES
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.own_columns import field_of

_MONTHS: Final = (1, 2, 3, 4, 6, 12, 24)


class AtOnce(QObject):
    """Changes the accounts that are selected.

    Signals:
        remarked: a sentence about accounts that stayed as before.
    """

    remarked = Signal(str)

    def __init__(self, page: QWidget, service: AccountsAtOnceService, tasks: Tasks) -> None:
        super().__init__(page)
        self._page = page
        self._service = service
        self._tasks = tasks
        self.sheet: Sheet | None = None

    def ask(self, what: str, account_ids: Collection[UUID], known: Sequence[str] = ()) -> None:
        """Ask for what these accounts are to have; `known` are the words to complete from."""
        ids = tuple(account_ids)
        if not ids:
            return
        if what == "archive":
            self._run(partial(self._service.archive, ids))
            return
        sheet = self._sheet(what, ids, known)
        self.sheet = sheet
        sheet.finished.connect(self._forget)
        sheet.open()

    def ask_own(self, field: CustomField, account_ids: Collection[UUID]) -> None:
        """Ask for what is to stand in a field of the person's own of these accounts."""
        ids = tuple(account_ids)
        if not ids:
            return
        sheet = self._own_sheet(field, len(ids))
        sheet.answered.connect(partial(self._put_own, ids, field.id))
        self.sheet = sheet
        sheet.finished.connect(self._forget)
        sheet.open()

    def _own_sheet(self, field: CustomField, count: int) -> AskChoice | AskWords:
        title, verb = self._of(field.name, count), self.tr("Set it")
        if field.kind in (FieldKind.CHOICE, FieldKind.YES_NO):
            choices = field.choices if field.kind is FieldKind.CHOICE else (YES, NO)
            nothing = ("", self.tr("nothing"))
            return AskChoice(title, verb, field.name, [nothing, *((each, each) for each in choices)], self._page)
        hints = {FieldKind.NUMBER: self.tr("12500 or 12.5"), FieldKind.DAY: self.tr("3 Mar 2026")}
        hint = hints.get(field.kind) or self.tr("Empty takes out what stands there")
        return AskWords(title, verb, field.name, self._page, hint=hint)

    def _put_own(self, ids: tuple[UUID, ...], field_id: UUID, text: str) -> None:
        self._run(partial(self._service.put_own, ids, field_id, text))

    def put_in_cell(self, account_id: UUID, key: str, text: str) -> None:
        """Put what was typed where it stands in the list."""
        field_id = field_of(key)
        if field_id is not None:
            self._put_own((account_id,), field_id, text)

    def _sheet(self, what: str, ids: tuple[UUID, ...], known: Sequence[str]) -> Sheet:
        if what == "tier":
            by_hand = TierSheet(None, "", self._page)
            by_hand.chosen.connect(partial(self._set_tier, ids))
            return by_hand
        if what in ("status", "interval_months"):
            chosen = self._choice(what, len(ids))
            chosen.answered.connect(partial(self._change, what, ids))
            return chosen
        typed = self._words(what, len(ids), known)
        typed.answered.connect(partial(self._take_words, what, ids))
        return typed

    def _choice(self, what: str, count: int) -> AskChoice:
        verb = self.tr("Set it")
        if what == "status":
            choices = [(each.value, each.value) for each in AccountStatus]
            return AskChoice(self._of(self.tr("Status"), count), verb, self.tr("Status"), choices, self._page)
        months = [(str(each), self.tr("every {n} months").format(n=each)) for each in _MONTHS]
        every = [("", self.tr("as its tier says")), ("1", self.tr("every month")), *months[1:]]
        return AskChoice(self._of(self.tr("Review interval"), count), verb, self.tr("Review"), every, self._page)

    def _words(self, what: str, count: int, known: Sequence[str]) -> AskWords:
        several = self.tr("Several with commas between them")
        wanted = {
            "owner": (self.tr("Owner"), self.tr("Set it"), self.tr("Owner"), self.tr("Empty for nobody")),
            "industry": (self.tr("Industry"), self.tr("Set it"), self.tr("Industry"), ""),
            "country": (self.tr("Country"), self.tr("Set it"), self.tr("Country"), ""),
            "add_tags": (self.tr("Add tags"), self.tr("Add"), self.tr("Tags"), several),
            "remove_tags": (self.tr("Remove tags"), self.tr("Remove"), self.tr("Tags"), several),
        }
        title, verb, label, hint = wanted[what]
        return AskWords(self._of(title, count), verb, label, self._page, known=known, hint=hint)

    def _of(self, title: str, count: int) -> str:
        return title if count == 1 else self.tr("{what} of {n} accounts").format(what=title, n=f"{count:,}")

    def _take_words(self, what: str, ids: tuple[UUID, ...], text: str) -> None:
        does: dict[str, Callable[[tuple[UUID, ...], str], Outcome[DoneAtOnce]]] = {
            "owner": self._service.set_owner,
            "add_tags": self._service.add_tags,
            "remove_tags": self._service.remove_tags,
        }
        if what in does:
            self._run(partial(does[what], ids, text))
        else:
            self._change(what, ids, text)

    def _change(self, what: str, ids: tuple[UUID, ...], text: str) -> None:
        self._run(partial(self._service.change, ids, what, text))

    def _set_tier(self, ids: tuple[UUID, ...], tier: Tier, because: str) -> None:
        self._run(partial(self._service.set_tier, ids, tier, because=because))

    def _run(self, work: Callable[[], Outcome[DoneAtOnce]]) -> None:
        self._tasks.run(work, self._done, self._page, lane=Lane.WRITE, failed=self._refused)

    def _done(self, done: Outcome[DoneAtOnce]) -> None:
        if self.sheet is not None:
            self.sheet.accept()
        if done.value.words:
            self.remarked.emit(done.value.words)

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self.remarked.emit(str(error))

    def _forget(self) -> None:
        self.sheet = None
