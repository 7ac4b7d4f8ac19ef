"""The one gate that all text of a document passes: what comes out is plain characters.

Nothing is ever read as markup. Line ends are unified, control characters become spaces, and direction marks and other
invisible characters are dropped.
"""

import re
import unicodedata
from typing import Final

JOINERS: Final = "\u200c\u200d"
_LINE_ENDS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES: Final = re.compile(r"[ \n]*\n[ \n]*")
_SPACES: Final = re.compile("[\x00-\x09\x0e-\x1b\x1f\x20\x7f-\x84\x86-\x9f\u2000-\u200a\u205f\u3000]+")
_FIXED_SPACES: Final = re.compile("[\u00a0\u2007]")
_PLAIN: Final = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u024f\u202f]*")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_INVISIBLE: Final = frozenset({"Cf", "Cc"})
_VARIANTS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x1F3FB, 0x1F400))
_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}


def gate(text: str) -> str:
    """Make any text plain: one kind of line end and space, nothing invisible, composed characters."""
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", text))
    text = _BLANK_LINES.sub("\n", _FIXED_SPACES.sub("\u00a0", text)).strip(" \n")
    if _PLAIN.fullmatch(text):
        return text
    return unicodedata.normalize("NFC", "".join(char for char in text.translate(_LIGATURES) if not _is_dropped(char)))


def one_line(text: str) -> str:
    """Pass a text through the gate as a single line."""
    return gate(text).replace("\n", " ")


def is_right_to_left(text: str) -> bool:
    """Say whether a text holds anything that is read from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def begins_right_to_left(text: str) -> bool:
    """Say whether the first letter of a text is read from right to left."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in {"L", "R", "AL"}:
            return kind != "L"
    return False


def _is_dropped(char: str) -> bool:
    if char in JOINERS or char == "\n":
        return False
    return unicodedata.category(char) in _INVISIBLE or any(ord(char) in variants for variants in _VARIANTS)
