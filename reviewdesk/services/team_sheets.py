"""Reads what a team or a person answers for: concerns of customers, and what they owe them."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.domain.asking import ask_clock
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.stage_times import cause_words
from reviewdesk.domain.team_sheet import TeamConcern, TeamOwes
from reviewdesk.domain.today_clocks import clock_of
from reviewdesk.services.days import days_of
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.storage.lists.concerns import concerns_on_the_board
from reviewdesk.storage.lists.follow_ups import ListedFollowUp, open_follow_ups
from reviewdesk.storage.lists.today import ListedConcern
from reviewdesk.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Accountable:
    """A team, or a person who is in none, with how much of what is open is theirs."""

    name: str
    colleague_id: UUID | None = None
    concerns: int = 0
    owes: int = 0

    @property
    def is_team(self) -> bool:
        """Say whether it is a team."""
        return self.colleague_id is None


@dataclass(frozen=True, slots=True)
class Answering:
    """What is open in a book that others may hear of, and who of us answers for it."""

    ours: Mapping[UUID, Colleague]
    concerns: tuple[ListedConcern, ...]
    steps: tuple[ListedFollowUp, ...]

    @classmethod
    def read(cls, reading: Reading) -> "Answering":
        """Read it; what came from a line for oneself alone is left out."""
        mine, connection = only_mine_in(reading), reading.connection
        board = concerns_on_the_board(connection, reading.clock.today())
        concerns = [each for each in board if each.concern.is_open and not mine.holds(each.concern)]
        known = {each.concern.id for each in concerns}
        steps = (each for each in open_follow_ups(connection) if _is_ours(each, known))
        return cls(
            {each.id: each for each in reading.colleagues.all()},
            tuple(concerns),
            tuple(each for each in steps if not mine.holds(each.follow_up)),
        )

    def everybody(self) -> tuple[Accountable, ...]:
        """Give the teams, then the people who are in none, that answer for something, by name."""
        teams = {each.team for each in self.ours.values()} | {each.concern.team for each in self.concerns}
        alone = [each for each in self.ours.values() if not each.team]
        found = [Accountable(team) for team in sorted(teams, key=folded) if team]
        found += [Accountable(each.name, each.id) for each in sorted(alone, key=_called)]
        counted = (
            Accountable(who.name, who.colleague_id, len(self.concerns_of(who)), len(self.steps_of(who)))
            for who in found
        )
        return tuple(each for each in counted if each.concerns or each.owes)

    def concerns_of(self, who: Accountable) -> tuple[ListedConcern, ...]:
        """Give the concerns they answer for, the gravest first."""
        found = (each for each in self.concerns if self._answers(who, each.concern.team, each.concern.colleague_id))
        return tuple(sorted(found, key=_gravest))

    def steps_of(self, who: Accountable) -> tuple[ListedFollowUp, ...]:
        """Give what they owe, by its day; what nobody took on is owed by who answers for the concern it is about."""
        return tuple(each for each in self.steps if self._owes(who, each.follow_up))

    def people_of(self, who: Accountable) -> tuple[str, ...]:
        """Give the people of a team; nobody for a person."""
        return tuple(sorted(each.name for each in self.ours.values() if who.is_team and each.team == who.name))

    def _owes(self, who: Accountable, step: FollowUp) -> bool:
        if step.colleague_id is not None:
            return self._answers(who, "", step.colleague_id)
        found = next((each.concern for each in self.concerns if each.concern.id == step.concern_id), None)
        return found is not None and self._answers(who, found.team, found.colleague_id)

    def _answers(self, who: Accountable, team: str, colleague_id: UUID | None) -> bool:
        owner = self.ours.get(colleague_id) if colleague_id else None
        if who.is_team:
            return who.name == (team or (owner.team if owner else ""))
        return owner is not None and owner.id == who.colleague_id and not team


def meant(text: str, known: tuple[Accountable, ...]) -> Accountable:
    """Find who is meant by a name or a part of it.

    Raises:
        RefusedError: nobody is, or several could be.
    """
    wanted = folded(text)
    found = [each for each in known if folded(each.name) == wanted] or [
        each for each in known if wanted in folded(each.name)
    ]
    if len(found) == 1:
        return found[0]
    names = ", ".join(each.name for each in found or known)
    if not known:
        raise RefusedError("No team and no colleague answers for anything that is open.")
    if found:
        raise RefusedError(f"“{text}” could be {names}. Write more of the name.")
    raise RefusedError(f"Nobody called “{text}” answers for anything that is open. There is {names}.")


def concerns_shown(reading: Reading, answering: Answering, who: Accountable) -> Iterator[TeamConcern]:
    """Give their concerns as the sheet shows them, each with its clock."""
    today, now = reading.clock.today(), reading.clock.now().astimezone()
    for each in answering.concerns_of(who):
        concern = each.concern
        owner = answering.ours.get(concern.colleague_id) if concern.colleague_id else None
        days = days_of(owner, reading.book, today)
        clock = clock_of(concern, days) or ask_clock(concern, days)
        yield TeamConcern(
            account=each.account, words=concern.words, severity=concern.severity, stage=concern.stage.value,
            raised_on=concern.raised_on, owner=owner.name if owner and who.is_team else "", cause=concern.root_cause,
            cause_time=cause_words(concern, today), asks=concern.asks, fix=concern.fix,
            waits_for=clock.what if clock else "", due=clock.due if clock else None,
            at=clock.at.time() if clock and clock.at else None, is_late=clock is not None and clock.is_over(now),
        )  # fmt: skip


def owed_shown(reading: Reading, answering: Answering, who: Accountable) -> Iterator[TeamOwes]:
    """Give what they owe as the sheet shows it."""
    today = reading.clock.today()
    for each in answering.steps_of(who):
        step = each.follow_up
        yield TeamOwes(
            account=each.account, what=step.what, owner=each.colleague if who.is_team else "", due=step.due,
            is_late=step.is_late(today), is_promise=step.is_promise, said_on=step.said_on,
        )  # fmt: skip


def _is_ours(listed: ListedFollowUp, concerns: Collection[UUID]) -> bool:
    step = listed.follow_up
    return step.side is Side.OURS and (step.colleague_id is not None or step.concern_id in concerns)


def _gravest(listed: ListedConcern) -> tuple[int, date, str]:
    concern: Concern = listed.concern
    return -concern.severity, concern.raised_on, concern.id.hex


def _called(colleague: Colleague) -> str:
    return folded(colleague.name)
