"""A document as plain text, as it is pasted into a mail or a chat."""

from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.outline import (
    Chart,
    Content,
    Figure,
    Figures,
    Grid,
    Line,
    Listing,
    Outline,
    Panels,
    Prose,
    text_of,
)
from reviewdesk.exchange.markdown_writing import own_of
from reviewdesk.exchange.written import Written

_FEW_COLUMNS: Final = 4
_LONGEST_RULE: Final = 60


def plain_text_of(outline: Outline) -> Written:
    """Write an outline as plain text in UTF-8; the same outline gives the same bytes."""
    text = "\n".join(_lines(outline)).strip()
    heads = (word for part in outline.parts for each in part.contents for word in _heads(each))
    return Written(f"{text}\n".encode(), (*own_of(outline), *heads))


def _heads(content: Content) -> Iterator[str]:
    """Give the headings that stand beside the cells of long rows, and the names beside the figures of a chart."""
    if isinstance(content, Grid) and len(content.columns) > _FEW_COLUMNS:
        for row in content.rows:
            yield from (each.heading for each, cell in zip(content.columns[1:], row[1:], strict=True) if cell.line)
    elif isinstance(content, Chart):
        yield from (content.unit, *content.categories)
        yield from (each.name for each in content.series for _ in content.categories)


def _lines(outline: Outline) -> Iterator[str]:
    yield from (outline.title, "=" * min(len(outline.title), _LONGEST_RULE))
    yield from (_one(each) for each in (outline.subtitle, outline.occasion) if each)
    yield from (" · ".join(_one(each) for each in (*outline.sender, outline.edition) if each), "")
    for part in outline.parts:
        if part.heading:
            heading = _one(part.heading)
            yield from (heading, "-" * min(len(heading), _LONGEST_RULE))
        for content in part.contents:
            yield from _content(content)
        yield ""
    yield " ".join(outline.branding.footer.split())


def _content(content: Content) -> Iterator[str]:
    if isinstance(content, Prose):
        yield from (text_of(each) for each in content.lines)
    elif isinstance(content, Listing):
        for number, each in enumerate(content.lines, 1):
            yield from _item(f"{number}. " if content.numbered else "- ", text_of(each))
    elif isinstance(content, Grid):
        for row in content.rows:
            yield from _row(content, [text_of(each.line) for each in row])
    elif isinstance(content, Panels):
        yield from (f"{label}: {text_of(text)}" for label, text in content.items)
    elif isinstance(content, Figures):
        yield from map(_figure, content.items)
    else:
        yield from _chart(content)


def _figure(figure: Figure) -> str:
    note = f" ({_one(figure.note)})" if figure.note else ""
    return f"- {' '.join(filter(None, (_one(figure.value), _one(figure.caption))))}{note}"


def _row(grid: Grid, texts: list[str]) -> Iterator[str]:
    """Give a short row in one line, and a long one with its headings below its first cell."""
    first, *rest = texts
    if len(texts) <= _FEW_COLUMNS:
        behind = ", ".join(" ".join(each.split("\n")) for each in rest if each)
        yield from _item("- ", f"{first} ({behind})" if behind else first)
        return
    yield from _item("- ", first)
    for column, text in zip(grid.columns[1:], rest, strict=True):
        if text:
            yield from _item("  ", f"{column.heading}: {text}")


def _chart(chart: Chart) -> Iterator[str]:
    yield f"{chart.title} ({chart.unit})"
    for at, name in enumerate(chart.categories):
        yield f"- {name}: {', '.join(f'{each.name} {each.shown[at]}' for each in chart.series)}"
    yield text_of(chart.source)


def _item(mark: str, text: str) -> Iterator[str]:
    yield mark + text.replace("\n", "\n" + " " * len(mark))


def _one(line: Line) -> str:
    return " ".join(text_of(line).split("\n"))
