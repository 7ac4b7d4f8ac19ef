"""The slides of a template that have nothing to say, taken out whole."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from reviewdesk.domain.placeholders import ALWAYS_THERE, Filling
from reviewdesk.exchange.office.package import TYPES
from reviewdesk.exchange.office.placeholder_text import asked_in

_SLIDE: Final = re.compile(r"ppt/slides/([^/]+\.xml)")
_MAIN: Final = "ppt/presentation.xml"
_RELS: Final = "ppt/_rels/presentation.xml.rels"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def without_empty_slides(parts: dict[str, bytes], roots: Mapping[str, Any], filling: Filling) -> dict[str, bytes]:
    """Give parts without the slides whose placeholders all have nothing to put in their places."""
    gone = {name for name, root in roots.items() if _SLIDE.fullmatch(name) and _says_nothing(root, filling)}
    if not gone or len(gone) == sum(_SLIDE.fullmatch(each) is not None for each in parts) or _MAIN not in parts:
        return parts
    main, rels, types = (parse_xml(parts[each]) for each in (_MAIN, _RELS, TYPES))
    targets = {f"slides/{name.rpartition('/')[2]}" for name in gone}
    ids = {each.get("Id") for each in rels if each.get("Target", "").removeprefix("/ppt/") in targets}
    _drop(each for each in rels if each.get("Id") in ids)
    _drop(each for each in types if each.get("PartName", "").removeprefix("/") in gone)
    _drop(each for each in main.iter() if each.get(_ID) in ids)
    parts = {name: part for name, part in parts.items() if name not in gone and _slide_of(name) not in gone}
    return {**parts, _MAIN: _xml(main), _RELS: _xml(rels), TYPES: _xml(types)}


def _drop(elements: Iterable[Any]) -> None:
    for each in list(elements):
        each.getparent().remove(each)


def _says_nothing(root: Any, filling: Filling) -> bool:  # noqa: ANN401 - an element of lxml
    names = {each.name for each in asked_in(root) if each.name.partition(".")[0] not in ALWAYS_THERE}
    return bool(names) and all(map(filling.is_empty, names))


def _slide_of(name: str) -> str:
    """Give the slide whose links a part holds."""
    return name.replace("/_rels/", "/").removesuffix(".rels")


def _xml(root: Any) -> bytes:  # noqa: ANN401 - an element of lxml
    written: bytes = serialize_part_xml(root)
    return written
