"""Text from the bytes of mails and calendars, whatever they claim to be written in."""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

LONGEST: Final = 100_000  # characters
_DIRECTIONS: Final = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_KEPT: Final = {ord("\n"), ord("\t")}
_GONE: Final = {
    **{each: None for each in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)) if each not in _KEPT},
    **{ord(each): None for each in _DIRECTIONS},
    **{ord(each): "\n" for each in "\u2028\u2029"},
}


def shortened(text: str) -> str:
    """Give a text that people can read: without control characters and turns of direction, and not endless."""
    clean = text.replace("\r\n", "\n").replace("\r", "\n").translate(_GONE).strip()
    return clean if len(clean) <= LONGEST else f"{clean[: LONGEST - 1]}…"


def decoded(content: bytes, charset: str = "") -> str:
    """Decode by the mark, by the charset that was named if there is such a one, by UTF-8, else by Windows-1252."""
    marked = [name for mark, name in _MARKS if content.startswith(mark)]
    for each in (*marked, *_known(charset), "utf-8"):
        try:
            return content.decode(each)
        except UnicodeError:
            continue
    return content.decode("cp1252", "replace")


def _known(charset: str) -> tuple[str, ...]:
    """Give the codec of a charset, if it is one for text."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name if charset.strip() else ""
        "".encode(name or "ascii")
    except (LookupError, ValueError, TypeError, UnicodeError):
        return ()
    return (name,) if name else ()
