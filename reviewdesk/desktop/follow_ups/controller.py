"""Brings the page of follow-ups together with the service that keeps them."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from reviewdesk.desktop.follow_ups.listing import Filter, page_lines
from reviewdesk.desktop.follow_ups.model import Act, Question
from reviewdesk.desktop.follow_ups.questions import asks_first, question_about, question_for_new
from reviewdesk.desktop.follow_ups.view import FollowUpsView
from reviewdesk.desktop.tasks import Lane, Tasks
from reviewdesk.domain.changes import Changes, Kind
from reviewdesk.domain.errors import RefusedError, ReviewDeskError
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.notes import read_day
from reviewdesk.services.colleague_mail import ColleagueMail
from reviewdesk.services.follow_up_desk import FollowUpDesk
from reviewdesk.services.follow_up_rows import FollowUpRow
from reviewdesk.services.follow_ups import FollowUpService, WhatNext
from reviewdesk.services.outcome import Outcome

Answers = Mapping[str, Any]
Work = Callable[[], Outcome[FollowUp]]
_CONCERNED = (Kind.FOLLOW_UP, Kind.ACCOUNT, Kind.COLLEAGUE, Kind.PERSON, Kind.REVIEW, Kind.BOOK)


class FollowUpsController(QObject):
    """Loads what is open and does what the person asks of it.

    Signals:
        follow_up_asked: the account to open, and the follow-up on it.
        import_asked: the person wants to import accounts.
        remind_asked: the account and the person of theirs, if one is named, to make a reminder for.
        change_asked: the change notice a follow-up came from.
        page_asked: the colleague to make a page of all they owe for.
    """

    follow_up_asked = Signal(object, object)
    import_asked = Signal()
    remind_asked = Signal(object, object)
    change_asked = Signal(object)
    page_asked = Signal(object)

    def __init__(self, view: FollowUpsView, follow_ups: FollowUpService, tasks: Tasks) -> None:
        super().__init__(view)
        self.view = view
        self._follow_ups = follow_ups
        self._tasks = tasks
        self._desk: FollowUpDesk | None = None
        self._filter = Filter()
        self._is_adding = False
        self._connect()

    def _connect(self) -> None:
        view = self.view
        view.act_asked.connect(self._act)
        view.answered.connect(self._answer)
        view.day_typed.connect(self._read)
        view.filtered.connect(self._narrow)
        view.opened.connect(self._open)
        view.promise_opened.connect(self._open)
        view.reopen_asked.connect(self._reopen)
        view.mail_asked.connect(self._write_mail)
        view.copy_asked.connect(self._copy_mail)
        view.page_asked.connect(self.page_asked)
        view.import_asked.connect(self.import_asked)
        self._tasks.changed.connect(self._follow)

    def show_page(self) -> None:
        """Load what is open."""
        self._tasks.run(self._follow_ups.desk, self._show, self, newest="desk")

    def start_adding(self) -> None:
        """Ask for a new follow-up as soon as the page is there."""
        self._is_adding = self._desk is None
        if self._desk is not None:
            self._ask_new()

    def _show(self, desk: FollowUpDesk) -> None:
        first = self._desk is None
        self._desk = desk
        self.view.show_lines(page_lines(desk, self._filter))
        if self._is_adding:
            self._is_adding = False
            self._ask_new()
        elif first:
            self.view.go_to_list()

    def _follow(self, changes: Changes, _origin: object) -> None:
        if changes.touch(*_CONCERNED) and self.view.isVisible():
            self.show_page()

    def _narrow(self, words: str, chips: frozenset[str]) -> None:
        self._filter = Filter(words, chips)
        if self._desk is not None:
            self.view.show_lines(page_lines(self._desk, self._filter))

    def _open(self, key: UUID) -> None:
        if self._desk is None:
            return
        accounts = {each.id: each.account_id for each in self._desk.rows}
        accounts |= {each.id: each.account_id for each in self._desk.ledger.promises}
        if key in accounts:
            self.follow_up_asked.emit(accounts[key], key)

    def _reopen(self, key: UUID) -> None:
        self._write(partial(self._follow_ups.reopen, key), self._answered)

    def _act(self, key: UUID | None, act: Act) -> None:
        if act is Act.ADD:
            self._ask_new()
            return
        row = self._row(key)
        if row is None or self._desk is None:
            return
        if act is Act.REMIND:
            self._remind(row)
        elif act is Act.CHANGE:
            self.change_asked.emit(row.change_id)
        elif asks_first(act, row):
            self.view.ask(question_about(act, row, self._desk.colleagues))
        elif act is Act.DONE:
            self._write(partial(self._follow_ups.done, row.id), partial(self._done, row.id))
        else:
            self._write(partial(self._follow_ups.drop, row.id), self._answered)

    def _remind(self, row: FollowUpRow) -> None:
        """Ask for the page of whoever it waits on; nobody is reminded of what waits on me."""
        if row.waits_on is WaitsOn.COLLEAGUE and row.who_id is not None:
            self.page_asked.emit(row.who_id)
        elif row.waits_on is WaitsOn.CUSTOMER and row.is_promise:
            self.remind_asked.emit(row.account_id, row.who_id)
        elif row.waits_on is WaitsOn.CUSTOMER:
            self.view.tell("They never promised this, so it is on no page for them. Mark it as a promise first.")
        else:
            self.view.tell("This waits on you. There is nobody to remind.")

    def _row(self, key: UUID | None) -> FollowUpRow | None:
        rows = self._desk.rows if self._desk is not None else ()
        return next((each for each in rows if each.id == key), None)

    def _ask_new(self, account: str = "", after: str = "") -> None:
        if self._desk is not None and self._desk.accounts:
            self.view.ask(question_for_new(tuple(self._accounts()), self._desk.colleagues, account, after))

    def _accounts(self) -> dict[str, UUID]:
        """Give the accounts by name; those of one name are told apart by a number."""
        named: dict[str, UUID] = {}
        for account_id, name in self._desk.accounts if self._desk is not None else ():
            same = sum(each == name or each.startswith(f"{name} (") for each in named)
            named[f"{name} ({same + 1})" if name in named else name] = account_id
        return named

    def _answer(self, question: Question, answers: Answers) -> None:
        try:
            work = self._work(question, answers)
        except RefusedError as error:
            self.view.refuse(str(error))
            return
        self._write(work, self._answered)

    def _work(self, question: Question, answers: Answers) -> Work:
        if question.key is None:
            return self._adding(answers)
        service, key = self._follow_ups, question.key
        if question.act is Act.MOVE:
            return partial(service.move, key, self._day(answers), agreed_with=answers.get("agreed_with", ""))
        if question.act is Act.SNOOZE:
            return partial(service.snooze, key, self._day(answers))
        if question.act is Act.HAND_ON:
            return self._handing_on(key, answers["who"])
        if question.act is Act.WORDS:
            return partial(service.change, key, "what", answers["what"])
        end = service.drop if question.act is Act.DROP else service.broken
        return partial(end, key, because=answers["because"])

    def _handing_on(self, key: UUID, who: WaitsOn | UUID) -> Work:
        if isinstance(who, WaitsOn):
            return partial(self._follow_ups.wait_on, key, who)
        return partial(self._follow_ups.wait_on, key, WaitsOn.COLLEAGUE, who)

    def _adding(self, answers: Answers) -> Work:
        account_id = self._account(answers["account"])
        who, words = answers["who"], answers["day"]
        return partial(
            self._follow_ups.add,
            account_id,
            answers["what"],
            self._day(answers) if words else None,
            side=Side.THEIRS if who is WaitsOn.CUSTOMER else Side.OURS,
            is_promise=answers["is_promise"],
            who_id=who if isinstance(who, UUID) else None,
        )

    def _account(self, name: str) -> UUID:
        found = {each.casefold(): account_id for each, account_id in self._accounts().items()}
        if name.casefold() not in found:
            raise RefusedError(f"There is no account “{name}”. Choose one of the names." if name else "Say for whom.")
        return found[name.casefold()]

    def _day(self, answers: Answers) -> date:
        day = self._read_day(answers["day"])
        if day is None:
            words = answers["day"]
            raise RefusedError(f"“{words}” is no day. Write it like next fri or 3 dec." if words else "Say until when.")
        return day

    def _read_day(self, words: str) -> date | None:
        if self._desk is None:
            return None
        found = read_day(words, self._desk.today, self._desk.day_rules, expected=True)
        return None if found is None else found.day

    def _read(self, words: str) -> None:
        day = self._read_day(words)
        self.view.show_day("" if day is None else f"{day:%A}, {day.day} {day:%B %Y}")

    def _write(self, work: Work, then: Callable[[Outcome[FollowUp]], None]) -> None:
        self._tasks.run(work, then, self, lane=Lane.WRITE, failed=self._refuse)

    def _refuse(self, error: ReviewDeskError) -> None:
        if self.view.strip.question is not None:
            self.view.refuse(str(error))
        else:
            self._tasks.told.emit(error)
            self.show_page()

    def _answered(self, _outcome: Outcome[FollowUp]) -> None:
        self.view.close_question()

    def _done(self, key: UUID, _outcome: Outcome[FollowUp]) -> None:
        self._tasks.run(partial(self._follow_ups.what_next, key), self._offer, self, newest="next")

    def _offer(self, following: WhatNext) -> None:
        if following.repeats_on is not None and self._desk is not None:
            again = short_day(following.repeats_on, self._desk.today)
            self.view.offer_next(f"“{following.after}” is done and comes again on {again}.", "", None)
            return
        sentence = f"“{following.after}” is done. What comes next for {following.account}?"
        self.view.offer_next(sentence, "Add what comes next", partial(self._ask_next, following))

    def _ask_next(self, following: WhatNext) -> None:
        names = {account_id: name for name, account_id in self._accounts().items()}
        self._ask_new(names.get(following.account_id, following.account), following.after)

    def _write_mail(self, colleague_id: UUID) -> None:
        self._tasks.run(partial(self._follow_ups.mail, colleague_id), self._open_mail, self)

    def _open_mail(self, mail: ColleagueMail) -> None:
        if not self.view.write_mail(mail.link, mail.text):
            self.view.tell(f"The text for {mail.name} is copied. Paste it into a mail.")

    def _copy_mail(self, colleague_id: UUID) -> None:
        self._tasks.run(partial(self._follow_ups.mail, colleague_id), self._copied, self)

    def _copied(self, mail: ColleagueMail) -> None:
        self.view.copy(mail.text)
        self.view.tell(f"The text for {mail.name} is copied.")
