"""A document as slides, 16:9: real titles, text in its placeholders, tables, native charts, the slide's number."""

from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from io import BytesIO
from typing import Any, Final

from pptx.oxml import parse_xml

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.outline import Chart, Outline, line, own, shown_line, text_of
from reviewdesk.exchange.markdown_writing import own_of
from reviewdesk.exchange.office.package import packed, unpacked, without_traces
from reviewdesk.exchange.office.package_text import text_of_package
from reviewdesk.exchange.office.properties import describe, moment_of
from reviewdesk.exchange.office.slide_base import CONTENT_LAYOUT, MARGIN, TITLE_LAYOUT, WIDE, blank_slides
from reviewdesk.exchange.office.slide_blocks import SlideWriting, fill
from reviewdesk.exchange.office.slide_order import planned
from reviewdesk.exchange.office.slide_plan import PlannedSlide
from reviewdesk.exchange.office.slide_text import FIRST, NAMESPACES, QUIET, Ink, paragraph
from reviewdesk.exchange.office.word_styles import LOCALES
from reviewdesk.exchange.written import Written

_LOGO: Final = (MARGIN, 44, 200, 40)
_THEIR_LOGO: Final = (WIDE - MARGIN - 200, 44, 200, 40)
_LONG_TITLE: Final = 42
_LONG_OCCASION: Final = 260


def slides_of(outline: Outline) -> Written:
    """Write an outline as slides; the same outline gives the same bytes."""
    slides = blank_slides(outline.branding)
    writing = SlideWriting(slides, LOCALES.get(outline.language, "en-GB"))
    _title_slide(writing, outline)
    for each in planned(outline):
        _slide(writing, outline, each)
    describe(slides.core_properties, outline)
    stream = BytesIO()
    slides.save(stream)
    parts = without_traces(unpacked(stream.getvalue(), "The slides"), moment_of(outline))
    return Written(packed(parts), (_own_of_blank(), *own_of(outline), *writing.own))


@cache
def _own_of_blank() -> str:
    """Give the words of an empty presentation, as its layouts have them."""
    stream = BytesIO()
    blank_slides(Branding()).save(stream)
    return text_of_package(stream.getvalue())


def _title_slide(writing: SlideWriting, outline: Outline) -> None:
    slide = writing.slides.slides.add_slide(writing.slides.slide_layouts[TITLE_LAYOUT])
    size = 40 if len(outline.title) <= _LONG_TITLE else 26
    fill(slide.shapes.title, [paragraph((own(outline.title),), writing.locale, Ink(size, bold=True))])
    occasion = Ink(15 if len(text_of(outline.occasion)) <= _LONG_OCCASION else 11, shade=QUIET)
    below = [
        paragraph(outline.subtitle, writing.locale, Ink(20)),
        paragraph(outline.occasion, writing.locale, occasion),
        paragraph((), writing.locale, Ink(8)),
        *(paragraph(each, writing.locale, Ink(13, shade=FIRST)) for each in outline.sender),
        paragraph(outline.edition, writing.locale, Ink(11, shade=QUIET)),
    ]
    fill(slide.placeholders[1], below)
    if outline.branding.logo:
        writing.picture(slide, outline.branding.logo, _LOGO, outline.author)
    if outline.branding.their_logo:
        writing.picture(slide, outline.branding.their_logo, _THEIR_LOGO, outline.title)


def _slide(writing: SlideWriting, outline: Outline, planned_slide: PlannedSlide) -> None:
    layout = writing.slides.slide_layouts[CONTENT_LAYOUT]
    slide = writing.slides.slides.add_slide(layout)
    title = planned_slide.title
    if planned_slide.number > 1:
        title = (*title, own(f" ({outline.continued})"))
    if planned_slide.number > 1 or text_of(title) not in _said_once(outline):
        writing.say(title)
    writing.title(slide, title)
    writing.blocks(slide, planned_slide.blocks, text_of(planned_slide.title))
    footer = line(shown_line(outline.branding.footer)) or outline.running
    for shape in _frame(layout, slide):
        kind = shape.ph.get("type")
        if kind == "ftr":
            writing.say(footer)
            _fill_element(shape, paragraph(footer, writing.locale))


def _said_once(outline: Outline) -> Iterator[str]:
    """Give the headings and titles of charts that stand in the outline already."""
    for part in outline.parts:
        yield text_of(part.heading)
        yield from (each.title for each in part.contents if isinstance(each, Chart))


def _frame(layout: Any, slide: Any) -> Iterator[Any]:  # noqa: ANN401 - of the library
    """Give a slide the footer and the number that its layout has."""
    for each in layout.placeholders:
        if each.element.ph.get("type") in {"ftr", "sldNum"}:
            copied = deepcopy(each.element)
            copied.nvSpPr.cNvPr.set("id", str(max(_ids(slide)) + 1))
            slide.shapes._spTree.append(copied)  # noqa: SLF001 - the library has no other way to it
            yield copied


def _ids(slide: Any) -> Iterator[int]:  # noqa: ANN401 - of the library
    yield from (each.shape_id for each in slide.shapes)


def _fill_element(shape: Any, inside: str) -> None:  # noqa: ANN401 - an element of lxml
    body = shape.txBody
    for each in list(body.p_lst):
        body.remove(each)
    body.extend(list(parse_xml(f"<a:x {NAMESPACES}>{inside}</a:x>")))
