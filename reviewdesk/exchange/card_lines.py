"""The lines of a vCard file, of version 2.1, 3.0 or 4.0, as properties with their values as text."""

import quopri
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_SKIPPED: Final = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "AGENT"))
_HEAD: Final = re.compile(rb'\s*(?:[\w-]+\.)?(?P<name>[\w-]+)(?P<params>(?:;(?:[^":;]|"[^"]*")*)*):', re.ASCII)
_PARAM: Final = re.compile(r';([\w-]*)=?("[^"]*"|[^;]*)')
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_PARTS: Final = re.compile(r"((?:[^;\\]|\\.)*)(?:;|\Z)", re.DOTALL)
_LONGEST: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Property:
    """One property: its name in capitals, its types in capitals, and its value, still escaped."""

    name: str
    value: str
    types: frozenset[str] = frozenset()
    is_preferred: bool = False

    @property
    def text(self) -> str:
        """The value as a person wrote it."""
        return unescaped(self.value)

    @property
    def parts(self) -> tuple[str, ...]:
        """The values between unescaped semicolons."""
        return tuple(unescaped(each) for each in _PARTS.findall(self.value)[:-1] or [self.value])


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    content: bytes
    params: Mapping[str, str] = field(default_factory=dict)


def properties(lines: Iterable[bytes], charset: str) -> Iterator[tuple[int, Property]]:
    """Give the properties with the numbers of their lines; what holds pictures, sounds or keys is passed over.

    `charset` is what the text is in where a property does not say.
    """
    for number, content in _unfolded(lines):
        head = _HEAD.match(content)
        if head is not None:
            name = head["name"].decode("ascii").upper()
            if name not in _SKIPPED:
                params = _params(head["params"].decode("ascii", "replace"))
                yield number, _property(name, params, content[head.end() :], charset)


def unescaped(value: str) -> str:
    """Take the backslashes off."""
    return (
        _ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value).strip()
        if "\\" in value
        else value.strip()
    )


def _unfolded(lines: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Join lines that go on in the next: by a blank before it, or in quoted-printable by a sign at the end."""
    held: list[bytes] = []
    start, size, is_skipped = 0, 0, False
    for number, raw in enumerate(lines, start=1):
        line = raw.rstrip(b"\r\n")
        goes_on = bool(held) and held[-1].endswith(b"=") and _is_quoted(held[0])
        if held and (goes_on or line[:1] in (b" ", b"\t")):
            size += len(line)
            if not is_skipped and size < _LONGEST:
                held[-1:] = [held[-1][:-1], line] if goes_on else [held[-1], line[1:]]
            continue
        if held and not is_skipped:
            yield start, b"".join(held)
        head = _HEAD.match(line[:1_000])
        start, held, size = number, [line], len(line)
        is_skipped = head is not None and head["name"].decode("ascii").upper() in _SKIPPED
    if held and not is_skipped:
        yield start, b"".join(held)


def _is_quoted(line: bytes) -> bool:
    head = _HEAD.match(line[:1_000])
    return head is not None and b"QUOTED-PRINTABLE" in head["params"].upper()


def _params(text: str) -> dict[str, str]:
    """Give the parameters; one that stands bare, as in 2.1, is a type or an encoding."""
    found: dict[str, str] = {}
    for name, value in _PARAM.findall(text):
        known = name.upper() if value else "ENCODING" if name.upper() in ("QUOTED-PRINTABLE", "BASE64") else "TYPE"
        said = (value or name).strip('"').upper()
        found[known] = f"{found[known]},{said}" if known in found else said
    return found


def _property(name: str, params: Mapping[str, str], content: bytes, charset: str) -> Property:
    types = frozenset(each.strip() for each in params.get("TYPE", "").split(","))
    quoted = params.get("ENCODING", "") == "QUOTED-PRINTABLE"
    value = _decoded(quopri.decodestring(content) if quoted else content, params.get("CHARSET", ""), charset)
    return Property(name, value, types, is_preferred="PREF" in types or params.get("PREF", "") == "1")


def _decoded(content: bytes, named: str, charset: str) -> str:
    for each in (named, charset, "utf-8"):
        try:
            return content.decode(each) if each else content.decode("utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return content.decode("cp1252", "replace")
