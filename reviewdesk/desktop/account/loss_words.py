"""A loss in words: the break-even, the sum behind it, and the rows of what happened."""

from collections.abc import Iterable
from decimal import Decimal

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.desktop.widgets.row_value import ActionShape, Row, RowAction
from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.domain.health_settings import Band, HealthSettings
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.loss_document import LossQuestion
from reviewdesk.domain.win_back import WinBack
from reviewdesk.services import loss_reviews, making_up

Shown = loss_reviews.ShownLoss
MadeUp = making_up.Replacing
_CHOOSE = RowAction("choose", "Ask them", "plus", "A", ActionShape.BUTTON)
_LEAVE_OUT = RowAction("leave", "Leave out", "x", "L")
_ODDS = ("", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_TONES = {Band.HEALTHY: Tone.GOOD, Band.WATCH: Tone.WARN, Band.AT_RISK: Tone.BAD}


def asked_of(found: WinBack | None) -> str:
    """Ask whether the chance is better than the break-even, in words a person can judge."""
    if found is None:
        return "From which chance on does it pay?"
    even = found.break_even
    if even is None:
        return "It never pays: what it costs is more than they would bring."
    if found.odds is None:
        return f"Is the chance better than {_percent(even)}?" if even else "Nothing is at stake: try."
    odds = _ODDS[found.odds] if found.odds < len(_ODDS) else f"{found.odds:,}"
    return f"Is the chance better than one in {odds}?"


def even_of(found: WinBack | None) -> str:
    """Give the break-even to a tenth of a per cent, and what trying is worth at the person's own chance."""
    if found is None:
        return ""
    even = f"Break-even at {_percent(found.break_even)}." if found.break_even is not None else ""
    if found.worth is None or found.chance is None:
        return even
    return f"{even} At your {_percent(found.chance)} trying is worth {_signed(found.worth)}.".strip()


def sum_of(found: WinBack | None, currency: str, missing: Iterable[str] = ()) -> str:
    """Explain the sum year by year, or say what is missing for it."""
    if found is None:
        return f"Still to be said: {', '.join(missing)}."
    years = " + ".join(f"{each:,}" for each in found.whole_years)
    total = f"What they would bring, in the money of today: {years} = {_whole(found.present_value)} {currency}".rstrip()
    rest = f" After {_whole(found.on_return)} on their return: {_whole(found.gain)}." if found.on_return else ""
    return f"{total}.{rest} Only the {_whole(found.up_front)} up front are at stake."


def not_knowing(shown: Shown) -> str:
    """Count those who do not know, by question."""
    counted = ((each, sum(a.question is each and a.does_not_know for a in shown.answers)) for each in LossQuestion)
    return "\n".join(f"{count:,} × don't know: {each.value}" for each, count in counted if count)


def plan_words(shown: Shown) -> tuple[str, Tone]:
    """Say by when the plan is owed, and whether that is over."""
    if shown.plan_due is None:
        return "Once you begin, the team that answers for it owes a plan within 14 days.", Tone.NEUTRAL
    day = short_day(shown.plan_due, shown.today)
    if not shown.is_plan_open:
        return f"The plan was due {day}; its follow-up is closed.", Tone.NEUTRAL
    if shown.plan_due < shown.today:
        return f"The plan is late: it was due {day}.", Tone.BAD
    return f"A plan is to be written by {day}.", Tone.NEUTRAL


def bought_of(shown: Shown) -> str:
    """Say what the book knows of the revenue that was lost, while nobody typed it."""
    bought = shown.bought
    if bought is None or shown.fields.get("revenue"):
        return ""
    margin = f" at a margin of {_percent(bought.margin)}" if bought.margin is not None else ""
    until = short_day(bought.until, shown.today)
    return f"They bought for {_whole(bought.revenue)} {shown.currency}{margin} in the 12 months to {until}."


def before_rows(shown: Shown) -> Iterable[Row]:
    """Give what the score said before, the earliest first; nothing where none was kept."""
    if all(each.score is None for each in shown.before):
        return
    for each in sorted(shown.before, key=lambda found: -found.days):
        score = _score(each.score, shown.rule) or (PillText("no score that day"),)
        yield Row(each.days, f"{each.days:,} days before", pills=score)


def event_rows(shown: Shown) -> Iterable[Row]:
    """Give what happened, the newest first, with the score of that day."""
    for place, each in enumerate(reversed(shown.events)):
        yield Row(place, each.words, short_day(each.on, shown.today), pills=_score(each.score, shown.rule))


def early_of(shown: Shown) -> str:
    """Mark one that left before what it cost to win them was earned back."""
    if not shown.too_early or shown.cost_to_win is None:
        return ""
    return f"Lost before the {_whole(shown.cost_to_win)} {shown.currency} that it cost to win them were earned back."


def state_of(shown: Shown) -> str:
    """Say that the review was ended or set aside, and when."""
    if shown.ended_on is not None:
        return f"Ended on {short_day(shown.ended_on, shown.today)}."
    if shown.set_aside_on is not None:
        return f"Set aside on {short_day(shown.set_aside_on, shown.today)}: nothing asks for it any more."
    return ""


def takes_of(made: MadeUp) -> str:
    """Say what was lost and what brings as much again."""
    if made.contribution is None:
        return "What it takes is said once revenue and margin are typed above."
    lost = f"{_whole(made.contribution)} {made.currency} a year are to be made up"
    if made.revenue_needed is None:
        return f"{lost}: by new business, or by as much less cost."
    margin = _percent(made.margin)
    return (
        f"{lost}: {_whole(made.revenue_needed)} of new revenue at the usual margin of {margin}, or as much less cost."
    )


def planned_of(made: MadeUp) -> str:
    """Say how far the plan goes."""
    if not made.chosen and not made.cost_out:
        return "" if made.candidates else "Nobody else has an open opportunity. Choose an account, or take out cost."
    unknown = sum(each.amount is None for each in made.chosen)
    words = f"The plan brings {_whole(made.planned)} {made.currency} a year"
    share = f", {made.planned / made.contribution:.0%} of it".replace("%", " %") if made.contribution else ""
    left = f"; of {unknown:,} chosen no amount is known" if unknown else ""
    return f"{words}{share}{left}."


def candidate_rows(made: MadeUp) -> Iterable[Row]:
    """Give the accounts that may make up for it, the chosen ones first, each with a key to take it in or out."""
    for each in made.candidates:
        amount = f"{_whole(each.amount)} {made.currency}" if each.amount is not None and ";" in each.why else ""
        about = " · ".join(part for part in (each.why, amount) if part)
        if each.step is None:
            yield Row(each.account_id, each.account, about, actions=(_CHOOSE,))
        else:
            yield Row(each.account_id, each.account, about, pills=(_asked_by(each),), actions=(_LEAVE_OUT,))


def _asked_by(candidate: making_up.Candidate) -> PillText:
    step = candidate.step
    if step is None or not step.is_open:
        return PillText("asked", Tone.GOOD)
    day = f" by {short_day(step.due, step.due)}" if step.due else ""
    return PillText(f"{candidate.owner or 'I'} ask{'s' if candidate.owner else ''}{day}", Tone.ACCENT)


def _score(score: int | None, rule: HealthSettings) -> tuple[PillText, ...]:
    if score is None:
        return ()
    band = rule.band(score)
    return (PillText(f"{score} {band.value}", _TONES.get(band, Tone.NEUTRAL)),)


def _percent(share: Decimal) -> str:
    return f"{share * 100:.1f} %".replace(".0 %", " %")


def _whole(amount: Decimal) -> str:
    return f"{whole_amounts((amount,))[0]:,}"


def _signed(amount: Decimal) -> str:
    return f"{whole_amounts((amount,))[0]:+,}".replace("-", "\N{MINUS SIGN}")
