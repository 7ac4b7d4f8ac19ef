"""What the page Why price? says: the verdict and why, what the book knows, and the volume a price change asks for."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import Row, RowAction
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.price_diagnosis import PriceDiagnosis, Situation, volume_to_stand_still
from reviewdesk.domain.switch import Direction
from reviewdesk.services import price_diagnoses, price_steps

Shown = price_diagnoses.WhyPrice
QUESTIONS: Final = {
    "same": "Does our service look the same as others’?",
    "poor": "Is everyone’s service poor?",
    "good": "Is everyone’s service good?",
}
NEXT: Final = {
    Situation.SAME: "Show what is different, in their words, before the price is named.",
    Situation.POOR: "Be the first who keeps what is promised: that is worth a price.",
    Situation.GOOD: "Good service is expected here. Differ by what nobody offers yet.",
    Situation.MIXED: "Different customers, different reasons: ask the question for each line of business.",
}
_EVIDENCE: Final = (
    RowAction("same", "Evidence that we look the same", "equal", "1"),
    RowAction("poor", "Evidence that everyone is poor", "trending-down", "2"),
    RowAction("good", "Evidence that everyone is good", "thumbs-up", "3"),
)
_DONE: Final = RowAction("done", "Done", "check", "D")
_ENDED: Final = {
    Ending.KEPT: "done", Ending.KEPT_LATE: "done late", Ending.BROKEN: "not done", Ending.DROPPED: "dropped"
}  # fmt: skip
_REMOVE: Final = RowAction("remove", "Remove", "trash-2", "Del")


def verdict_words(one: PriceDiagnosis) -> str:
    """Say what follows, or what is lacking to a verdict."""
    verdict = one.verdict
    if verdict is not None:
        found = f" ({'; '.join(each.value for each in one.found)})" if verdict is Situation.MIXED else ""
        return f"{NEXT[verdict]}{found}"
    unproved = [name for name in QUESTIONS if getattr(one, name) and not getattr(one, f"{name}_evidence").strip()]
    if unproved:
        return "A yes counts once its evidence stands beside it: who said so, when."
    return "Answer a question with yes and with evidence; without it there is no verdict."


def pill_of(one: PriceDiagnosis) -> PillText:
    """Give the verdict as a pill."""
    verdict = one.verdict
    return PillText(verdict.value.capitalize(), Tone.ACCENT) if verdict else PillText("No verdict", Tone.NEUTRAL)


def known_words(shown: Shown) -> str:
    """Say what the book knows of the price."""
    known = shown.known
    parts = [
        f"{known.stay_for_price:,} of {known.accounts:,} accounts stay first of all for the price",
        f"{known.complain_of_price:,} raised a concern whose cause is the price",
        f"{known.to_rivals:,} switched to a rival, {known.cheaper:,} of them to a cheaper one",
    ]
    return "; ".join(parts) + "."


def switch_rows(shown: Shown) -> Iterator[Row]:
    """Give the switches that were noted, the newest first."""
    for account, each in shown.known.switches:
        price = f"{each.price_difference:+.0f} % against ours" if each.price_difference is not None else ""
        way = f"to {each.rival}" if each.direction is Direction.TO_RIVAL else f"from {each.rival}"
        meta = (each.line, price, each.reason, short_day(each.switched_on, shown.today))
        tone = Tone.BAD if each.direction is Direction.TO_RIVAL else Tone.GOOD
        pill = PillText(each.direction.value, tone)
        yield Row(
            each.id, f"{account} {way}", " · ".join(one for one in meta if one), tile=account, pills=(pill,),
            actions=_EVIDENCE,
        )  # fmt: skip


def step_rows(shown: Shown) -> Iterator[Row]:
    """Give the steps of the plan to differ with their state."""
    for each in shown.steps:
        step = each.step
        due = f"by {short_day(step.due, shown.today)}" if step.due else ""
        meta = " · ".join(one for one in (f"begins with {each.account}", each.who, due) if one)
        yield Row(
            step.id, step.what, meta, tile=each.account, pills=(_state(each, shown),), done=not step.is_open,
            actions=(_DONE,) if step.is_open else (),
        )  # fmt: skip


def _state(each: price_steps.PlanStep, shown: Shown) -> PillText:
    step = each.step
    if step.ending is not None:
        good = step.ending in {Ending.KEPT, Ending.KEPT_LATE}
        return PillText(_ENDED[step.ending], Tone.GOOD if good else Tone.WARN)
    return PillText("late", Tone.BAD) if step.is_late(shown.today) else PillText("open", Tone.NEUTRAL)


def earlier_rows(shown: Shown) -> Iterator[Row]:
    """Give the diagnoses before the newest."""
    for each in shown.earlier:
        about = each.about or "the whole book"
        title = f"{short_day(each.made_on, shown.today)}: {about}"
        steps = shown.earlier_steps.get(each.id, ())
        done = sum(not one.step.is_open for one in steps)
        ended = f" {done:,} of {len(steps):,} steps of its plan ended." if steps else ""
        yield Row(each.id, title, f"{verdict_words(each)}{ended}", pills=(pill_of(each),), actions=(_REMOVE,))


def volume_words(one: PriceDiagnosis) -> str:
    """Say what a change of the price asks of the volume: "1 % off at a margin of 22 % needs 4.8 % more volume"."""
    if one.margin is None or not one.cut:
        return "Type a margin and a cut, or a rise as -3: what it asks of the volume stands here."
    try:
        share = volume_to_stand_still(one.margin, one.cut) * 100
    except RefusedError as error:
        return str(error)
    if one.cut > 0:
        more = f"needs {share:.1f} % more volume to stand still."
        return f"{_plain(one.cut)} % off at a margin of {_plain(one.margin)} % {more}"
    lost = f"{-share:.1f} % of the volume may go before it costs anything."
    return f"{_plain(-one.cut)} % more at a margin of {_plain(one.margin)} %: {lost}"


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"
