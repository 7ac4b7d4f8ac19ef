"""The slides of a summary in their order: what was heard, decided and agreed first, what comes next at the end."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from reviewdesk.domain.outline import Chart, Column, Content, Grid, Outline, Part, own
from reviewdesk.domain.words import Words, words_in
from reviewdesk.exchange.office.slide_base import BOTTOM, MARGIN, ROOM, TOP
from reviewdesk.exchange.office.slide_plan import (
    GAP,
    LABEL_GAP,
    Block,
    Label,
    Placed,
    PlannedSlide,
    bottom_of,
    flow,
    height_of,
    stacked,
)

_AGREED: Final = ("we will", "you will")
_TOGETHER: Final = (("heard", "decided"), _AGREED, ("promises", "yours open"), ("goals", "worth"))
_LAST: Final = ("ask", "next days", "closing", "answers")
_SHARES: Final = (52, 26, 22)
_BESIDE: Final = (1.25, 1.1, 1.0)


def planned(outline: Outline) -> Iterator[PlannedSlide]:
    """Give the slides after the first one."""
    words = words_in(outline.language, date(*outline.made_on))
    left = {each.key: each for each in outline.parts}
    for each in outline.parts:
        group = next((keys for keys in _TOGETHER if each.key in keys), (each.key,))
        parts = [left.pop(key) for key in group if key in left and each.key not in _LAST]
        if parts and group == _AGREED:
            asked = left.pop("ask").contents if "ask" in left else ()
            yield from _agreed(parts, asked, words)
        elif each.key == "figures":
            for chart in each.contents:
                yield from flow((own(chart.title),) if isinstance(chart, Chart) else each.heading, (chart,))
        elif parts:
            yield from _together(parts)
    if "ask" in left:
        yield from flow((own(words["asked"]),), left["ask"].contents)
    answers = left["answers"].contents if "answers" in left else ()
    has_table = any(isinstance(each, Grid) for each in answers)
    ahead = [content for key in ("next days", "closing") if key in left for content in left[key].contents]
    title = left["next days"].heading if "next days" in left else (own(words["ahead"]),)
    yield from flow(title, ahead if has_table else (*ahead, *answers))
    if has_table:
        yield from flow(left["answers"].heading, answers)


def _together(parts: list[Part]) -> Iterator[PlannedSlide]:
    """Give several parts on one slide where there is room, else each on its own."""
    first, *others = parts
    blocks: list[Block] = [*first.contents]
    for each in others:
        blocks += [Label(each.heading), *each.contents]
    slides = list(flow(first.heading, blocks))
    if len(slides) > 1 and others:
        slides = [one for each in parts for one in flow(each.heading, each.contents)]
    yield from slides


def _agreed(sides: list[Part], asked: tuple[Content, ...], words: Words) -> Iterator[PlannedSlide]:
    """Give what both sides will do, beside each other where that fits, with one ask and one commitment below."""
    title = (own(words["was agreed"]),)
    for scale in _BESIDE if len(sides) == len(_AGREED) else ():
        beside = list(_beside(sides, scale))
        both = [*beside, *stacked(asked, scale, bottom_of(beside) + GAP)]
        for placed in (both, beside):
            if bottom_of(placed) <= BOTTOM:
                yield PlannedSlide(title, tuple(placed))
                if placed is not both:
                    yield from flow((own(words["asked"]),), asked)
                return
    for each in sides[:-1]:
        yield from flow(each.heading, each.contents)
    yield from _last_side(sides[-1], asked, words)


def _last_side(side: Part, asked: tuple[Content, ...], words: Words) -> Iterator[PlannedSlide]:
    with_asked = list(flow(side.heading, (*side.contents, *asked)))
    if len(with_asked) == 1:
        yield from with_asked
    else:
        yield from flow(side.heading, side.contents)
        yield from flow((own(words["asked"]),), asked)


def _beside(sides: list[Part], scale: float) -> Iterator[Placed]:
    half = (ROOM - 2 * GAP) / 2
    for at, side in enumerate(sides):
        left, label = MARGIN + at * (half + 2 * GAP), Label(side.heading)
        yield Placed(label, left, TOP, half, height_of(label, half))
        for content in side.contents:
            narrow, top = _narrowed(content), TOP + height_of(label, half) + LABEL_GAP
            yield Placed(narrow, left, top, half, height_of(narrow, half, scale), scale)


def _narrowed(content: Content) -> Content:
    if not isinstance(content, Grid):
        return content
    columns = tuple(
        Column(each.heading, share, each.right) for each, share in zip(content.columns, _SHARES, strict=True)
    )
    return replace(content, columns=columns)
