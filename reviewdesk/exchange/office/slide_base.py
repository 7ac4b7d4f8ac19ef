"""The empty presentation that slides are made in: 16:9, three layouts, the sender's colours in its theme."""

from functools import cache
from io import BytesIO
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from pptx import Presentation
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Slides
from pptx.util import Pt

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.contrast import readable, tint_of
from reviewdesk.exchange.office.word_styles import EAST, FONT, MUTED, TEXT, rgb

WIDE: Final = 960
HIGH: Final = 540
MARGIN: Final = 48
ROOM: Final = WIDE - 2 * MARGIN
TOP: Final = 106
BOTTOM: Final = 488
TITLE_LAYOUT, CONTENT_LAYOUT, BARE_LAYOUT = range(3)
TITLE_SIZE: Final = 26
_KEPT: Final = ("Title Slide", "Title and Content", "Title Only")
_DROPPED: Final = frozenset({"printerSettings", "thumbnail"})
_PLACES: Final = {
    "title": (MARGIN, 32, ROOM, 60),
    "ctrTitle": (MARGIN, 150, ROOM, 110),
    "subTitle": (MARGIN, 268, ROOM, 150),
    "body": (MARGIN, TOP, ROOM, BOTTOM - TOP),
    "": (MARGIN, TOP, ROOM, BOTTOM - TOP),
    "ftr": (MARGIN, 502, 700, 20),
    "sldNum": (WIDE - MARGIN - 120, 502, 120, 20),
}
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_P: Final = "http://schemas.openxmlformats.org/presentationml/2006/main"


def blank_slides(branding: Branding) -> Slides:
    """Give an empty presentation in the sender's colours."""
    slides = Presentation(BytesIO(_blank()))
    for each in slides.slide_master.part.rels.values():
        if each.reltype.endswith("/theme"):
            part = each.target_part
            part._blob = _themed(part.blob, branding)  # noqa: SLF001 - the library has no other way to it
    return slides


@cache
def _blank() -> bytes:
    """Give the library's own empty presentation as ours begins."""
    slides = Presentation()
    slides.slide_width, slides.slide_height = Pt(WIDE), Pt(HIGH)
    for layout in [each for each in slides.slide_layouts if each.name not in _KEPT]:
        slides.slide_layouts.remove(layout)
    for part in (slides.part, slides.part.package):
        rels = part._rels  # noqa: SLF001 - the library has no other way to it
        for id in [each.rId for each in rels.values() if each.reltype.rpartition("/")[2] in _DROPPED]:
            rels.pop(id)
    for each in (slides.slide_master, *slides.slide_layouts):
        for shape in list(each.placeholders):
            _place(shape)
    _bar(slides.slide_master, 0, 0, (WIDE, 6), "tx2")
    _bar(slides.slide_layouts[TITLE_LAYOUT], MARGIN, 128, (64, 5), "accent2")
    _style(slides.slide_master)
    _style_title(slides.slide_layouts[TITLE_LAYOUT])
    stream = BytesIO()
    slides.save(stream)
    return stream.getvalue()


def _bar(place: Any, left: int, top: int, size: tuple[int, int], colour: str) -> None:  # noqa: ANN401 - a master or layout
    """Draw a bar of the sender's colour behind everything else."""
    width, height = (round(each * 12_700) for each in size)
    tree = place.shapes._spTree  # noqa: SLF001 - the library has no other way to it
    bar = parse_xml(
        f'<p:sp xmlns:a="{_A}" xmlns:p="{_P}"><p:nvSpPr><p:cNvPr id="{90 + left}" name="Bar"/><p:cNvSpPr/><p:nvPr '
        f'userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left * 12_700}" y="{top * 12_700}"/><a:ext '
        f'cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill>'
        f'<a:schemeClr val="{colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    tree.insert(2, bar)


def _place(shape: Any) -> None:  # noqa: ANN401 - a placeholder of the library
    kind = shape.element.ph.get("type", "")
    if kind not in _PLACES:
        shape.element.getparent().remove(shape.element)
        return
    shape.left, shape.top, shape.width, shape.height = map(Pt, _PLACES[kind])
    body = shape.element.txBody.bodyPr
    for key, value in (("lIns", "0"), ("rIns", "0"), ("tIns", "0"), ("bIns", "0")):
        body.set(key, value)
    if kind == "title":
        body.set("anchor", "b")
    for fit in list(body):
        body.remove(fit)
    if kind in {"ftr", "sldNum"}:
        for properties in shape.element.iter(f"{{{_A}}}lvl1pPr"):
            properties.set("algn", "r" if kind == "sldNum" else "l")
            for run in properties.iter(f"{{{_A}}}defRPr"):
                run.set("sz", "1000")


def _style(master: Any) -> None:  # noqa: ANN401 - a master of the library
    """Set titles bold and left in the first colour, and text in steps that are read across a room."""
    styles = master.element.find(f"{{{_P}}}txStyles")
    for style, sizes in (("titleStyle", (TITLE_SIZE,)), ("bodyStyle", (18, 16, 14, 14, 14))):
        for level, size in enumerate(sizes, 1):
            properties = styles.find(f"{{{_P}}}{style}/{{{_A}}}lvl{level}pPr")
            properties.set("algn", "l")
            run = properties.find(f"{{{_A}}}defRPr")
            run.set("sz", str(size * 100))
            if style == "titleStyle":
                run.set("b", "1")
                run.find(f"{{{_A}}}solidFill/{{{_A}}}schemeClr").set("val", "tx2")


def _style_title(layout: Any) -> None:  # noqa: ANN401 - a layout of the library
    for shape in layout.placeholders:
        is_title = shape.element.ph.get("type") == "ctrTitle"
        shape.element.txBody.bodyPr.set("anchor", "b" if is_title else "t")
        for properties in shape.element.iter(f"{{{_A}}}lvl1pPr"):
            properties.set("algn", "l")
        if is_title:
            style = shape.element.txBody.find(f"{{{_A}}}lstStyle")
            level = style.makeelement(f"{{{_A}}}lvl1pPr", {"algn": "l"})
            level.append(level.makeelement(f"{{{_A}}}defRPr", {"sz": "4000", "b": "1"}))
            style[:] = [level]


def _themed(theme: bytes, branding: Branding) -> bytes:
    """Set the fonts and colours of a theme."""
    root: Any = parse_xml(theme)
    primary, accent = readable(branding.primary), readable(branding.accent)
    shades = {
        "dk1": TEXT, "lt1": "FFFFFF", "dk2": rgb(primary), "lt2": rgb(tint_of(primary)), "accent1": rgb(primary),
        "accent2": rgb(accent), "accent3": MUTED, "accent4": "17713F", "accent5": "8A5A00", "accent6": "B3261E",
        "hlink": rgb(primary), "folHlink": MUTED,
    }  # fmt: skip
    for element in root.iter(f"{{{_A}}}clrScheme"):
        for each in element:
            value = shades[each.tag.rpartition("}")[2]]
            each[:] = [each.makeelement(f"{{{_A}}}srgbClr", {"val": value})]
    for element in root.iter(f"{{{_A}}}majorFont", f"{{{_A}}}minorFont"):
        for each, name in zip(list(element)[:3], (FONT, EAST, FONT), strict=True):
            each.set("typeface", name)
    written: bytes = serialize_part_xml(root)
    return written
