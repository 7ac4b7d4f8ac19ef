"""Gradients of an SVG, made plain: turned and moved ones are given the places they end up in.

What draws an SVG takes no notice of how a gradient is turned, draws no line in a gradient and none that fades out.
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Final

from lxml import etree

from reviewdesk.domain.errors import RefusedError

Matrix = tuple[float, float, float, float, float, float]
_HREF: Final = "{http://www.w3.org/1999/xlink}href"
_STEP: Final = re.compile(r"(matrix|translate|scale|rotate|skewX|skewY)\s*\(([^)]*)\)")
_NUMBER: Final = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_PLACES: Final[Mapping[str, Mapping[str, float]]] = {
    "linearGradient": {"x1": 0, "y1": 0, "x2": 1, "y2": 0},
    "radialGradient": {"cx": 0.5, "cy": 0.5, "r": 0.5},
}
_LINE: Final = re.compile(r"stroke\s*:\s*url", re.IGNORECASE)
_FADED: Final = re.compile(r"stop-opacity\s*:\s*(?!1(?:\.0*)?\s*(?:;|$))", re.IGNORECASE)
_MOST_PARENTS: Final = 8
_FARTHEST: Final = 1e6
_AS_PNG: Final = "Save the logo as a PNG and choose that."


def plain_gradients(root: etree._Element) -> None:
    """Put every turned gradient where it ends up.

    Raises:
        RefusedError: a line is drawn in a gradient, or one fades out, which cannot be printed rightly.
    """
    by_id = {each.get("id"): each for each in root.iter() if each.get("id")}
    for each in root.iter():
        _refuse_what_fades(each)
    turned = [each for each in root.iter() if each.get("gradientTransform")]
    places = [_places_of(each, by_id) for each in turned]
    for each, (known, transform) in zip(turned, places, strict=True):
        _move(each, known, transform)
        del each.attrib["gradientTransform"]


def _refuse_what_fades(element: etree._Element) -> None:
    style = element.get("style", "")
    words = f"{style};{element.text or ''}" if _name(element) == "style" else style
    if element.get("stroke", "").strip().startswith("url(") or _LINE.search(words):
        raise RefusedError(f"This SVG draws a line in a gradient, which cannot be printed as lines. {_AS_PNG}")
    opacity = element.get("stop-opacity", "1").strip()
    if opacity not in {"1", "1.0", "100%"} or _FADED.search(words):
        raise RefusedError(f"This SVG has a gradient that fades out, which cannot be printed as lines. {_AS_PNG}")


def _places_of(element: etree._Element, by_id: Mapping[str | None, etree._Element]) -> tuple[dict[str, float], Matrix]:
    """Give where a gradient lies before it is turned, its own places before those of what it is made after."""
    chain = list(_chain(element, by_id))
    found = {
        name: next((_share(each.get(name)) for each in chain if each.get(name)), default)
        for name, default in _PLACES.get(_name(element), {}).items()
    }
    return found, matrix_of(element.get("gradientTransform"))


def _chain(element: etree._Element, by_id: Mapping[str | None, etree._Element]) -> Iterator[etree._Element]:
    at: etree._Element | None = element
    for _ in range(_MOST_PARENTS):
        if at is None:
            return
        yield at
        at = by_id.get((at.get(_HREF) or "")[1:])


def _move(element: etree._Element, places: Mapping[str, float], m: Matrix) -> None:
    moved: dict[str, float] = {}
    for x, y in (pair for pair in (("x1", "y1"), ("x2", "y2"), ("cx", "cy")) if pair[0] in places):
        moved[x] = m[0] * places[x] + m[2] * places[y] + m[4]
        moved[y] = m[1] * places[x] + m[3] * places[y] + m[5]
    if "r" in places:
        moved["r"] = places["r"] * math.sqrt(abs(m[0] * m[3] - m[1] * m[2]))
    if any(not abs(each) < _FARTHEST for each in moved.values()):
        raise RefusedError(f"This SVG holds numbers that no logo has. {_AS_PNG}")
    for name, place in moved.items():
        element.set(name, f"{place:.6g}")


def matrix_of(text: str) -> Matrix:
    """Give one matrix for a chain of steps such as "translate(2 3) rotate(45)"."""
    whole: Matrix = (1, 0, 0, 1, 0, 0)
    for name, inside in _STEP.findall(text):
        whole = _after(whole, _matrix(name, [float(each) for each in _NUMBER.findall(inside)]))
    return whole


def _matrix(name: str, values: list[float]) -> Matrix:
    first, *rest = values or [0.0]
    if name == "matrix" and len(values) == 6:
        return (values[0], values[1], values[2], values[3], values[4], values[5])
    if name == "translate":
        return (1, 0, 0, 1, first, rest[0] if rest else 0)
    if name == "scale":
        return (first, 0, 0, rest[0] if rest else first, 0, 0)
    angle = math.radians(first)
    if name == "rotate":
        turn: Matrix = (math.cos(angle), math.sin(angle), -math.sin(angle), math.cos(angle), 0, 0)
        x, y = rest[:2] if len(rest) > 1 else (0.0, 0.0)
        return _after(_after((1, 0, 0, 1, x, y), turn), (1, 0, 0, 1, -x, -y))
    if name in {"skewX", "skewY"}:
        lean = math.tan(angle)
        return (1, 0, lean, 1, 0, 0) if name == "skewX" else (1, lean, 0, 1, 0, 0)
    return (1, 0, 0, 1, 0, 0)


def _after(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * m + e, b * k + d * m + f)


def _share(text: str | None) -> float:
    number = _NUMBER.search(text or "")
    share = float(number.group()) if number else 0.0
    return share / 100 if (text or "").strip().endswith("%") else share


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
