"""Marks as edits of a line's text, and the name or tag that is being typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes import mark_of, resolve
from reviewdesk.domain.notes.marks import WORST, find_mark
from reviewdesk.domain.notes.mentions import mentions_in
from reviewdesk.domain.text import fold

_BEGUN: Final = re.compile(r"(?:^|[\s(\[,;:])([@#])([^\W_][\w.'’-]{0,40}|)$")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words to put in place of a part of a line."""

    begin: int
    end: int
    words: str


def marked(text: str, marker: Marker) -> Edit:
    """Say which edit gives a line this mark: put, replaced, made more severe, or taken away where it stood already."""
    found, mark = find_mark(text), mark_of(marker)
    sign = mark.sign if mark else ""
    if found.span is None:
        return Edit(found.words_from, found.words_from, f"{sign} ")
    begin, end = found.span
    gap = text[end : end + 1].isspace()
    if found.marker is not marker:
        return Edit(begin, end, sign if gap else f"{sign} ")
    if marker is Marker.CONCERN and found.severity and found.severity < WORST:
        return Edit(begin, end, sign * (found.severity + 1))
    return Edit(begin, end + gap, "")


def mark_at(before: str) -> tuple[str, str]:
    """Give the sign and what is typed of a name or tag that ends the text before the cursor, else nothing twice."""
    found = _BEGUN.search(before[-60:])
    return (found.group(1), found.group(2)) if found else ("", "")


def names_like(begun: str, names: Sequence[tuple[UUID, str]]) -> tuple[UUID, ...]:
    """Give those whose name, or a part of it, begins like what is typed; first names first."""
    wanted = fold(begun)
    ranked = [(_rank(wanted, name), at, who) for at, (who, name) in enumerate(names)]
    return tuple(who for rank, _, who in sorted(ranked, key=_by_rank) if rank is not None)


def _by_rank(ranked: tuple[int | None, int, UUID]) -> tuple[int, int]:
    return (ranked[0] or 0, ranked[1])


def _rank(wanted: str, name: str) -> int | None:
    parts = fold(name).replace("-", " ").split()
    return next((at for at, part in enumerate(parts) if part.startswith(wanted)), None)


def mention_of(who: UUID, name: str, everybody: Sequence[tuple[UUID, str]]) -> str:
    """Write a name so that it is read back as this person, as short as it can be said in full."""
    words = name.split()
    ways = (name, f"{words[0]} {words[-1]}", words[0], words[-1]) if words else (name,)
    for way in ways:
        found = mentions_in(f"@{way}")
        if found and found[0].name == way and resolve(way, everybody) == who:
            return f"@{way}"
    return f"@{words[0] if words else name}"
