"""Keeps the page Why price? and the book the same."""

from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.why_price.model import Shown
from reviewdesk.desktop.why_price.step_sheet import StepSheet
from reviewdesk.desktop.why_price.view import WhyPriceView
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.services.price_diagnoses import PriceDiagnosisService
from reviewdesk.services.price_steps import StepTyped

_CONCERNED: Final = (
    Kind.PRICE_DIAGNOSIS, Kind.SWITCH, Kind.ACCOUNT, Kind.CONCERN, Kind.FOLLOW_UP, Kind.COLLEAGUE
)  # fmt: skip


class WhyPriceController(QObject):
    """Keeps what is typed, and shows what follows from it.

    Signals:
        account_asked: the id of the account to open.
    """

    account_asked = Signal(object)

    def __init__(self, view: WhyPriceView, diagnoses: PriceDiagnosisService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._diagnoses, self._tasks = diagnoses, tasks
        self._shown: Shown | None = None
        self.sheet: StepSheet | None = None
        view.begin_asked.connect(self._begin)
        view.typed.connect(self._type)
        view.remove_asked.connect(self._remove)
        view.account_asked.connect(self.account_asked)
        view.step_asked.connect(self._ask_step)
        view.step_done.connect(self._finish)
        view.evidence_asked.connect(self._take_evidence)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show the newest diagnosis."""
        self._tasks.run(self._diagnoses.why, self._show, self, newest="why price")

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        self.view.show_why(shown)

    def flush(self) -> None:
        """Save at once what was typed."""
        for each in self.view.fields.values():
            each.flush()

    @property
    def is_safe(self) -> bool:
        """Say whether everything that was typed here is in the book."""
        return all(each.is_safe for each in self.view.fields.values())

    def _begin(self) -> None:
        self.flush()
        self._tasks.run(self._diagnoses.begin, None, self, lane=Lane.WRITE)

    def _type(self, name: str, text: str) -> None:
        work = partial(self._diagnoses.change, self.view.diagnosis, name, text)
        self._tasks.run(work, partial(self._typed, name), self, lane=Lane.WRITE, failed=partial(self._refused, name))

    def _typed(self, name: str, _outcome: object) -> None:
        self.view.fields[name].show_saved()

    def _refused(self, name: str, error: ReviewDeskError) -> None:
        self.view.fields[name].show_refused(str(error))

    def _ask_step(self) -> None:
        self.flush()
        if self._shown is not None:
            self.sheet = StepSheet(self._shown.accounts, self._shown.colleagues, self.view.window())
            self.sheet.filled.connect(partial(self._add_step, self.view.diagnosis))
            self.sheet.finished.connect(self._left)
            self.sheet.open()

    def _add_step(self, diagnosis_id: UUID, told: StepTyped) -> None:
        work = partial(self._diagnoses.add_step, diagnosis_id, told)
        self._tasks.run(work, self._added, self, lane=Lane.WRITE, failed=self._not_added)

    def _added(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _not_added(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))

    def _left(self) -> None:
        self.sheet = None

    def _finish(self, step_id: UUID) -> None:
        self._tasks.run(partial(self._diagnoses.finish_step, step_id), None, self, lane=Lane.WRITE)

    def _take_evidence(self, switch_id: UUID, question: str) -> None:
        self.flush()
        work = partial(self._diagnoses.take_evidence, self.view.diagnosis, switch_id, question)
        self._tasks.run(work, None, self, lane=Lane.WRITE)

    def _remove(self, diagnosis_id: UUID) -> None:
        self._tasks.run(partial(self._diagnoses.remove, diagnosis_id), None, self, lane=Lane.WRITE)

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()
