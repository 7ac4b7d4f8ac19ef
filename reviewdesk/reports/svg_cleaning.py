"""A picture given as SVG, read as the hostile input it is: only shapes and colours are let through.

What is let through is written anew from a list of what is known to be harmless. Nothing is fetched, no file is read,
nothing is unfolded beyond a small number of shapes; what cannot be drawn rightly is refused with what to do instead.
"""

import math
import re
from collections.abc import Iterator
from typing import Final

from lxml import etree

from reviewdesk.domain.errors import RefusedError
from reviewdesk.reports.svg_gradients import plain_gradients

LARGEST: Final = 400_000  # bytes
_MOST_SHAPES: Final = 3_000
_MOST_CLIPPED: Final = 4_000
_LONGEST_WORDS: Final = 50_000
_LONGEST_NUMBERS: Final = 2_000
_OUTLINES: Final = frozenset({"d", "points"})
_DEEPEST: Final = 40
_MOST_NESTED: Final = 200
_FARTHEST: Final = 1e6
_SVG: Final = "http://www.w3.org/2000/svg"
_LINKS: Final = ("href", "{http://www.w3.org/1999/xlink}href")
_SHAPES: Final = frozenset("path rect circle ellipse line polyline polygon".split())
_DRAWN: Final = _SHAPES | frozenset("svg g defs use symbol clipPath linearGradient radialGradient stop style".split())
_LEFT_OUT: Final = frozenset({"title", "desc", "metadata"})
_MOVING: Final = frozenset(
    "script foreignObject animate animateMotion animateTransform animateColor set handler".split()
)
_WRITTEN: Final = frozenset("text tspan textPath tref font glyph font-face altGlyph flowRoot".split())
_NUMBERS: Final = frozenset(
    "x y x1 y1 x2 y2 cx cy r rx ry fx fy width height d points viewBox transform gradientTransform offset "
    "stroke-width stroke-dasharray stroke-dashoffset stroke-miterlimit".split()
)
_WORDS: Final = frozenset(
    "id class preserveAspectRatio gradientUnits spreadMethod clipPathUnits fill fill-rule fill-opacity stroke "
    "stroke-opacity stroke-linecap stroke-linejoin opacity clip-path clip-rule display visibility color stop-color "
    "stop-opacity style".split()
)
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_HARMLESS_NUMBERS: Final = re.compile(r"[\sa-zA-Z0-9.,+()%-]*")
_HARMLESS_WORDS: Final = re.compile(r"[\s\w#.,:;(){}%*>+~=\[\]\"'!-]*")
_OUTSIDE: Final = re.compile(r"url\(\s*['\"]?(?!\s*['\"]?#)|@|\\|javascript|expression|https?:", re.IGNORECASE)
_OWN_ID: Final = re.compile(r"#[\w:.-]+")
_HEADING: Final = re.compile(r"^\s*<\?xml[^>]*\?>")
_AS_PNG: Final = "Save the logo as a PNG and choose that."
_UNREADABLE: Final = f"This SVG cannot be read: it is broken, or no SVG at all. {_AS_PNG}"


def cleaned_svg(content: bytes) -> bytes:
    """Give an SVG with nothing but its shapes and colours.

    Raises:
        RefusedError: it is too large, broken, reaches outside, or holds what cannot be drawn; the sentence says which.
    """
    if len(content) > LARGEST:
        raise RefusedError(f"This SVG is larger than a logo can be (400 KB). {_AS_PNG}")
    root = _parsed(content)
    fresh = _copied(root, 0)
    if fresh is None or fresh.tag != f"{{{_SVG}}}svg":
        raise RefusedError(_UNREADABLE)
    if _unfolded(fresh) > _MOST_SHAPES or _clipped(fresh) > _MOST_CLIPPED:
        raise RefusedError(f"This SVG holds more shapes than a logo has ({_MOST_SHAPES}). {_AS_PNG}")
    plain_gradients(fresh)
    return bytes(etree.tostring(fresh))


def parsed_svg(content: bytes) -> etree._Element:
    """Read an SVG that was cleaned."""
    return etree.fromstring(content, _parser())


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )


def _parsed(content: bytes) -> etree._Element:
    try:
        text = _without_its_kind(_HEADING.sub("", content.decode("utf-8-sig"), count=1))
    except UnicodeDecodeError as error:
        raise RefusedError(_UNREADABLE) from error
    if "<!" in _without(_without(text, "<!--", "-->"), "<![CDATA[", "]]>"):
        raise RefusedError(f"This SVG defines words of its own, which can do harm. {_AS_PNG}")
    try:
        return etree.fromstring(text.encode(), _parser())
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(_UNREADABLE) from error


def _without_its_kind(text: str) -> str:
    """Leave out the line that says what kind of file it is, where it says nothing more."""
    start = text.find("<!DOCTYPE")
    end = text.find(">", start)
    return text[:start] + text[end + 1 :] if 0 <= start < end and "[" not in text[start:end] else text


def _without(text: str, opening: str, closing: str) -> str:
    """Leave out what stands between two signs, in one go through the text; what is not closed stays."""
    kept, at = [], 0
    while (start := text.find(opening, at)) >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            break
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join((*kept, text[at:]))


def _copied(element: etree._Element, depth: int) -> etree._Element | None:
    """Copy an element with what is harmless of it; nothing of what belongs to the drawing program alone."""
    tag = element.tag
    if not isinstance(tag, str):
        raise RefusedError(_UNREADABLE)
    space, _, name = tag.rpartition("}")
    if space not in {"", f"{{{_SVG}"} or name in _LEFT_OUT:
        return None
    _refuse_what_cannot_be_drawn(name, depth)
    fresh = etree.Element(f"{{{_SVG}}}{name}", nsmap={None: _SVG})
    for key, value in sorted(_attributes(element)):
        fresh.set(key, value)
    if name == "style":
        fresh.text = _words(element.text or "")
    for child in element:
        copy = _copied(child, depth + 1)
        if copy is not None:
            fresh.append(copy)
    return fresh


def _refuse_what_cannot_be_drawn(name: str, depth: int) -> None:
    if depth > _DEEPEST:
        raise RefusedError(f"This SVG is nested more deeply than a logo needs. {_AS_PNG}")
    if name in _MOVING:
        raise RefusedError(f"This SVG holds a script or moves, which a logo on paper must not. {_AS_PNG}")
    if name in _WRITTEN:
        raise RefusedError(
            "This SVG holds text in a font of another program. Turn its text into outlines, or save it as a PNG."
        )
    if name == "image":
        raise RefusedError(f"This SVG holds another picture, which may lie outside of it. {_AS_PNG}")
    if name not in _DRAWN:
        raise RefusedError(f"This SVG uses “{name[:40]}”, which cannot be printed as lines. {_AS_PNG}")


def _attributes(element: etree._Element) -> Iterator[tuple[str, str]]:
    for key, value in element.attrib.items():
        if key in _LINKS:
            if not _OWN_ID.fullmatch(value.strip()):
                raise RefusedError(f"This SVG reaches for something outside of itself. {_AS_PNG}")
            yield "{http://www.w3.org/1999/xlink}href", value.strip()
        elif key in _NUMBERS:
            yield key, _numbers(value, LARGEST if key in _OUTLINES else _LONGEST_NUMBERS)
        elif key in _WORDS:
            yield key, _words(value)


def _numbers(text: str, longest: int) -> str:
    sizes = (float(each) for each in _NUMBER.findall(text[:longest]))
    if (
        len(text) > longest
        or not _HARMLESS_NUMBERS.fullmatch(text)
        or any(not math.isfinite(each) or abs(each) > _FARTHEST for each in sizes)
    ):
        raise RefusedError(f"This SVG holds numbers that no logo has. {_AS_PNG}")
    return text


def _words(text: str) -> str:
    text = _without(" ".join(text.split()), "/*", "*/")
    if _OUTSIDE.search(text):
        raise RefusedError(f"This SVG reaches for something outside of itself. {_AS_PNG}")
    if len(text) > _LONGEST_WORDS or not _HARMLESS_WORDS.fullmatch(text):
        raise RefusedError(f"This SVG holds a style that cannot be printed. {_AS_PNG}")
    return text


def _unfolded(root: etree._Element) -> int:
    """Count the elements with every use of another one unfolded.

    Raises:
        RefusedError: something uses itself.
    """
    by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
    known: dict[etree._Element, int] = {}

    def count(element: etree._Element, inside: frozenset[etree._Element]) -> int:
        if element in inside or len(inside) > _MOST_NESTED:
            raise RefusedError(f"This SVG draws itself within itself. {_AS_PNG}")
        if element not in known:
            within = inside | {element}
            used = by_id.get((element.get(_LINKS[1]) or "")[1:]) if element.tag == f"{{{_SVG}}}use" else None
            parts = [*element, *([used] if used is not None else [])]
            known[element] = 1 + sum(count(each, within) for each in parts)
        return known[element]

    return count(root, frozenset())


def _clipped(root: etree._Element) -> int:
    """Count how often a shape may be cut by another one, which is what takes long."""
    cutting = sum(len(list(each.iter())) for each in root.iter(f"{{{_SVG}}}clipPath"))
    return cutting * len(list(root.iter()))
