"""A document as every format has it: its parts in their order, each piece of text with whether it is our own words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.gate import gate, one_line
from reviewdesk.domain.summary import Tone

_NO_CHARACTERS: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


class Said(NamedTuple):
    """Characters that passed the gate; `own` where they are the document's own and no data."""

    text: str
    own: bool = False


Line = tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table; a `quiet` one steps back, a toned one has the colour of its tone."""

    line: Line = ()
    tone: Tone | None = None
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its share of the width, and whether it holds figures."""

    heading: str
    share: int
    right: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; its first row is repeated where it goes on."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    has_heads: bool = True


@dataclass(frozen=True, slots=True)
class Listing:
    """Items below each other."""

    lines: tuple[Line, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """Paragraphs."""

    lines: tuple[Line, ...]
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Panels:
    """A few texts beside each other, each with a label."""

    items: tuple[tuple[str, Line], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure to be seen from afar, what it is of, and where it comes from."""

    value: Line
    caption: Line
    note: Line = ()


@dataclass(frozen=True, slots=True)
class Figures:
    """A few figures beside each other."""

    items: tuple[Figure, ...]


class ChartShape(StrEnum):
    """How the marks of a chart are drawn."""

    COLUMNS = "columns"
    STACKED = "stacked columns"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """The figures of one colour in a chart, nothing where none is known, and each as it is written."""

    name: str
    values: tuple[Decimal | None, ...]
    shown: tuple[str, ...]
    tone: Tone | None = None
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart with its source and day below it.

    `unit` is what its figures are; `lowest` and `highest` bind its scale where that is fixed.
    """

    shape: ChartShape
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    source: Line
    unit: str = ""
    lowest: int | None = None
    highest: int | None = None


Content = Prose | Listing | Grid | Panels | Figures | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a document: its heading, and what stands below it."""

    key: str
    heading: Line
    contents: tuple[Content, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A whole document.

    `sender` and `edition` stand at its head, `running` at the head of every other page or slide. `page` is the phrase
    with the places of the page's number and of how many there are.
    """

    title: str
    subtitle: Line
    occasion: Line
    sender: tuple[Line, ...]
    edition: Line
    running: Line
    parts: tuple[Part, ...]
    page: tuple[str, str, str]
    language: str
    author: str
    continued: str
    made_on: tuple[int, int, int]
    branding: Branding = field(default_factory=Branding)


def own(text: str) -> Said:
    """Give words of the document's own."""
    return Said(text, own=True)


def line(*texts: str | Said) -> Line:
    """Give a line of data and own words, without what is empty."""
    pieces = (each if isinstance(each, Said) else Said(shown(each)) for each in texts)
    return tuple(each for each in pieces if each.text)


def shown(text: str) -> str:
    """Pass a text through the gate; what is no character at all is shown as one that is not known."""
    return _NO_CHARACTERS.sub("\ufffd", gate(text))


def shown_line(text: str) -> str:
    """Pass a text through the gate as a single line."""
    return one_line(shown(text))


def joined(lines: Iterable[Line], between: str) -> Line:
    """Join lines that are not empty with our own sign between them."""
    found: list[Said] = []
    for each in lines:
        if each:
            found += [*([own(between)] if found else []), *each]
    return tuple(found)


def text_of(line: Line) -> str:
    """Give a line as text."""
    return "".join(each.text for each in line)


def own_words(lines: Iterable[Line]) -> Iterator[str]:
    """Give the pieces of lines that are our own words."""
    yield from (each.text for one in lines for each in one if each.own and each.text.strip())
