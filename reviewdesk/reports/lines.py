"""Text into lines: broken to a width, then each line put into the order it is seen in."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple
from unicodedata import bidirectional

from reviewdesk.reports.fonts import Fonts, Weight
from reviewdesk.reports.text import begins_right_to_left, gate, is_right_to_left, named, pieces

_WIDE: Final = "\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_OPENING: Final = "「『（《〈【〔［｛“‘"
_CLOSING: Final = "、。，．：；！？）」』】》〉〕］｝”’…・ー"
_WORDS: Final = re.compile(
    rf"[{_OPENING}]*[{_WIDE}](?:[{_CLOSING}]|(?=[{_WIDE}])[{_CLOSING}])* *"
    rf"|[^ {_WIDE}]+?(?:(?<=\w)[-–/](?=\w\w)| +|(?=[{_WIDE}])|$)"
    rf"| +"
)
_SLACK: Final = 0.01
_SURELY_LONG: Final = 400
_LEFT_MARK: Final = "\u200e"


class Ink(NamedTuple):
    """How letters look: weight, size in points, colour as #RRGGBB."""

    weight: Weight
    size: float
    colour: str


class Run(NamedTuple):
    """Text in one ink; `own` marks the template's own words, which are no data."""

    text: str
    ink: Ink
    own: bool = False


class Part(NamedTuple):
    """Letters of one font and colour as they stand on a line."""

    font: str
    size: float
    colour: str
    text: str


class Line(NamedTuple):
    """One line as it is seen from left to right, and its text as it was given, cut by whose words they are."""

    parts: tuple[Part, ...]
    width: float
    words: tuple[tuple[bool, str], ...]


class Setting(NamedTuple):
    """Lines of one text; `leans_right` when they are read from right to left."""

    lines: tuple[Line, ...]
    leans_right: bool


class _Atom(NamedTuple):
    """What is not broken while it fits: a word or a part of one, with the spaces after it apart."""

    text: str
    run: int
    parts: tuple[Part, ...]
    width: float
    gap: float


class Typesetter:
    """Breaks text into lines with the fonts of one document."""

    def __init__(self, fonts: Fonts) -> None:
        """Set text in these fonts."""
        self.fonts = fonts
        self._gated: dict[tuple[str, Weight], str] = {}
        self._words: dict[tuple[str, Ink], tuple[tuple[Part, ...], float]] = {}

    def natural_width(self, runs: Sequence[Run]) -> float:
        """Give the width the text takes when nothing breaks it; only its beginning is looked at."""
        shown = ((self._shown(run)[:200].split("\n")[0], run.ink) for run in runs)
        return sum(self._word(text, ink)[1] for text, ink in shown)

    def lines(self, runs: Sequence[Run], width: float) -> Setting:
        """Break the text of these runs into lines of at most this width."""
        if len(runs) == 1 and (line := self._whole_line(runs[0], width)):
            return Setting((line,), leans_right=False)
        shown = [run._replace(text=self._shown(run)) for run in runs]
        whole = "".join(run.text for run in shown)
        if not whole:
            return Setting((), leans_right=False)
        mixed = is_right_to_left(whole)
        lines = [self._line(atoms, shown, level if mixed else None) for atoms, level in self._broken(shown, width)]
        return Setting(tuple(lines), leans_right=mixed and begins_right_to_left(whole))

    def _whole_line(self, run: Run, width: float) -> Line | None:
        """Set one run that fits on one line, without looking for places to break it; most cells are such."""
        text = self._shown(run)
        if not text or len(text) > _SURELY_LONG or "\n" in text or is_right_to_left(text):
            return None
        parts, taken = self._word(text, run.ink)
        return Line(parts, taken, ((run.own, text),)) if taken <= width else None

    def shortened(self, runs: Sequence[Run], width: float) -> Line | None:
        """Set the text as one line, cut with an ellipsis where it does not fit."""
        whole = [run._replace(text=self._shown(run)[:300].replace("\n", " ")) for run in runs]
        setting = self.lines(whole, width)
        if len(setting.lines) < 2:
            return setting.lines[0] if setting.lines else None
        room = width - self._word("…", runs[0].ink)[1]
        first = self.lines(whole, room).lines[0]
        dots = Part(self.fonts.main(runs[0].ink.weight).name, first.parts[-1].size, first.parts[-1].colour, "…")
        return Line((*first.parts, dots), first.width + width - room, first.words)

    def _shown(self, run: Run) -> str:
        if run.own:
            return run.text
        key = (run.text, run.ink.weight)
        if key not in self._gated:
            self._gated[key] = named(gate(run.text), run.ink.weight, self.fonts)
        return self._gated[key]

    def _word(self, word: str, ink: Ink) -> tuple[tuple[Part, ...], float]:
        key = (word, ink)
        if key not in self._words:
            found = pieces(word, ink.weight, self.fonts) if word else ()
            parts = tuple(Part(piece.face.name, ink.size, ink.colour, piece.text) for piece in found)
            self._words[key] = parts, ink.size * sum(piece.face.width(piece.text) for piece in found)
        return self._words[key]

    def _broken(self, runs: Sequence[Run], width: float) -> Iterator[tuple[list[_Atom], int]]:
        """Give the atoms of each line, with 1 where its paragraph begins right to left."""
        for paragraph in _paragraphs(runs):
            level = int(begins_right_to_left("".join(text for text, _ in paragraph)))
            line: list[_Atom] = []
            taken = 0.0
            for word in self._atoms(paragraph, runs, width):
                room = sum(atom.width for atom in word)
                if line and taken + room > width + _SLACK:
                    yield line, level
                    line, taken = [], 0.0
                line.extend(word)
                taken += room + word[-1].gap
            yield line, level

    def _atoms(self, paragraph: Sequence[tuple[str, int]], runs: Sequence[Run], width: float) -> Iterator[list[_Atom]]:
        for word in _words(paragraph):
            atoms = [self._atom(text, run, runs[run].ink) for text, run in word]
            if sum(atom.width for atom in atoms) <= width + _SLACK:
                yield atoms
            else:
                for atom in atoms:
                    yield from ([piece] for piece in self._cut(atom, runs[atom.run].ink, width))

    def _atom(self, text: str, run: int, ink: Ink) -> _Atom:
        bare = text.rstrip(" ")
        parts, width = self._word(bare, ink)
        gap = ink.size * self.fonts.main(ink.weight).widths[" "] * (len(text) - len(bare))
        return _Atom(text, run, parts, width, gap)

    def _cut(self, atom: _Atom, ink: Ink, width: float) -> Iterator[_Atom]:
        """Cut a word that is wider than a line into pieces that fit."""
        bare = atom.text.rstrip(" ")
        start, taken = 0, 0.0
        for place, char in enumerate(bare):
            room = self._word(char, ink)[1]
            if place > start and taken + room > width:
                yield self._atom(bare[start:place], atom.run, ink)
                start, taken = place, 0.0
            taken += room
        yield self._atom(atom.text[start:], atom.run, ink)

    def _line(self, atoms: list[_Atom], runs: Sequence[Run], level: int | None) -> Line:
        if not atoms:
            return Line((), 0.0, ())
        width = sum(atom.width + atom.gap for atom in atoms) - atoms[-1].gap
        parts = list(self._parts(atoms))
        if level is not None:
            parts = _as_seen(parts, level)
        merged = [
            Part(font, size, shade, "".join(part.text for part, _ in same))
            for (font, size, shade), same in groupby(parts, key=lambda each: each[0][:3])
        ]
        words = groupby(atoms, key=lambda atom: runs[atom.run].own)
        return Line(tuple(merged), width, tuple((own, "".join(each.text for each in same)) for own, same in words))

    def _parts(self, atoms: list[_Atom]) -> Iterator[tuple[Part, int]]:
        """Give what stands on a line in the order it was given, spaces in the font of the letters before them."""
        for place, atom in enumerate(atoms):
            yield from ((part, atom.run) for part in atom.parts)
            spaces = len(atom.text) - len(atom.text.rstrip(" "))
            if spaces and place < len(atoms) - 1:
                yield self._space(atom, atoms[place + 1], spaces), atom.run

    def _space(self, atom: _Atom, following: _Atom, count: int) -> Part:
        look = (atom.parts or following.parts)[-1] if atom.parts or following.parts else None
        main = self.fonts.main(Weight.REGULAR).name
        if look is None or not look.font.startswith("Inter"):
            return Part(main, look.size if look else 1, look.colour if look else "#000000", " " * count)
        return look._replace(text=" " * count)


def _paragraphs(runs: Sequence[Run]) -> Iterator[list[tuple[str, int]]]:
    paragraph: list[tuple[str, int]] = []
    for place, run in enumerate(runs):
        first, *others = run.text.split("\n")
        paragraph.append((first, place))
        for other in others:
            yield paragraph
            paragraph = [(other, place)]
    yield paragraph


def _words(paragraph: Sequence[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Cut a paragraph where a line may end; a word that runs on in another ink stays one word."""
    if len(paragraph) == 1:
        text, run = paragraph[0]
        yield from ([(hit[0], run)] for hit in _WORDS.finditer(text))
        return
    owners = [run for text, run in paragraph for _ in text]
    for hit in _WORDS.finditer("".join(text for text, _ in paragraph)):
        letters = zip(hit[0], owners[hit.start() : hit.end()], strict=True)
        yield [("".join(char for char, _ in same), run) for run, same in groupby(letters, key=lambda each: each[1])]


def _as_seen(parts: Sequence[tuple[Part, int]], level: int) -> list[tuple[Part, int]]:
    """Order the letters of one line as they are seen from left to right."""
    letters: list[dict[str, Any]] = []
    for part, run in parts:
        if not level and letters and letters[-1]["run"] != run:
            letters.append(_letter(_LEFT_MARK, part, run, level))
        letters.extend(_letter(char, part, run, level) for char in part.text)
    return [
        (each["part"]._replace(text=each["ch"]), each["run"])
        for each in _reordered(letters, level)
        if each["ch"] != _LEFT_MARK
    ]


def _letter(char: str, part: Part, run: int, level: int) -> dict[str, Any]:
    kind = bidirectional(char) or "L"
    return {"ch": char, "level": level, "type": kind, "orig": kind, "part": part, "run": run}


def _reordered(letters: list[dict[str, Any]], level: int) -> list[dict[str, Any]]:
    """Run the Unicode bidirectional algorithm over letters that keep what is known of them."""
    from bidi import algorithm

    _pair_brackets(letters, level)
    storage: dict[str, Any] = {"base_level": level, "base_dir": "LR"[level], "chars": letters, "runs": deque()}
    algorithm.explicit_embed_and_overrides(storage, debug=False)
    algorithm.resolve_weak_types(storage, debug=False)
    algorithm.resolve_neutral_types(storage, debug=False)
    algorithm.resolve_implicit_levels(storage, debug=False)
    algorithm.reorder_resolved_levels(storage, debug=False)
    algorithm.apply_mirroring(storage, debug=False)
    chars: list[dict[str, Any]] = storage["chars"]
    return chars


def _pair_brackets(letters: Sequence[dict[str, Any]], level: int) -> None:
    """Give both brackets of a pair one direction, that of what they hold (rule N0, which the library leaves out)."""
    open_ones: list[int] = []
    for place, letter in enumerate(letters):
        if letter["ch"] in "([":
            open_ones.append(place)
        elif letter["ch"] in ")]" and open_ones:
            first = open_ones.pop()
            side = _side_of(letters, first, place, "LR"[level])
            for each in (letters[first], letter) if side else ():
                each["type"] = side


def _side_of(letters: Sequence[dict[str, Any]], first: int, last: int, base: str) -> str:
    inside = {_strong(letter) for letter in letters[first:last]} - {""}
    if base in inside or not inside:
        return base if inside else ""
    before = next(filter(None, map(_strong, reversed(letters[:first]))), base)
    return base if before == base else before


def _strong(letter: dict[str, Any]) -> str:
    return {"L": "L", "R": "R", "AL": "R", "EN": "", "AN": "R"}.get(letter["type"], "")
