"""Placeholders in the text of a paragraph: found across its runs, and replaced with the looks of the first of them."""

import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final

from reviewdesk.domain.gate import begins_right_to_left

WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PARAGRAPHS: Final = (f"{WORD}p", f"{DRAWING}p")
FOUND: Final = re.compile(r"\{\{\s*(if\s+)?([^{}\s]*)\s*\}\}", re.IGNORECASE)
_TEXTS: Final = frozenset({f"{WORD}t", f"{DRAWING}t"})
_BREAKS: Final = frozenset({f"{WORD}br", f"{WORD}tab", f"{WORD}cr", f"{DRAWING}br"})
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE_BIDI: Final = frozenset(
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN".split()
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A placeholder: its name in small letters, and whether it only asks if there is something."""

    name: str
    is_condition: bool


def paragraphs_in(element: Any) -> list[Any]:  # noqa: ANN401 - elements of lxml
    """Give every paragraph in an element, those in boxes and cells too."""
    return list(element.iter(*PARAGRAPHS))


def asked_in(element: Any) -> list[Asked]:  # noqa: ANN401 - an element of lxml
    """Give the placeholders of every paragraph in an element, in their order."""
    return [asked for each in paragraphs_in(element) for asked in asked_of(each)]


def asked_of(paragraph: Any) -> list[Asked]:  # noqa: ANN401 - an element of lxml
    """Give the placeholders of one paragraph."""
    return [Asked(hit[2].lower(), bool(hit[1])) for hit in FOUND.finditer(text_of(paragraph))]


def text_of(paragraph: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Give the text of one paragraph, without that of paragraphs in boxes within it."""
    return "".join(text for _, text in _pieces(paragraph))


def replace(paragraph: Any, said: Callable[[Asked], str]) -> None:  # noqa: ANN401 - an element of lxml
    """Put what is said for each placeholder in its place."""
    hits = list(FOUND.finditer(text_of(paragraph)))
    for hit in reversed(hits):
        _put(paragraph, hit.span(), said(Asked(hit[2].lower(), bool(hit[1]))))
    if hits:
        for node, text in list(_pieces(paragraph)):
            if node is not None and "\n" in text:
                _break_lines(node)
        _turn(paragraph)


def _pieces(paragraph: Any) -> Iterator[tuple[Any, str]]:  # noqa: ANN401 - an element of lxml
    """Give the texts of a paragraph, each with its node; a break has none."""
    for element in paragraph.iter():
        if element.tag in _TEXTS and _paragraph_of(element) is paragraph:
            yield element, element.text or ""
        elif element.tag in _BREAKS and _paragraph_of(element) is paragraph:
            yield None, "\n"


def _paragraph_of(element: Any) -> Any:  # noqa: ANN401 - an element of lxml
    return next((each for each in element.iterancestors() if each.tag in PARAGRAPHS), None)


def _put(paragraph: Any, span: tuple[int, int], said: str) -> None:  # noqa: ANN401 - an element of lxml
    start, end, at, first = *span, 0, True
    for node, text in list(_pieces(paragraph)):
        begins, at = at, at + len(text)
        if node is None or at <= start or begins >= end:
            continue
        before, after = text[: max(0, start - begins)], text[max(0, end - begins) :]
        node.text = f"{before}{said if first else ''}{after}"
        if node.tag.startswith(WORD):
            node.set(_SPACE, "preserve")
        first = False


def _break_lines(node: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Set line breaks where a text has them: within the run in Word, between runs on a slide."""
    lines = node.text.split("\n")
    node.text = lines[0]
    after, is_word = (node, True) if node.tag.startswith(WORD) else (node.getparent(), False)
    for each in lines[1:]:
        space = WORD if is_word else DRAWING
        broken = after.makeelement(f"{space}br", {})
        more = deepcopy(after)
        (more if is_word else more.find(f"{DRAWING}t")).text = each
        after.addnext(broken)
        broken.addnext(more)
        after = more


def _turn(paragraph: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Mark a paragraph as read from the right where it begins so now."""
    if not begins_right_to_left(text_of(paragraph)):
        return
    is_word = paragraph.tag.startswith(WORD)
    properties = paragraph.find(f"{WORD if is_word else DRAWING}pPr")
    if properties is None:
        properties = paragraph.makeelement(f"{WORD if is_word else DRAWING}pPr", {})
        paragraph.insert(0, properties)
    if not is_word:
        properties.set("rtl", "1")
        properties.set("algn", "r")
    elif properties.find(f"{WORD}bidi") is None:
        place = sum(each.tag.rpartition("}")[2] in _BEFORE_BIDI for each in properties)
        properties.insert(place, properties.makeelement(f"{WORD}bidi", {}))
    for run in paragraph.iter(f"{WORD}r"):
        if begins_right_to_left("".join(each.text or "" for each in run.iter(f"{WORD}t"))):
            look = run.find(f"{WORD}rPr")
            if look is None:
                look = run.makeelement(f"{WORD}rPr", {})
                run.insert(0, look)
            if look.find(f"{WORD}rtl") is None:
                look.append(look.makeelement(f"{WORD}rtl", {}))
