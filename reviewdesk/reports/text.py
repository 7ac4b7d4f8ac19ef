"""The one gate that all text of a document passes: what is drawn is plain characters that a font has.

Nothing is ever read as markup. Line ends are unified, control characters become spaces, direction marks and other
invisible characters are dropped, and a character that no font has is named in words.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from reviewdesk.reports.fonts import Face, Fonts, Weight

_LINE_ENDS: Final = re.compile("\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINES: Final = re.compile(r"[ \n]*\n[ \n]*")
_SPACES: Final = re.compile("[\x00-\x09\x0e-\x1b\x1f\x20\x7f-\x84\x86-\x9f\u2000-\u200a\u205f\u3000]+")
_FIXED_SPACES: Final = re.compile("[\u00a0\u202f\u2007]")
_PLAIN: Final = re.compile(r"[\x20-\x7e\xa0-\xac\xae-\u024f]*")
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f]")
_INVISIBLE: Final = frozenset({"Cf", "Cc"})
_VARIANTS: Final = (range(0xFE00, 0xFE10), range(0xE0100, 0xE01F0), range(0x1F3FB, 0x1F400))
_LIGATURES: Final = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
_JOINERS: Final = "\u200c\u200d"


class Piece(NamedTuple):
    """Characters of one font."""

    face: Face
    text: str


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


def named(text: str, weight: Weight, fonts: Fonts) -> str:
    """Replace each character that no font has by others that say the same, in the worst case by its name in words."""
    main = fonts.main(weight)
    if main.has(text):
        return text
    return "".join(char if char in _JOINERS or char == "\n" else _known(char, weight, fonts) for char in text)


def pieces(word: str, weight: Weight, fonts: Fonts) -> tuple[Piece, ...]:
    """Set a word that passed the gate: letters joined as their script wants, each with a font that has it."""
    main = fonts.main(weight)
    if main.has(word):
        return (Piece(main, word),)
    found: list[tuple[Face, list[str]]] = []
    for char in _joined(word):
        for known in _known(char, weight, fonts):
            face = _face(known, weight, fonts, found[-1][0] if found else None)
            if not found or found[-1][0] is not face:
                found.append((face, []))
            found[-1][1].append(known)
    return tuple(Piece(face, "".join(chars)) for face, chars in found)


def _is_dropped(char: str) -> bool:
    if char in _JOINERS or char == "\n":
        return False
    return unicodedata.category(char) in _INVISIBLE or any(ord(char) in variants for variants in _VARIANTS)


def _joined(word: str) -> str:
    if _ARABIC.search(word):
        word = _reshape()(word)
    return word.replace(_JOINERS[0], "").replace(_JOINERS[1], "")


@cache
def _reshape() -> Callable[[str], str]:
    """Make the function that joins Arabic letters; its library is read when the first such word comes."""
    from arabic_reshaper.arabic_reshaper import ArabicReshaper

    kept = {"delete_harakat": False, "support_ligatures": True, "ARABIC LIGATURE ALLAH": False}
    reshape: Callable[[str], str] = ArabicReshaper(kept).reshape
    return reshape


def _face(char: str, weight: Weight, fonts: Fonts, last: Face | None) -> Face:
    """Stay in the font of the character before where it has this one too and it is no letter."""
    if last is not None and not char.isalnum() and char in last.widths:
        return last
    return fonts.face_for(char, weight) or fonts.main(weight)


def _known(char: str, weight: Weight, fonts: Fonts) -> str:
    """Give this character as one or more that some font has, in the worst case its name in words."""
    for form in (char, unicodedata.normalize("NFKC", char), unicodedata.normalize("NFD", char)):
        if all(fonts.face_for(each, weight) for each in form):
            return form
    return _named(char)


def _named(char: str) -> str:
    return f"[U+{ord(char):04X} {unicodedata.name(char, '').lower()}".rstrip() + "]"
