"""Text that passed the gate as a font can draw it: each character in one that has it, or named in words."""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from reviewdesk.domain.gate import JOINERS, begins_right_to_left, gate, is_right_to_left, one_line
from reviewdesk.reports.fonts import Face, Fonts, Weight

__all__ = ["Piece", "begins_right_to_left", "gate", "is_right_to_left", "named", "one_line", "pieces"]
_ARABIC: Final = re.compile("[\u0600-\u06ff\u0750-\u077f]")


class Piece(NamedTuple):
    """Characters of one font."""

    face: Face
    text: str


def named(text: str, weight: Weight, fonts: Fonts) -> str:
    """Replace each character that no font has by others that say the same, in the worst case by its name in words."""
    main = fonts.main(weight)
    if main.has(text):
        return text
    return "".join(char if char in JOINERS or char == "\n" else _known(char, weight, fonts) for char in text)


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


def _joined(word: str) -> str:
    if _ARABIC.search(word):
        word = _reshape()(word)
    return word.replace(JOINERS[0], "").replace(JOINERS[1], "")


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
