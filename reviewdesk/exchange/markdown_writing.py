"""A document as Markdown (GitHub's): nothing in it is read as markup but what is ours."""

import re
from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.outline import (
    Cell,
    Chart,
    Content,
    Figures,
    Grid,
    Line,
    Listing,
    Outline,
    Panels,
    Prose,
    own_words,
    text_of,
)
from reviewdesk.exchange.written import Written

_MARKUP: Final = re.compile(r"[\\`*_\[\]<>|~&]")
_AT_START: Final = re.compile(r"^(?=[#+-]+ |[-=]+\s*$)|^(\d{1,9})(?=[.)](?: |$))")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def markdown_of(outline: Outline) -> Written:
    """Write an outline as Markdown in UTF-8; the same outline gives the same bytes."""
    lines = list(_lines(outline))
    heads = (word for part in outline.parts for each in part.contents for word in _heads(each))
    return Written("\n".join(lines).strip().encode() + b"\n", (*own_of(outline), *heads))


def read_markdown(content: bytes) -> str:
    """Give the text of Markdown as its reader sees it."""
    return _ESCAPED.sub(r"\1", content.decode())


def own_of(outline: Outline) -> Iterator[str]:
    """Give the pieces of an outline that are our own words, each as often as it stands in it once."""
    yield from own_words((outline.subtitle, outline.occasion, outline.edition, *outline.sender))
    for part in outline.parts:
        yield from own_words((part.heading, *(text for each in part.contents for text in lines_of(each))))
        for each in part.contents:
            yield from own_names(each)


def own_names(content: Content) -> Iterator[str]:
    """Give the labels of panels and the title of a chart."""
    if isinstance(content, Panels):
        yield from (label for label, _ in content.items)
    elif isinstance(content, Chart):
        yield content.title


def _heads(content: Content) -> Iterator[str]:
    if isinstance(content, Grid):
        yield from (each.heading for each in content.columns)
    elif isinstance(content, Chart):
        yield from (content.unit, *content.categories, *(each.name for each in content.series))


def lines_of(content: Content) -> Iterator[Line]:
    """Give every line of text in a content."""
    if isinstance(content, Listing | Prose):
        yield from content.lines
    elif isinstance(content, Grid):
        yield from (cell.line for row in content.rows for cell in row)
    elif isinstance(content, Panels):
        yield from (text for _, text in content.items)
    elif isinstance(content, Figures):
        yield from (text for each in content.items for text in (each.value, each.caption, each.note))
    else:
        yield content.source


def _lines(outline: Outline) -> Iterator[str]:
    yield from (f"# {_said(outline.title)}", "")
    for each in (outline.subtitle, outline.occasion):
        if each:
            yield from (_inline(each), "")
    head = " · ".join(_inline(each) for each in (*outline.sender, outline.edition) if each)
    yield from (f"*{head}*", "")
    for part in outline.parts:
        if part.heading:
            yield from (f"## {_inline(part.heading)}", "")
        for content in part.contents:
            yield from _content(content)
            yield ""
    if outline.branding.footer:
        yield from ("---", "", _said(" ".join(outline.branding.footer.split())))


def _content(content: Content) -> Iterator[str]:
    if isinstance(content, Prose):
        yield "\n\n".join(_block(each) for each in content.lines)
    elif isinstance(content, Listing):
        for number, each in enumerate(content.lines, 1):
            mark = f"{number}. " if content.numbered else "- "
            yield mark + _block(each).replace("\n", "\n" + " " * len(mark))
    elif isinstance(content, Grid):
        heads = [_said(each.heading) for each in content.columns]
        yield from _table(heads, [each.right for each in content.columns], [_row(row) for row in content.rows])
    elif isinstance(content, Panels):
        yield "\n\n".join(f"**{_said(label)}:** {_block(text)}" for label, text in content.items)
    elif isinstance(content, Figures):
        yield from (f"- {_figure(each.value, each.caption, each.note)}" for each in content.items)
    else:
        yield from _chart(content)


def _figure(value: Line, caption: Line, note: Line) -> str:
    strong = f"**{_inline(value)}** " if value else ""
    return strong + _inline(caption) + (f" ({_inline(note)})" if note else "")


def _chart(chart: Chart) -> Iterator[str]:
    heads = [_said(chart.unit), *(_said(each.name) for each in chart.series)]
    rows = [
        [_said(name), *(_said(each.shown[at]) for each in chart.series)] for at, name in enumerate(chart.categories)
    ]
    yield from (f"### {_said(chart.title)}", "")
    yield from _table(heads, [False, *(True for _ in chart.series)], rows)
    yield from ("", _inline(chart.source))


def _row(row: tuple[Cell, ...]) -> list[str]:
    return [_inline(each.line) for each in row]


def _table(heads: list[str], right: list[bool], rows: list[list[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"| {' | '.join('---:' if each else '---' for each in right)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _inline(line: Line) -> str:
    """Give a line on one line, as a cell or heading has to be."""
    return _said(" ".join(text_of(line).split("\n")))


def _block(line: Line) -> str:
    """Give a line whose own line breaks stay."""
    return "  \n".join(map(_said, text_of(line).split("\n")))


def _said(text: str) -> str:
    marked = _MARKUP.sub(lambda hit: f"\\{hit[0]}", text)
    return _AT_START.sub(lambda hit: f"{hit[1]}\\" if hit[1] else "\\", marked)
