"""A shared problem as it is shown: how far its outreach has come, and each account with what can be done."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.intervals import counted_days, short_day
from reviewdesk.domain.money import format_money
from reviewdesk.domain.shared_problem import SPOKEN_WITH, Affected, Cause, CauseBy, Reach
from reviewdesk.services import outreach_concerns
from reviewdesk.services import shared_problem_values as values
from reviewdesk.services.proposed_problems import Proposal

Offered = values.Offered
Problem = values.ShownProblem
Sharing = values.Sharing
ToReach = values.ToReach
Ways = values.WaysToReach
Proposed = Proposal
OpenConcern = outreach_concerns.OpenConcern
CALL: Final = RowAction("call", "Call", "phone", "C")
LOG: Final = RowAction("log", "Log the call", "notebook-pen", "L")
REACHED: Final = RowAction("reached", "Reached", "check", "R", ActionShape.BUTTON)
WAYS: Final = RowAction("ways", "How to reach them…", "pencil", "E")
FIXED: Final = RowAction("fixed", "Fixed for them", "circle-check", "F")
TRIED: Final = RowAction("tried", "Not reached yet…", "clock", "T")
GIVEN: Final = RowAction("given", "What they were given…", "gift", "G")
NOT_AFFECTED: Final = RowAction("not_affected", "Not affected…", "user-minus", "N")
GIVE_UP: Final = RowAction("unreachable", "Unreachable", "ear-off", "U")
SAFETY: Final = RowAction("safety", "Safety comes first…", "triangle-alert", "S", ActionShape.BUTTON)
CONCERN: Final = RowAction("concern", "Their own concern", "message-square-warning", "K")
AGAIN: Final = RowAction("open", "Open again", "undo-2", "O")
_NAMED: Final = 4
_TONES: Final = {Reach.REACHED: Tone.ACCENT, Reach.FIXED: Tone.GOOD}


def remark_of(shown: Problem) -> str:
    """Say how far an outreach has come: "2 of 6 reached or excused · 45 % of their revenue"."""
    cover = shown.coverage
    parts = [f"{cover.settled:,} of {cover.accounts:,} reached or excused", f"{cover.of_revenue} % of their revenue"]
    if shown.problem.ended_on is not None:
        parts.append("ended" if cover.of_accounts == 100 else f"stopped at {cover.of_accounts} %")
    return " · ".join(parts)


def about(shown: Problem, today: date) -> str:
    """Say where it began, what is shared, what is done, how long it took and what it cost."""
    problem = shown.problem
    began = f"raised by {shown.raised_by}" if shown.raised_by else "reported"
    parts = [
        f"{began} {short_day(problem.reported_on, today)}",
        ", ".join(each.words for each in problem.causes),
        f"{problem.remedy.value}{f': {problem.remedy_words}' if problem.remedy_words else ''}",
        f"cause known after {counted_days(shown.days_to_cause)}" if shown.days_to_cause else "",
        f"last contact after {counted_days(shown.days_to_last)}" if shown.days_to_last else "",
        f"cost so far {format_money(shown.cost, shown.currency)}" if shown.cost else "",
        problem.end_reason,
    ]
    return " · ".join(each for each in parts if each)


def severity_pill(shown: Problem) -> PillText:
    """Give how grave it is, or that it has ended."""
    if shown.problem.ended_on is not None:
        return PillText("ended", Tone.GOOD)
    return PillText(f"severity {shown.problem.severity}", Tone.BAD if shown.problem.is_grave else Tone.WARN)


def sections_of(shown: Problem, today: date) -> tuple[Section, ...]:
    """Give who is still to be reached, what presses most first, then who is reached or excused."""
    ended = shown.problem.ended_on is not None
    parts = (
        ("To reach", tuple(_to_reach(each, today, ended=ended) for each in shown.to_reach)),
        ("Reached or excused", tuple(_settled(each, today, ended=ended) for each in shown.settled)),
    )
    return tuple(Section(title, rows, f"{len(rows):,}") for title, rows in parts if rows)


def _to_reach(each: ToReach, today: date, *, ended: bool) -> Row:
    gone = "no longer a customer" if each.is_lost else ""
    how = "" if each.affected.channel == "call" else f"by {each.affected.channel}"
    owner = f"{each.owner} does it" if each.owner else ""
    late = (PillText("late", Tone.BAD),) if each.is_late else ()
    call = (CALL,) if each.phone else ()
    give_up = (GIVE_UP,) if each.affected.may_be_given_up else ()
    first = (SAFETY,) if each.shy else (REACHED, *call, LOG)
    return Row(
        each.affected.id, each.account,
        _joined(
            gone, _due(each, today), _who(each), how, owner, _complained(each), _shares(each),
            _tried(each.affected, today), _given(each),
        ),
        tile=each.account,
        pills=late, actions=() if ended else (*first, FIXED, TRIED, WAYS, GIVEN, NOT_AFFECTED, *give_up, *_own(each)),
    )  # fmt: skip


def _settled(each: ToReach, today: date, *, ended: bool) -> Row:
    known = each.affected
    on = short_day(known.reach_on, today) if known.reach_on else ""
    pill = PillText(known.reach.value, _TONES.get(known.reach, Tone.NEUTRAL))
    further = (FIXED,) if known.reach is Reach.REACHED else ()
    return Row(
        known.id, each.account,
        _joined(on, _whom(each), known.why, each.said, _given(each), _tried(known, today)),
        tile=each.account, pills=(pill,),
        actions=_own(each) if ended else (*further, GIVEN, *_own(each), AGAIN), done=True,
    )  # fmt: skip


def _own(each: ToReach) -> tuple[RowAction, ...]:
    return (CONCERN,) if each.concern is not None else ()


def _complained(each: ToReach) -> str:
    return f"“{_short(each.concern.words)}”" if each.concern is not None else ""


def _shares(each: ToReach) -> str:
    by = each.affected.joined_by
    return by if by == CauseBy.HAND.value else f"shares {by}"


def _tried(known: Affected, today: date) -> str:
    """Say how it was tried, the last time first: "tried by call 24 Nov (left a message)"."""
    told = (
        f"by {each.channel} {short_day(each.on, today)}{f' ({each.words})' if each.words else ''}"
        for each in reversed(known.attempts)
    )
    tries = ", ".join(told)
    return f"tried {tries}" if tries else ""


def _due(each: ToReach, today: date) -> str:
    if each.by is not None:
        day = "today" if each.by.date() == today else short_day(each.by.date(), today)
        return f"first word by {day} {each.by:%H:%M}"
    return f"by {short_day(each.affected.due, today)}" if each.affected.due else ""


def _who(each: ToReach) -> str:
    if each.person is None:
        return "nobody known there yet"
    shy = "wants no marketing" if each.shy else f"reached for safety: {each.affected.override}"
    told = shy if each.person.no_marketing else ""
    return ", ".join(part for part in (each.person.name, each.person.role, told) if part)


def _whom(each: ToReach) -> str:
    spoken = each.person is not None and each.affected.reach in SPOKEN_WITH
    return f"{each.person.name}, by {each.affected.channel}" if spoken and each.person else ""


def _given(each: ToReach) -> str:
    known = each.affected
    return f"given {known.given}{f', cost {known.cost:,f}' if known.cost else ''}" if known.given else ""


def _joined(*parts: str) -> str:
    return " · ".join(each for each in parts if each)


def proposal_words(proposed: Proposed, more: int) -> str:
    """Say what may be one problem: "3 customers say the like within 30 days: “late” (…). Is it one problem?"."""
    names = ", ".join(proposed.accounts[:_NAMED])
    left = len(proposed.accounts) - _NAMED
    who = f"{names} and {left} more" if left > 0 else names
    others = f" {more} more to look at." if more else ""
    said = f"{len(proposed.accounts)} customers say the like within 30 days: “{_short(proposed.words)}” ({who})."
    return f"{said} Is it one problem?{others}"


def cause_chips(causes: Sequence[Cause]) -> tuple[Chip, ...]:
    """Give a chip for each cause, known by its place."""
    return tuple(Chip(str(place), _short(each.words)) for place, each in enumerate(causes))


def _short(words: str) -> str:
    return words if len(words) <= 42 else f"{words[:40].rstrip()}…"


def sharing_rows(found: Sequence[Sharing]) -> tuple[Row, ...]:
    """Give who shares the causes, each with by what and how much it presses."""
    return tuple(
        Row(
            each.account_id, each.account,
            _joined(
                f"“{each.said}”" if each.said else "",
                ", ".join(cause.words for cause in each.by if not (each.said and cause.by is CauseBy.WORDS)),
                format_money(each.revenue, each.currency, short=True) if each.revenue else "no revenue known",
                f"health {each.health}" if each.health is not None else "",
            ),
            tile=each.account,
        )
        for each in found
    )  # fmt: skip


def verb_for(count: int) -> str:
    """Say what starting does: "Tell 7 accounts"."""
    if not count:
        return "Start the outreach"
    return f"Start with {count:,} {'account' if count == 1 else 'accounts'}"


def counted(found: Sequence[Sharing]) -> str:
    """Say how many share it and what they are worth."""
    if not found:
        return "Nobody else shares this."
    revenue = sum((each.revenue or Decimal(0) for each in found), Decimal(0))
    worth = f", {format_money(revenue, found[0].currency, short=True)} of revenue" if revenue else ""
    return f"{len(found):,} other {'account shares' if len(found) == 1 else 'accounts share'} this{worth}."
