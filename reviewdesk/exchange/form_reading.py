"""Reads the fields of a PDF that a stranger may have made; nothing of what is read is trusted here.

It runs in a process of its own. Within it, it goes no deeper than a form of ours is: fields, and the circles of each.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any, Final

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from reviewdesk.domain.feedback_fields import EVERY, FormState
from reviewdesk.domain.hand_off_form import FIELDS as HAND_OFF_FIELDS
from reviewdesk.domain.hand_off_form import is_hand_off

MOST_PAGES: Final = 20
MOST_FIELDS: Final = 400
MOST_LETTERS: Final = 20_000
_CODE: Final = re.compile(r"(?:Form|Bogen|Fiche)\s+([0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})\b")
# What reading a broken file can end in, beside what the library says itself.
BROKEN: Final = (
    PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError,
    AssertionError, ArithmeticError, NotImplementedError, OSError, EOFError,
)  # fmt: skip


def read_fields(content: bytes) -> tuple[FormState, Mapping[str, str], str]:
    """Say what a PDF is: a form with the values of its fields, one without fields with its printed code, or another."""
    if b"%PDF-" not in content[:1024]:
        return FormState.OTHER, {}, ""
    try:
        return _read(PdfReader(BytesIO(content), root_object_recovery_limit=100, xref_stream_maximum_entries=100_000))
    except DependencyError:
        return FormState.LOCKED, {}, ""
    except (LimitReachedError, MemoryError):
        return FormState.TOO_LARGE, {}, ""
    except BROKEN:
        return FormState.DAMAGED, {}, ""


def _read(reader: PdfReader) -> tuple[FormState, Mapping[str, str], str]:
    if reader.is_encrypted and not reader.decrypt(""):
        return FormState.LOCKED, {}, ""
    if len(reader.pages) > MOST_PAGES:
        return FormState.TOO_LARGE, {}, ""
    told = _dictionary(reader.root_object.get("/AcroForm"))
    if "/XFA" in told:
        return FormState.LIVE, {}, ""
    values = dict(_values(_fields(reader, told)))
    if any(each.startswith("rd_") for each in values) or is_hand_off(values):
        return FormState.FORM, values, ""
    found = _CODE.search(reader.pages[0].extract_text()[:MOST_LETTERS])
    return (FormState.FLAT, {}, found[1]) if found else (FormState.OTHER, {}, "")


def _fields(reader: PdfReader, told: DictionaryObject) -> Iterator[DictionaryObject]:
    """Give the fields: those the document names, else those that stand on its first page."""
    named = list(_some(told.get("/Fields")))
    if named:
        yield from named
        return
    for each in _some(reader.pages[0].get("/Annots")):
        parent = _dictionary(each.get("/Parent"))
        yield parent if parent and "/T" not in each else each


def _values(fields: Iterable[DictionaryObject]) -> Iterator[tuple[str, str]]:
    """Give the name and the value of each field of ours; of two with one name the first counts."""
    seen = set()
    for each in fields:
        name = _text(each.get("/T"))
        if name in EVERY | HAND_OFF_FIELDS and name not in seen:
            seen.add(name)
            yield name, _value(each)


def _value(field: DictionaryObject) -> str:
    value = _text(field.get("/V"))
    if field.get("/FT") != "/Btn":
        return value.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    shown = [_text(each.get("/AS")) for each in (field, *_some(field.get("/Kids")))]
    chosen = [each for each in (value, *shown) if each not in ("", "/Off")]
    return chosen[0].removeprefix("/") if chosen else ""


def _some(listed: object) -> Iterator[DictionaryObject]:
    """Give the dictionaries of a list, as many as a form has at the most."""
    found = listed.get_object() if isinstance(listed, IndirectObject) else listed
    for each in list(found)[:MOST_FIELDS] if isinstance(found, ArrayObject) else ():
        one = _dictionary(each)
        if one:
            yield one


def _dictionary(given: Any) -> DictionaryObject:  # noqa: ANN401 - whatever stands in a stranger's file
    found = given.get_object() if isinstance(given, IndirectObject) else given
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _text(given: Any) -> str:  # noqa: ANN401 - as above
    found = given.get_object() if isinstance(given, IndirectObject) else given
    if isinstance(found, bytes):
        found = found.decode("utf-16" if found[:2] in (b"\xfe\xff", b"\xff\xfe") else "latin-1", errors="replace")
    return str(found)[:MOST_LETTERS] if isinstance(found, str) else ""
