"""A template that comes from elsewhere: what could run, fetch or tell on somebody is refused or taken out."""

from collections.abc import Iterator
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.office.package import TYPES, is_xml, unpacked

_LARGEST: Final = 30 * 1024 * 1024
_MACROS: Final = ("vbaproject", "vbadata", "activex", "macrosheets")
_PROGRAMS: Final = ("oleobject", "/embeddings/", "/afchunk", "/altchunk")
_KEPT_LINKS: Final = ("http://", "https://", "mailto:", "tel:")
_FETCHING: Final = frozenset(
    "INCLUDEPICTURE INCLUDETEXT INCLUDE DDE DDEAUTO LINK IMPORT DATABASE MACROBUTTON EMBED RD".split()
)
_REVISIONS: Final = frozenset({"ins", "del", "moveFrom", "moveTo", "comment", "cm"})
_MAIN: Final = {
    "wordprocessingml.template.main+xml": "wordprocessingml.document.main+xml",
    "presentationml.template.main+xml": "presentationml.presentation.main+xml",
    "presentationml.slideshow.main+xml": "presentationml.presentation.main+xml",
}
_TEMPLATE_LINK: Final = "attachedTemplate"
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def template_parts(content: bytes, name: str) -> tuple[DocumentKind, dict[str, bytes]]:
    """Give what kind of document a template is for, and its parts as they may be used.

    Raises:
        UnreadableError: it is none, or holds macros, linked files, programs, remarks or tracked changes.
    """
    if len(content) > _LARGEST:
        raise UnreadableError(f"{name} is larger than 30 MB. Make its pictures smaller.")
    parts = unpacked(content, name)
    kind = _kind(parts[TYPES].decode("utf-8", "replace"), name)
    lower = [each.lower() for each in parts]
    if any(mark in each for each in lower for mark in _MACROS):
        raise UnreadableError(f"{name} holds macros. Save it without them, as .{kind.value}, and choose that file.")
    if any(mark in each and not each.endswith(".xlsx") for each in lower for mark in _PROGRAMS):
        raise UnreadableError(f"{name} holds another document or a program inside. Take that out of it first.")
    for each in parts:
        if each.endswith(".rels"):
            parts[each] = _links_kept(parts[each], name)
        elif is_xml(each) and each != TYPES:
            parts[each] = _looked_through(each, parts[each], name)
    parts[TYPES] = _as_document(parts[TYPES])
    return kind, parts


def _kind(types: str, name: str) -> DocumentKind:
    if "macroEnabled" in types:
        raise UnreadableError(f"{name} may hold macros. Save it as .docx or .pptx and choose that file.")
    if "wordprocessingml." in types and ".main+xml" in types:
        return DocumentKind.WORD
    if "presentationml." in types and ".main+xml" in types:
        return DocumentKind.POWERPOINT
    raise UnreadableError(f"{name} is no Word or PowerPoint file. Choose a .docx or .pptx.")


def _as_document(types: bytes) -> bytes:
    for template, document in _MAIN.items():
        types = types.replace(template.encode(), document.encode())
    return types


def _links_kept(part: bytes, name: str) -> bytes:
    root = _parsed(part, name)
    for each in list(root):
        if each.get("TargetMode") != "External":
            continue
        kind, target = each.get("Type", "").rpartition("/")[2], each.get("Target", "")
        if kind == _TEMPLATE_LINK:
            root.remove(each)
        elif kind != "hyperlink" or not target.lower().startswith(_KEPT_LINKS):
            raise UnreadableError(
                f"{name} links to something outside itself: {target[:120]}. Put it into the file, or take it out."
            )
    return _written(root)


def _looked_through(part_name: str, part: bytes, name: str) -> bytes:
    root = _parsed(part, name)
    for element in list(root.iter()):
        kind = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if kind in _REVISIONS and "docProps" not in part_name:
            raise UnreadableError(
                f"{name} holds remarks or tracked changes, with the names of who made them. Accept them or take them "
                "out, and save it again."
            )
        if kind == _TEMPLATE_LINK:
            element.getparent().remove(element)
        for code in _codes(element, kind):
            if code.split()[:1] and code.split()[0].upper() in _FETCHING:
                raise UnreadableError(f"{name} holds a field that fetches something: {code.strip()[:80]}. Take it out.")
    return _written(root)


def _codes(element: Any, kind: str) -> Iterator[str]:  # noqa: ANN401 - an element of lxml
    """Give what a field does; one that is cut into several runs is joined."""
    if kind == "fldSimple":
        yield element.get(f"{_WORD}instr") or ""
    elif kind == "p":
        yield "".join(each.text or "" for each in element.iter(f"{_WORD}instrText"))


def _parsed(part: bytes, name: str) -> Any:  # noqa: ANN401 - an element of lxml
    try:
        return parse_xml(part)
    except SyntaxError as error:
        raise UnreadableError(f"{name} is damaged: a part of it cannot be read. Save it again.") from error


def _written(root: Any) -> bytes:  # noqa: ANN401 - an element of lxml
    written: bytes = serialize_part_xml(root)
    return written
