"""What can be read in a Word or PowerPoint file, wherever in it: the text that the leak guard looks through."""

from collections.abc import Iterator
from typing import Any, Final

from docx.oxml import parse_xml

from reviewdesk.exchange.office.package import TYPES, is_xml, unpacked

_ENDS: Final = frozenset({"p", "tc", "tr", "c", "si", "pt", "v"})
_BREAKS: Final = frozenset({"br", "cr", "tab", "ptab"})
_TEXT: Final = frozenset({"t", "v", "delText", "instrText"})
_ALT: Final = ("descr", "title")
_SAYS_NOTHING: Final = ("/theme/", "/styles", "/fontTable", "/numbering", "/webSettings", "tableStyles", "viewProps")
_FORMS: Final = ("docProps/", "customXml/", "comments", "ppt/tags/")


def text_of_package(content: bytes, name: str = "The document") -> str:
    """Give all text of a file as a reader may come to see it.

    Headers, footers, notes, remarks, alternative texts, properties, the figures behind charts and the addresses behind
    links belong to it.
    """
    return "\n".join(text for each in _texts(content, name) if (text := each.strip()))


def _texts(content: bytes, name: str) -> Iterator[str]:
    parts = unpacked(content, name)
    for each in sorted(parts):
        if each.endswith(".xlsx"):
            yield text_of_package(parts[each], name)
        elif is_xml(each) and each != TYPES and not any(quiet in each for quiet in _SAYS_NOTHING):
            root = parse_xml(parts[each])
            if each.endswith(".rels"):
                yield from (one.get("Target") for one in root if one.get("TargetMode") == "External")
            else:
                yield "".join(_pieces(root, every=each.startswith(_FORMS) or any(form in each for form in _FORMS)))


def _pieces(root: Any, *, every: bool) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    """Give the text of a part in its order, each paragraph and cell on a line of its own."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        kind = element.tag.rpartition("}")[2]
        if kind in _ENDS and kind != "v":
            yield "\n"
        elif kind in _BREAKS:
            yield " "
        if element.text and (kind in _TEXT or (every and element.text.strip())):
            yield f"{element.text}\n" if every or kind in {"v", "instrText"} else element.text
        yield from (f"\n{element.get(each)}\n" for each in _ALT if element.get(each) and kind in {"docPr", "cNvPr"})
        yield from (f"\n{element.get(_VAL)}\n" for _ in "x" if kind in {"tblCaption", "tblDescription"})


_VAL: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val"
