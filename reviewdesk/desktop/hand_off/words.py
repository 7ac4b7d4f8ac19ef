"""Words and rows of a hand-off: its state, its rounds, its checks, and the parts of its pack that stand in the book."""

from collections.abc import Iterator
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.handing_off import Delivered, PackPart, Round, State
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.hand_off_values import ShownHandOff

TONES: Final = {
    State.DRAFTING: Tone.NEUTRAL,
    State.HANDED_OVER: Tone.ACCENT,
    State.RETURNED: Tone.WARN,
    State.ACCEPTED: Tone.GOOD,
    State.WITHDRAWN: Tone.NEUTRAL,
}
_FOUND: Final = {Delivered.ALL: Tone.GOOD, Delivered.PART: Tone.WARN, Delivered.NOTHING: Tone.BAD}
_NOTHING: Final = {
    PackPart.PROMISES: "No open promise of ours. What is promised stands here in its very words.",
    PackPart.GOALS: "No goal yet. A review gives them one.",
    PackPart.PEOPLE: "Nobody of theirs yet. Add them under People.",
}
_CHECK: Final = RowAction("check", "Note what you found", "check", "Return")


def next_words(shown: ShownHandOff) -> str:
    """Say what is to be done next."""
    found = shown.hand_off
    to = found.to or "somebody"
    if found.state is State.DRAFTING:
        missing = shown.pack.missing
        lacks = f" Nothing stands yet under {', '.join(missing)}." if missing else ""
        return f"Fill the pack and hand it over.{lacks}"
    if found.state is State.HANDED_OVER:
        since = short_day(found.rounds[-1].handed_on, shown.today)
        return f"With {to} since {since}. The account stays with {shown.passed_by or 'its owner'} until it is accepted."
    if found.state is State.RETURNED:
        last = found.rounds[-1]
        gaps = ", ".join(each.value for each in last.gaps)
        return " ".join(each for each in (f"Missing: {gaps}." if gaps else "", f"“{last.words}”" if last.words else "",
                                          "Fill it and hand it over again.") if each)  # fmt: skip
    if found.state is State.ACCEPTED:
        due = next((each for each in shown.checks if each.found is None), None)
        look = f" Next check on {short_day(due.due, shown.today)}." if due else ""
        return f"{_serves(shown, to)}{look}"
    return "The account stayed where it was."


def _serves(shown: ShownHandOff, to: str) -> str:
    found = shown.hand_off
    if found.starts_on is None or found.starts_on <= shown.today:
        return f"{to} serves them now."
    since = f" since {short_day(found.accepted_on, shown.today)}" if found.accepted_on else ""
    return f"The account is with {to}{since}; they serve them from {short_day(found.starts_on, shown.today)}."


def round_rows(shown: ShownHandOff) -> Iterator[Row]:
    """Give each time it was handed over with what came back, the newest first."""
    for each in reversed(shown.hand_off.rounds):
        yield Row(each.id, _round_words(each, shown), each.words, pills=_round_pills(each))


def check_rows(shown: ShownHandOff) -> Iterator[Row]:
    """Give the checks by their days."""
    for each in shown.checks:
        day = short_day(each.due, shown.today)
        pills = (PillText(each.found.delivered.value, _FOUND[each.found.delivered]),) if each.found else ()
        meta = each.found.words if each.found else f"on {day}: was what was promised delivered?"
        yield Row(each.days, f"{each.days} days after the start", meta, pills=pills, actions=(_CHECK,))


def other_rows(shown: ShownHandOff) -> Iterator[Row]:
    """Give the account's other hand-offs; each opens its pack."""
    for each in shown.others:
        meta = f"begun on {short_day(each.begun_on, shown.today)}"
        yield Row(
            each.id, f"To {each.to or 'nobody yet'}", meta, pills=(PillText(each.state.value, TONES[each.state]),)
        )


def part_rows(shown: ShownHandOff, part: PackPart) -> tuple[Row, ...]:
    """Give what stands in the book of a part of the pack."""
    return _part_rows(shown, part) or (Row(-1, _NOTHING[part]),)


def _part_rows(shown: ShownHandOff, part: PackPart) -> tuple[Row, ...]:
    pack, today = shown.pack, shown.today
    if part is PackPart.PROMISES:
        return tuple(
            Row(at, each.words, f"by {short_day(each.due, today)}" if each.due else "", tile=each.said_by)
            for at, each in enumerate(pack.promises)
        )
    if part is PackPart.GOALS:
        return tuple(Row(at, each.what, each.target) for at, each in enumerate(pack.goals))
    return tuple(
        Row(at, each.name, " · ".join(one for one in (each.role, each.part, each.stance, each.reached) if one),
            tile=each.name)
        for at, each in enumerate(pack.people)
    )  # fmt: skip


def _round_words(told: Round, shown: ShownHandOff) -> str:
    handed = f"Handed over on {short_day(told.handed_on, shown.today)}"
    if told.answered_on is None:
        return f"{handed}, no answer yet"
    answer = "accepted" if told.accepted else "returned"
    return f"{handed}, {answer} by {told.who} on {short_day(told.answered_on, shown.today)}, {told.how}"


def _round_pills(told: Round) -> tuple[PillText, ...]:
    if told.answered_on is None:
        return ()
    return (PillText("accepted", Tone.GOOD),) if told.accepted else (PillText("returned", Tone.WARN),)
