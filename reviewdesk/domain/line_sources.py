"""Which record each printed line of a summary comes from.

The summary is made once more from the same records with their words replaced by marks. Where a mark comes out, there
the words of its record are printed: so this can never say anything else than what makes the summary does.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from reviewdesk.domain.printed_lines import Path, printed_lines
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.review import NoteLine
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary import MOST_SENTENCES
from reviewdesk.domain.summary_material import Material

_BEGIN: Final = "\ue000"


class SourceKind(StrEnum):
    """What sort of record a printed line comes from."""

    LINE = "line"
    QUOTE = "quote"
    EARLIER = "earlier promise"
    CONCERN = "summary"
    CAUSE = "root_cause"
    FIX = "fix"
    SENTENCE = "sentences"
    ASK = "ask"
    COMMITMENT = "commitment"


@dataclass(frozen=True, slots=True)
class LineSource:
    """The record of a printed line by its id; a sentence is known by its place among those of the review."""

    kind: SourceKind
    record_id: UUID
    at: int = 0


class _Marks:
    """Hands out marks, and knows what each stands for."""

    def __init__(self) -> None:
        self.meant: dict[str, LineSource] = {}

    def mark(self, kind: SourceKind, record_id: UUID, words: str, at: int = 0) -> str:
        """Give a mark in place of words; where there are none there stays nothing."""
        if not words.strip():
            return words
        mark = f"{_BEGIN}{len(self.meant)}"
        self.meant[mark] = LineSource(kind, record_id, at)
        return mark


def sources_of(material: Material, on: date) -> Mapping[Path, LineSource]:
    """Give the source of each line that a summary of these records prints, finished on this day."""
    marks = _Marks()
    marked = summarise(_marked(material, marks), number=1, on=on)
    return {each.path: marks.meant[each.words] for each in printed_lines(marked) if each.words in marks.meant}


def _marked(material: Material, marks: _Marks) -> Material:
    review, quotes = material.review, {each.line_id for each in material.quotes}
    kinds = SourceKind
    fresh = replace(
        review,
        lines=tuple(_line(each, marks, quotes) for each in review.lines),
        sentences=_sentences(material, marks),
        ask=marks.mark(kinds.ASK, review.id, review.ask),
        commitment=marks.mark(kinds.COMMITMENT, review.id, review.commitment),
    )
    promises = {each.id: marks.mark(kinds.EARLIER, each.id, each.what) for each in material.follow_ups}
    by_line = {each.line_id: promises[each.id] for each in material.follow_ups if each.line_id is not None}
    return replace(
        material,
        review=fresh,
        concerns=[
            replace(
                each,
                summary=marks.mark(kinds.CONCERN, each.id, each.summary if plain_wording(each.summary) else ""),
                root_cause=marks.mark(kinds.CAUSE, each.id, each.root_cause),
                fix=marks.mark(kinds.FIX, each.id, each.fix),
            )
            for each in material.concerns
        ],
        quotes=[replace(each, words=marks.mark(kinds.QUOTE, each.id, each.words)) for each in material.quotes],
        follow_ups=[replace(each, what=promises[each.id]) for each in material.follow_ups],
        wordings={line_id: by_line.get(line_id, words) for line_id, words in material.wordings.items()},
    )


def _line(line: NoteLine, marks: _Marks, quotes: Iterable[UUID | None]) -> NoteLine:
    """Mark a line; that of a quote prints the words of the quote, unless it has a wording of its own."""
    if line.id in quotes and not line.print_wording:
        return line
    return replace(line, print_wording=marks.mark(SourceKind.LINE, line.id, line.print_wording or line.text))


def _sentences(material: Material, marks: _Marks) -> tuple[str, ...]:
    review = material.review
    printed = [at for at, each in enumerate(review.sentences) if each.strip()][:MOST_SENTENCES]
    return tuple(marks.mark(SourceKind.SENTENCE, review.id, review.sentences[at], at) for at in printed)
