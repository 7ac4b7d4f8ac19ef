"""What the page of follow-ups shows and asks, as plain values."""

from collections.abc import Hashable
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from reviewdesk.desktop.widgets.chips import Chip
from reviewdesk.desktop.widgets.row_list import Section
from reviewdesk.desktop.widgets.row_value import Row


class Act(StrEnum):
    """What a person can do with a follow-up on this page."""

    DONE = "done"
    MOVE = "move"
    SNOOZE = "snooze"
    DROP = "drop"
    BROKEN = "broken"
    HAND_ON = "hand on"
    WORDS = "words"
    ADD = "add"
    MORE = "more"
    REMIND = "remind"
    REOPEN = "reopen"
    CHANGE = "change"


class Emptiness(StrEnum):
    """Why nothing is listed."""

    NOT = ""
    NO_ACCOUNTS = "no accounts"
    NOTHING_OPEN = "nothing open"
    NO_MATCH = "no match"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLine:
    """One thing asked for: words, a day in words, one of a few choices, one of many names, or yes and no."""

    name: str
    label: str
    text: str = ""
    hint: str = ""
    is_day: bool = False
    choices: tuple[tuple[Hashable, str], ...] = ()
    names: tuple[str, ...] = ()
    ticks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked in place before something is done with a follow-up; without a key it is a new one."""

    act: Act
    key: UUID | None
    title: str
    verb: str
    lines: tuple[AskedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLines:
    """The promise ledger in words: the figure, what it says, how it comes about, and the promises behind it."""

    figure: str
    words: str
    arithmetic: str
    promises: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLines:
    """All that the page shows at once."""

    status: str
    sections: tuple[Section, ...]
    chips: tuple[Chip, ...]
    colleagues: tuple[Row, ...]
    ledger: LedgerLines
    emptiness: Emptiness = Emptiness.NOT
