"""Where words stand in the text of a page, found as our search finds them: without case, accents and direction marks.

White space in the words stands for any white space in the text, so words that go on in the next line are found too.
"""

import re
from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.text import fold

LONGEST: Final = 200
_IGNORED: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff]")


def places_of(words: str, text: str) -> tuple[tuple[int, int], ...]:
    """Give begin and end of each place in a text at which these words stand."""
    pattern = _pattern(words)
    if pattern is None:
        return ()
    if text.isascii():
        return tuple(hit.span() for hit in pattern.finditer(text.lower()))
    folded, places = _folded(text)
    return tuple((places[hit.start()], places[hit.end() - 1] + 1) for hit in pattern.finditer(folded))


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = [fold(_IGNORED.sub("", each)) for each in words[:LONGEST].split()]
    kept = [re.escape(each) for each in parts if each]
    return re.compile(r"\s+".join(kept)) if kept else None


def _folded(text: str) -> tuple[str, list[int]]:
    """Fold a text sign by sign, and keep for each sign of what comes out where it stood."""
    signs, places = [], []
    for sign, place in _signs(text):
        signs.append(sign)
        places.append(place)
    return "".join(signs), places


def _signs(text: str) -> Iterator[tuple[str, int]]:
    for place, sign in enumerate(text):
        for each in fold(sign) if not _IGNORED.match(sign) else "":
            yield each, place
