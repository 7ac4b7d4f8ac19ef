"""What a card of Insights says: a sentence, its marks, and the same figures as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.mark_chart import Lead
from reviewdesk.services.account_columns import Holds, Value
from reviewdesk.services.account_table import AccountTable


@dataclass(frozen=True, slots=True)
class InsightColumn:
    """One column of the table behind a chart; `width` is in characters, one that stretches takes the room left.

    Where the room is short, the column that `gives_way` most is not shown; it is copied and saved all the same.
    """

    title: str
    holds: Holds = Holds.WORDS
    width: int = 10
    stretches: bool = False
    gives_way: int = 0


@dataclass(frozen=True, slots=True)
class InsightLine:
    """One line of the table: its cells, as the columns hold them, and where it leads."""

    cells: tuple[Value, ...]
    lead: Lead = Lead()  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence under the figure: what it rests on, what is left out, or a warning."""

    text: str
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True, slots=True)
class Aside:
    """Something said on demand: the words that ask for it, and the answer."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one card says.

    `sentence` says what the figure says; `picture` is what its chart shows; `lines` are the same figures as a table, in
    which money is in `currency`. `about` says under the title of the page what it rests on as a whole.
    """

    sentence: str
    picture: Any
    lines: tuple[InsightLine, ...]
    remarks: tuple[Remark, ...] = ()
    asides: tuple[Aside, ...] = ()
    currency: str = ""
    about: str = ""


def table_of(columns: Sequence[InsightColumn], lines: Sequence[InsightLine], currency: str) -> AccountTable:
    """Give lines of a card as they are copied and saved; a title of money names its currency."""
    named = [f"{each.title} ({currency})" if each.holds is Holds.MONEY and currency else each.title for each in columns]
    return AccountTable(tuple(named), tuple(each.holds for each in columns), tuple(each.cells for each in lines))


def accounts(count: int) -> str:
    """Say how many accounts: "1 account", "1,204 accounts"."""
    return "1 account" if count == 1 else f"{count:,} accounts"


def per_cent(share: Any) -> str:  # noqa: ANN401 - any number there is
    """Say a share of one in whole per cent; a small one is more than nothing, and nearly all is not all."""
    figure = round(float(share) * 100)
    if figure == 100 and share < 1:
        return "over 99 %"
    return "under 1 %" if not figure and share else f"{figure} %"
