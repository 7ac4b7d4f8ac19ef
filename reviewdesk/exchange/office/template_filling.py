"""A client's own template filled with a summary: a row for each item, nothing left of what has nothing to say."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.outline import Line, Outline
from reviewdesk.domain.placeholders import KNOWN, Filling, Item, is_list, nearest
from reviewdesk.exchange.office.package import is_xml, packed, without_traces
from reviewdesk.exchange.office.package_text import text_of_package
from reviewdesk.exchange.office.placeholder_text import (
    DRAWING,
    FOUND,
    WORD,
    Asked,
    asked_in,
    asked_of,
    paragraphs_in,
    replace,
    text_of,
)
from reviewdesk.exchange.office.properties import moment_of, with_core
from reviewdesk.exchange.office.slides_left import without_empty_slides
from reviewdesk.exchange.office.template_checking import template_parts
from reviewdesk.exchange.written import Written

_ROWS: Final = (f"{WORD}tr", f"{DRAWING}tr")
_CELLS: Final = frozenset({f"{WORD}tc", f"{DRAWING}tc"})
_FILLED: Final = (
    *("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "word/charts/"),
    *("ppt/slides/", "ppt/slideMasters/", "ppt/slideLayouts/", "ppt/notesSlides/", "ppt/charts/"),
)
_EXAMPLE: Final = "{{account}} or {{we_will}}"


def check_template(content: bytes, name: str) -> DocumentKind:
    """Say what kind of document a template is for.

    Raises:
        RefusedError: it asks for what is not known, or for nothing at all.
        UnreadableError: it is no template that can be used.
    """
    kind, parts = template_parts(content, name)
    asked = [one for root in _roots(parts).values() for one in asked_in(root)]
    broken = [text_of(each) for root in _roots(parts).values() for each in paragraphs_in(root) if _is_broken(each)]
    if broken:
        raise RefusedError(
            f"{name} has a placeholder that does not end: “{broken[0].strip()[:60]}”. Close it with }}}}."
        )
    unknown = [each.name for each in asked if each.name not in KNOWN]
    if unknown:
        raise RefusedError(f"{name} asks for {_named(unknown)}. Correct the template, and choose it again.")
    if not asked:
        raise RefusedError(f"{name} has no placeholder. Write one where something belongs, such as {_EXAMPLE}.")
    return kind


def filled(content: bytes, name: str, filling: Filling, outline: Outline) -> Written:
    """Fill a template that was checked; the same template and summary give the same bytes.

    Raises:
        RefusedError: a row of it asks for the items of two lists.
        UnreadableError: it is no template that can be used.
    """
    _, parts = template_parts(content, name)
    made = _made(parts, _Filler(filling, _all_of), outline)
    blank = _made(parts, _Filler(filling, _own_of), None)
    return Written(made, (text_of_package(blank),))


def _made(parts: Mapping[str, bytes], filler: "_Filler", outline: Outline | None) -> bytes:
    roots = _roots(parts)
    kept = without_empty_slides(dict(parts), roots, filler.filling)
    for name, root in roots.items():
        if name in kept:
            filler.fill(root)
            kept[name] = serialize_part_xml(root)
    return packed(without_traces(with_core(kept, outline), moment_of(outline) if outline else "1980-01-01T00:00:00Z"))


def _roots(parts: Mapping[str, bytes]) -> dict[str, Any]:
    """Give the parts that may hold placeholders."""
    return {name: parse_xml(part) for name, part in parts.items() if name.startswith(_FILLED) and _is_text(name)}


def _is_text(name: str) -> bool:
    return is_xml(name) and "/_rels/" not in name


def _is_broken(paragraph: Any) -> bool:  # noqa: ANN401 - an element of lxml
    return "{{" in FOUND.sub("", text_of(paragraph))


def _named(unknown: list[str]) -> str:
    found = []
    for each in dict.fromkeys(unknown):
        near = nearest(each)
        meant = f", meant may be {{{{{near}}}}}" if near else ""
        found.append(f"{{{{{each}}}}}, which is not known{meant}")
    return "; ".join(found)


def _all_of(line: Line) -> str:
    return "".join(each.text for each in line)


def _own_of(line: Line) -> str:
    return "\n".join(each.text for each in line if each.own)


class _Filler:
    """Fills elements with a summary; `say` gives a line as text, of a document without data its own words alone."""

    def __init__(self, filling: Filling, say: Callable[[Line], str]) -> None:
        self.filling, self._say = filling, say

    def fill(self, root: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Fill every row and paragraph."""
        for row in list(root.iter(*_ROWS)):
            if _list_in(row) and not any(_list_in(each) for each in row.iterdescendants(*_ROWS)):
                self._fill_row(row)
        for paragraph in paragraphs_in(root):
            if asked_of(paragraph):
                self._fill_paragraph(paragraph)

    def _fill_row(self, row: Any) -> None:  # noqa: ANN401 - an element of lxml
        """Give a row for each item of its list; a table without any that has a head alone goes with it."""
        name, table = _list_in(row), row.getparent()
        for item in self.filling.lists[name]:
            copied = deepcopy(row)
            row.addprevious(copied)
            for paragraph in paragraphs_in(copied):
                replace(paragraph, partial(self._said, item))
        table.remove(row)
        if not self.filling.lists[name] and len(table.findall(f"{row.tag}")) <= 1 and not asked_in(table):
            _remove_table(table)

    def _fill_paragraph(self, paragraph: Any) -> None:  # noqa: ANN401 - an element of lxml
        asked = asked_of(paragraph)
        if any(each.is_condition and self.filling.is_empty(each.name) for each in asked):
            _remove(paragraph)
            return
        named = next((each.name for each in asked if is_list(each.name) and not each.is_condition), "")
        if named:
            for item in self.filling.lists[named.partition(".")[0]]:
                copied = deepcopy(paragraph)
                paragraph.addprevious(copied)
                replace(copied, partial(self._said, item))
            _remove(paragraph)
        else:
            says_more = FOUND.sub("", text_of(paragraph)).strip(" \n\u00a0,;:·–-|()")
            there = any(each.is_condition or not self.filling.is_empty(each.name) for each in asked)
            replace(paragraph, partial(self._said, {}))
            if not says_more and not there:
                _remove(paragraph)

    def _said(self, item: Item, asked: Asked) -> str:
        if asked.is_condition:
            return ""
        name, _, field = asked.name.partition(".")
        return self._say(item.get(field, ()) if is_list(name) else self.filling.texts.get(name, ()))


def _list_in(row: Any) -> str:  # noqa: ANN401 - an element of lxml
    """Give the list whose items a row is repeated for, or nothing."""
    names = dict.fromkeys(each.name.partition(".")[0] for each in asked_in(row) if is_list(each.name))
    if len(names) > 1:
        both = " and ".join(f"{{{{{each}}}}}" for each in list(names)[:2])
        raise RefusedError(f"One row of the template holds {both}. Give each of them a row of its own.")
    return next(iter(names), "")


def _remove_table(table: Any) -> None:  # noqa: ANN401 - an element of lxml
    frames = (each for each in table.iterancestors() if each.tag.endswith("}graphicFrame"))
    whole = next(frames, table) if table.tag.startswith(DRAWING) else table
    whole.getparent().remove(whole)


def _remove(paragraph: Any) -> None:  # noqa: ANN401 - an element of lxml
    """Take a paragraph out; the last one of a cell or box must stay and is emptied."""
    parent = paragraph.getparent()
    others = [each for each in parent if each.tag == paragraph.tag and each is not paragraph]
    holds_section = paragraph.find(f"{WORD}pPr/{WORD}sectPr") is not None
    must_end = parent.tag in _CELLS and parent[-1] is paragraph and parent[-2].tag != paragraph.tag
    if others and not holds_section and not must_end:
        parent.remove(paragraph)
        return
    for child in list(paragraph):
        if not child.tag.endswith("}pPr"):
            paragraph.remove(child)
