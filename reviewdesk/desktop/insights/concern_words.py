"""Words that the cards of concerns share: how long things took, how many there are, and where marks lead."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from reviewdesk.desktop.insights.model import Remark, accounts
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.domain.concern_figures import Clocks, ConcernFigures, Middle
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.money import format_money
from reviewdesk.services.concern_insights import ConcernGroup, ConcernsTogether

DAYS: Final = (
    "Days are working days, the middle one of those known: not known is never counted as none. Withdrawn concerns do "
    "not count."
)
_LONGEST: Final = 70


def concerns(count: int) -> str:
    """Say how many concerns: "1 concern", "1,204 concerns"."""
    return "1 concern" if count == 1 else f"{count:,} concerns"


def middle_words(what: str, middle: Middle, of: int) -> str:
    """Say how long something took in the middle: "root cause after 4 days (12 of 20 known)"."""
    if middle.days is None:
        return f"{what} not known yet"
    days = f"{middle.days:g} {'day' if middle.days == 1 else 'days'}"
    return f"{what} after {days} ({middle.n:,} of {of:,} known)"


def middle_cells(middle: Middle) -> tuple[Decimal | int | None, int]:
    """Give the middle and of how many it is, for a table."""
    if middle.days is None:
        return None, middle.n
    return (int(middle.days) if middle.days.is_integer() else Decimal(str(middle.days))), middle.n


def clock_words(what: str, clocks: Clocks) -> str:
    """Say how many clocks were kept: "acknowledged in time 5 of 6"; nothing where none has ended."""
    ended = clocks.kept + clocks.missed
    return f"{what} in time {clocks.kept:,} of {ended:,}" if ended else ""


def stage_words(figures: ConcernFigures) -> str:
    """Say how far concerns have come: "9 open, 20 confirmed, 2 closed without their word"."""
    parts = [f"{figures.open:,} open", f"{figures.confirmed:,} confirmed"]
    if figures.not_confirmed:
        parts.append(f"{figures.not_confirmed:,} closed without their word")
    return ", ".join(parts)


def summed_up(found: ConcernsTogether) -> str:
    """Say all of them in a sentence."""
    every = found.everything
    since = short_day(found.since, date.max)
    return (
        f"{concerns(every.figures.count)} at {accounts(len(every.figures.account_ids))} since {since}"
        f"{_worth(found, every)}: {stage_words(every.figures)}."
    )


def said_of(found: ConcernsTogether, name: str, group: ConcernGroup) -> str:
    """Say one group whole, as it stands under the chart and is read aloud."""
    figures = group.figures
    parts = (
        middle_words("root cause", figures.cause, figures.count),
        middle_words("fixed", figures.fix, figures.count),
        f"{concerns(figures.count)} at {accounts(len(figures.account_ids))}{_worth(found, group)}",
        stage_words(figures),
        clock_words("acknowledged", figures.acknowledged),
        clock_words("plan", figures.planned),
    )
    return f"{name}: {'; '.join(each for each in parts if each)}"


def lead_of(figures: ConcernFigures, words: str, about: str = "") -> Lead:
    """Lead to the concerns behind some figures."""
    return Lead(figures.account_ids, words, concern_ids=figures.ids, about=about)


def left_out(found: ConcernsTogether) -> tuple[Remark, ...]:
    """Say what does not count."""
    every = found.everything
    parts = [f"{concerns(found.withdrawn)} withdrawn"] if found.withdrawn else []
    if every.without_revenue and every.revenue is not None:
        parts.append(f"the revenue of {accounts(every.without_revenue)}, not known")
    return (Remark(f"Left out: {'; '.join(parts)}."),) if parts else ()


def cut(words: str, longest: int = _LONGEST) -> str:
    """Cut somebody's words to one line."""
    line = " ".join(words.split())
    return line if len(line) <= longest else f"{line[: longest - 1]}…"


def capital(words: str) -> str:
    """Begin with a capital letter."""
    return words[:1].upper() + words[1:]


def names_of(names: Sequence[str]) -> tuple[str, ...]:
    """Give names, each once."""
    return tuple(dict.fromkeys(each for each in names if each))


def _worth(found: ConcernsTogether, group: ConcernGroup) -> str:
    if group.revenue is None:
        return ""
    return f", {format_money(group.revenue, found.currency, short=True)} of revenue touched"
