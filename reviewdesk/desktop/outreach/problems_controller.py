"""Keeps the shared problems on the Outreach page and the book the same."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.calls.call_log import Called
from reviewdesk.desktop.in_sight import in_sight
from reviewdesk.desktop.outreach.problem_model import Offered, Problem, Proposed, Sharing, Ways
from reviewdesk.desktop.outreach.problem_sheets import ProblemSheet, WordsSheet
from reviewdesk.desktop.outreach.view import OutreachView
from reviewdesk.desktop.outreach.ways_sheet import WaysSheet
from reviewdesk.desktop.outreach.who_else_sheet import WhoElseSheet
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.desktop.widgets.sheet import Sheet
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.notes.past_days import read_past_day
from reviewdesk.domain.shared_problem import Cause, CauseBy, Reach, Remedy, SharedProblem
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.shared_problem_values import ToCallAbout
from reviewdesk.services.shared_problems import SharedProblemService

_CONCERNED: Final = (Kind.SHARED_PROBLEM, Kind.AFFECTED, Kind.ACCOUNT, Kind.PERSON, Kind.CONCERN)
_AT_ONCE: Final = {"reached": Reach.REACHED, "fixed": Reach.FIXED, "unreachable": Reach.UNREACHABLE, "open": Reach.OPEN}


class ProblemsController(QObject):
    """Finds who else is affected, and notes what has become of each.

    Signals:
        account_asked: the id of the account to open.
        pick_asked: an account is to be picked: the title, and what is done with its id.
        started: an outreach was begun.
        proposal_started: the proposal from which one was begun.
        call_asked: a call to be logged: the id of the account, and what it is about.
        ended: the id of a shared problem whose outreach has ended.
    """

    account_asked = Signal(object)
    pick_asked = Signal(str, object)
    started = Signal()
    proposal_started = Signal(object)
    call_asked = Signal(object, object)
    ended = Signal(object)

    def __init__(
        self, view: OutreachView, problems: SharedProblemService, accounts: AccountService, tasks: Tasks
    ) -> None:
        super().__init__(view)
        self.view = view
        self.sheet: Sheet | None = None
        self._problems, self._accounts, self._tasks = problems, accounts, tasks
        self._picked: tuple[UUID, ...] = ()
        self._proposed: Proposed | None = None
        self._wanted: UUID | None = None
        view.shared.acted.connect(self._act)
        view.shared.end_asked.connect(self._ask_end)
        view.shared.change_asked.connect(self._ask_change)
        tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Show the shared problems as they stand."""
        self._tasks.run(self._problems.problems, self._show, self, newest="shared problems")

    def go_to(self, problem_id: UUID) -> None:
        """Go to a shared problem once the page shows it."""
        self._wanted = problem_id
        self.show_page()

    def _show(self, found: tuple[Problem, ...]) -> None:
        self.view.show_problems(found, self._accounts.today())
        if self._wanted is not None:
            self.view.go_to_problem(self._wanted)
            self._wanted = None

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and in_sight(self.view):
            self.show_page()

    # ------------------------------------------------------------ beginning

    def look_at(self, proposed: Proposed) -> None:
        """Ask whether the concerns that were proposed are one problem, with their accounts taken in."""
        read = partial(self._problems.offered_again, proposed.concern_id, proposed.account_ids)
        self._tasks.run(read, partial(self._open_proposed, proposed), self, newest="who else")

    def _open_proposed(self, proposed: Proposed, offered: Offered) -> None:
        self._open_who_else(offered)
        self._proposed = proposed
        if isinstance(self.sheet, WhoElseSheet):
            self._picked = offered.causes[0].account_ids
            said = CauseBy.HAND, CauseBy.WORDS
            self.sheet.causes.set_on([str(at) for at, each in enumerate(offered.causes) if each.by in said])

    def ask_who_else(self, concern_id: UUID) -> None:
        """Ask who else is affected by the cause of a concern."""
        self._proposed = None
        self._tasks.run(partial(self._problems.offered, concern_id), self._open_who_else, self, newest="who else")

    def ask_who_is_next(self, account_id: UUID) -> None:
        """Ask who shares the causes of a loss, and so may be next."""
        self._proposed = None
        work = partial(self._problems.offered_after_loss, account_id)
        self._tasks.run(work, self._open_who_else, self, newest="who else")

    def _open_who_else(self, offered: Offered) -> None:
        sheet = WhoElseSheet(offered, self.view.window())
        self._picked = ()
        sheet.looked.connect(partial(self._look, sheet, offered))
        sheet.hand_asked.connect(partial(self._pick, sheet))
        sheet.values_asked.connect(partial(self._offer_values, sheet))
        sheet.filled.connect(partial(self._start, sheet, offered))
        self._offer_values(sheet, CauseBy.LOT)
        self._open(sheet)

    def _offer_values(self, sheet: WhoElseSheet, by: CauseBy) -> None:
        self._tasks.run(partial(self._problems.known_values, by), sheet.offer_values, sheet, newest="known values")

    def _look(self, sheet: WhoElseSheet, offered: Offered, causes: Sequence[Cause], since: str, until: str) -> None:
        within = self._within(sheet, causes, since, until)
        if within is not None:
            work = partial(self._problems.look_for, within, offered.account_id)
            self._tasks.run(work, partial(self._show_found, sheet), sheet, newest="who shares")

    def _show_found(self, sheet: WhoElseSheet, found: tuple[tuple[Sharing, ...], str]) -> None:
        sheet.show_found(*found)

    def _within(self, sheet: WhoElseSheet, causes: Sequence[Cause], since: str, until: str) -> tuple[Cause, ...] | None:
        """Give the causes within the days; nothing where a day cannot be read, which is said."""
        days = [read_past_day(words, self._accounts.today()) for words in (since, until)]
        for words, day in zip((since, until), days, strict=True):
            if words.strip() and day is None:
                sheet.refuse(
                    self.tr("“{words}” is no day that has been. Write 1 Sep, or 8 weeks ago.").format(words=words)
                )
                return None
        first, last = days
        return tuple(
            each if each.by is CauseBy.HAND else Cause(by=each.by, value=each.value, since=first, until=last)
            for each in causes
        )

    def _pick(self, sheet: WhoElseSheet) -> None:
        self.pick_asked.emit(self.tr("Who is affected"), partial(self._take, sheet))

    def _take(self, sheet: WhoElseSheet, account_id: UUID) -> None:
        self._picked = tuple(dict.fromkeys((*self._picked, account_id)))
        sheet.add_by_hand(Cause(by=CauseBy.HAND, account_ids=self._picked))

    def _start(
        self, sheet: WhoElseSheet, offered: Offered, name: str, causes: Sequence[Cause], remedy: Remedy, words: str
    ) -> None:
        within = self._within(sheet, causes, sheet.since.value(), sheet.until.value())
        if within is None:
            return
        if offered.concern_id is not None:
            work = partial(self._problems.start, offered.concern_id, name, within, remedy, words)
        else:
            work = partial(self._problems.start_after_loss, offered.account_id, name, within, remedy, words)
        self._tasks.run(work, self._begun, self, lane=Lane.WRITE, failed=self._refused)

    def _begun(self, outcome: Outcome[SharedProblem]) -> None:
        self._done(outcome)
        self._wanted = outcome.value.id
        if self._proposed is not None:
            self.proposal_started.emit(self._proposed)
        self._proposed = None
        self.started.emit()

    # ------------------------------------------------------------ each account

    def _ask_change(self, found: Problem) -> None:
        sheet = ProblemSheet(found.problem, self.view.window())
        sheet.filled.connect(partial(self._change, found.problem.id))
        self._open(sheet)

    def _change(self, problem_id: UUID, fields: dict[str, object]) -> None:
        self._write(partial(self._problems.change, problem_id, **fields))

    def _act(self, affected_id: UUID, action: str) -> None:
        if action in _AT_ONCE:
            self._write(partial(self._problems.settle, affected_id, _AT_ONCE[action]))
        elif action == "log":
            self.ask_call(affected_id)
        elif action == "ways":
            self._tasks.run(partial(self._problems.ways, affected_id), self._open_ways, self, newest="ways")
        elif action == "tried":
            self._ask_words(
                self.tr("Not reached yet"), self.tr("What was left or said"),
                lambda words, channel: self._problems.attempt(affected_id, channel, words), also="channel",
            )  # fmt: skip
        elif action == "given":
            self._ask_words(
                self.tr("What they were given"), self.tr("What"),
                partial(self._problems.give, affected_id), also="amount",
            )  # fmt: skip
        elif action == "not_affected":
            self._ask_words(
                self.tr("Not affected"), self.tr("Why"),
                lambda words, _: self._problems.settle(affected_id, Reach.NOT_AFFECTED, words),
            )  # fmt: skip
        elif action == "safety":
            self._ask_words(
                self.tr("They want no marketing. Why does safety come first?"), self.tr("Why"),
                lambda words, _: self._problems.override(affected_id, words),
            )  # fmt: skip

    def ask_call(self, affected_id: UUID) -> None:
        """Log a call to an account of an outreach, with what to say in sight."""
        self._tasks.run(partial(self._problems.call_about, affected_id), self._begin_call, self, newest="call about")

    def _begin_call(self, about: ToCallAbout) -> None:
        reaches = about.affected_id if about.is_open else None
        self.call_asked.emit(about.account_id, Called(about.says, person_id=about.person_id, reaches=reaches))

    def _open_ways(self, ways: Ways) -> None:
        today = self._accounts.today()
        sheet = WaysSheet(ways, today, self._accounts.day_meant, self.view.window())
        sheet.filled.connect(partial(self._keep_ways, ways.affected.id))
        self._open(sheet)

    def _keep_ways(self, affected_id: UUID, fields: dict[str, object]) -> None:
        self._write(partial(self._problems.change_ways, affected_id, **fields))

    def _ask_end(self, problem_id: UUID, left: int) -> None:
        if not left:
            self._end(problem_id, "")
            return
        sheet = WordsSheet(
            self.tr("Stop before everybody was reached"), self.tr("Note it"), self.tr("Why"), self.view.window()
        )
        sheet.filled.connect(partial(self._end, problem_id))
        self._open(sheet)

    def _end(self, problem_id: UUID, why: str, _second: str = "") -> None:
        work, done = partial(self._problems.end, problem_id, why), partial(self._has_ended, problem_id)
        self._tasks.run(work, done, self, lane=Lane.WRITE, failed=self._refused)

    def _has_ended(self, problem_id: UUID, outcome: object) -> None:
        self._done(outcome)
        self.ended.emit(problem_id)

    def _ask_words(self, title: str, label: str, do: Callable[[str, str], object], *, also: str = "") -> None:
        sheet = WordsSheet(title, self.tr("Note it"), label, self.view.window(), also=also)
        sheet.filled.connect(partial(self._note, do))
        self._open(sheet)

    def _note(self, do: Callable[[str, str], object], words: str, second: str) -> None:
        self._write(partial(do, words, second))

    def _open(self, sheet: Sheet) -> None:
        self.sheet = sheet
        sheet.finished.connect(self._left)
        sheet.open()

    def _left(self) -> None:
        self.sheet = None

    def _write(self, work: Callable[[], Any]) -> None:
        self._tasks.run(work, self._done, self, lane=Lane.WRITE, failed=self._refused)

    def _done(self, _outcome: object) -> None:
        if self.sheet is not None:
            self.sheet.accept()

    def _refused(self, error: ReviewDeskError) -> None:
        if self.sheet is not None:
            self.sheet.refuse(str(error))
        else:
            self._tasks.told.emit(error)
