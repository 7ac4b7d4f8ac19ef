"""The card of capacity: what the tiers ask for this quarter, against the hours set, and who could become a call."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from reviewdesk.desktop.insights.model import InsightColumn, InsightLine, Remark, Told, accounts
from reviewdesk.desktop.insights.words import some_of
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.desktop.widgets.row_bars import RowMark
from reviewdesk.domain.account import Tier
from reviewdesk.domain.intervals import short_day
from reviewdesk.services.account_columns import Holds
from reviewdesk.services.capacity import AskedOf, QuarterCapacity

COLUMNS: Final = (
    InsightColumn("Account", width=14, stretches=True),
    InsightColumn("Tier", width=4),
    InsightColumn("Every (months)", Holds.COUNT, width=8, gives_way=1),
    InsightColumn("Minutes asked", Holds.COUNT, width=8),
    InsightColumn("Held", Holds.COUNT, width=5),
    InsightColumn("Could become", width=9),
)
_NAMES: Final = {Tier.A: "A", Tier.B: "B", Tier.C: "C, called", None: "Without a tier"}


def told(found: QuarterCapacity) -> Told | None:
    """Say whether the hours suffice; nothing where no account asks for any."""
    if not found.asked:
        return None
    return Told(
        sentence=sentence(found),
        picture=_picture(found),
        lines=tuple(map(_line, found.asked)),
        remarks=(*_lacking(found), Remark(_rule(found))),
    )


def in_short(found: QuarterCapacity) -> str:
    """Say the same in one paragraph with what could be done, as it stands beside the hours in Settings."""
    return " ".join((sentence(found), *(each.text for each in _lacking(found)))) if found.asked else ""


def hours(number: Fraction | Decimal) -> str:
    """Say hours with at most one decimal: "147 h", "4.5 h"."""
    tenths = int(Fraction(number) * 10 + Fraction(1, 2))
    whole, rest = divmod(tenths, 10)
    return f"{whole:,}.{rest} h" if rest else f"{whole:,} h"


def sentence(found: QuarterCapacity) -> str:
    """Say what is asked for of the hours set, and whether it fits."""
    words = found.figures.words
    if found.figures.is_enough:
        return f"{words}: it fits."
    return f"{words}: {hours(found.figures.hours - found.figures.hours_set)} too many."


def _picture(found: QuarterCapacity) -> tuple[RowMark, ...]:
    marks = [_bar(name, [each for each in found.asked if each.tier is tier]) for tier, name in _NAMES.items()]
    could = [each for each in found.asked if each.could_be_called]
    asked = _several("Asked for", found.asked, found.figures.hours, _over(found))
    limit = _several("Hours set", found.asked, found.figures.hours_set, Tone.NEUTRAL)
    done = [each for each in found.asked if each.held]
    held = (_several("Done already", done, Fraction(found.hours_done), Tone.GOOD),) if done else ()
    called = (_count("Could become calls", could),) if could else ()
    return (limit, asked, *held, *(each for each in marks if each is not None), *called)


def _over(found: QuarterCapacity) -> Tone:
    return Tone.ACCENT if found.figures.is_enough else Tone.WARN


def _bar(name: str, asked: Sequence[AskedOf]) -> RowMark | None:
    if not asked:
        return None
    taken = sum((each.hours for each in asked), Fraction(0))
    return _several(name, asked, taken, Tone.ACCENT)


def _several(name: str, asked: Sequence[AskedOf], taken: Fraction, tone: Tone) -> RowMark:
    words = f"{name}: {hours(taken)} this quarter, {accounts(len(asked))}"
    lead = Lead(tuple(each.id for each in asked), f"{name} this quarter")
    return RowMark(
        name=name, value=float(taken), label=hours(taken), said=words, lead=lead, tone=tone, quiet=tone is Tone.NEUTRAL
    )


def _count(name: str, asked: Sequence[AskedOf]) -> RowMark:
    ids = tuple(each.id for each in asked)
    said = f"{name}, the smallest first: {some_of([each.name for each in asked])}"
    return RowMark(name=name, value=None, label=accounts(len(asked)), said=said, lead=Lead(ids, name), quiet=True)


def _lacking(found: QuarterCapacity) -> tuple[Remark, ...]:
    figures = found.figures
    if figures.is_enough:
        return ()
    could = len(figures.could_be_called)
    if not could:
        return (Remark("No review could become a call to make up for it.", Tone.WARN),)
    if figures.over_even_then:
        lacks = f"Even with {accounts(could)} called, {hours(figures.over_even_then)} are lacking."
        return (Remark(lacks, Tone.WARN),)
    return (Remark(f"It would fit if {_smallest(could)} called.", Tone.WARN),)


def _rule(found: QuarterCapacity) -> str:
    held = f"{_many(found.reviews_held, 'review')} and {_many(found.calls_held, 'call')}"
    quarter = found.quarter
    days = f"{short_day(quarter.start, quarter.end)} to {short_day(quarter.end, quarter.start)}"
    return (
        f"The quarter is {days}. Held so far: {held}, {hours(found.hours_done)}. Each account asks for three months of "
        "its interval; who is C is called. The hours are set in Settings."
    )


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _line(asked: AskedOf) -> InsightLine:
    minutes = int(asked.hours * 60 + Fraction(1, 2))
    could = "a call" if asked.could_be_called else None
    tier = asked.tier.value if asked.tier else None
    return InsightLine((asked.name, tier, asked.months, minutes, asked.held, could), Lead((asked.id,)))


def _smallest(count: int) -> str:
    return "the smallest account were" if count == 1 else f"the {count:,} smallest accounts were"
