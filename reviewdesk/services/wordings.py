"""Wording for print on the page itself: each printed line reworded where it stands, kept with what it comes from.

The note stays as typed. A finished summary gets its next numbered version; a draft is made anew from the records.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.line_sources import LineSource, SourceKind, sources_of
from reviewdesk.domain.print_length import cut
from reviewdesk.domain.printed_lines import PrintedLine, as_heard, printed_lines, with_heard, with_words, words_at
from reviewdesk.domain.quoting import sentence
from reviewdesk.domain.review import StoredSummary
from reviewdesk.domain.summary import from_json, to_json
from reviewdesk.services import gathering
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.finishing import summary_of
from reviewdesk.services.kept_out import keep_out
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.versions import after, versions_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from uuid import UUID

    from reviewdesk.domain.printed_lines import Path
    from reviewdesk.domain.review import Review
    from reviewdesk.domain.summary import CustomerSummary
    from reviewdesk.reports.printed_places import PrintedPlace
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store
    from reviewdesk.storage.unit_of_work import UnitOfWork

QUOTED: Final = "These are their own words: they are printed only as noted."
_LABEL: Final = "Wording for print"


@dataclass(frozen=True, slots=True)
class LineOnPage:
    """A printed line, and where it stands in the document; nowhere where it was not found there."""

    line: PrintedLine
    place: PrintedPlace | None = None


class WordingService:
    """Rewords the printed lines of summaries."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def lines(self, value: CustomerSummary, pdf: bytes) -> tuple[LineOnPage, ...]:
        """Give each line of a summary that somebody wrote, with where it stands in its document."""
        from reviewdesk.reports.printed_places import places_of

        lines = printed_lines(value)
        places: Sequence[PrintedPlace | None] = places_of(pdf, [each.words for each in lines])
        return tuple(map(LineOnPage, lines, places))

    def draft(self, review_id: UUID) -> CustomerSummary:
        """Give the summary of a review as its records would make it now."""
        with self._store.read() as reading:
            review = reading.reviews.get(review_id)
            number = len(versions_of(reading, review_id)) + 1
            return summary_of(gathering.material_of(reading, review), number, reading.clock.today())

    def take_out_of_draft(self, review_id: UUID, words: str) -> Outcome[Review]:
        """Set aside all that a summary of a review would print and that holds these words."""
        with self._store.write(f"Take out “{words}”") as work:
            keep_out(work, work.reviews.get(review_id), words)
            review = work.reviews.get(review_id)
        return Outcome(review, work.changes)

    def reword(self, summary_id: UUID, path: Path, words: str) -> Outcome[StoredSummary]:
        """Print a line of a finished summary in other words; this makes its next numbered version.

        Raises:
            RefusedError: it is a quote, there are no words, or a newer version is there already.
        """
        words = cut(" ".join(words.split()))
        _refuse_none(words)
        with self._store.write(_LABEL) as work:
            stored, value = _newest(work, summary_id)
            _refuse_quote(value, path)
            if words_at(value, path) == words:
                return Outcome(stored, work.changes)
            review = work.reviews.get(stored.review_id)
            found = _sources(work, review, value)
            if path in found:
                _keep(work, review, found[path], words)
            same = [each for each, source in found.items() if source == found.get(path)] or [path]
            for each in same:
                value = with_words(value, each, words)
            stored = _next(work, stored, value)
        return Outcome(stored, work.changes)

    def say_as_heard(self, summary_id: UUID, path: Path) -> Outcome[StoredSummary]:
        """Print a quote as something heard, without quotation marks and name; this makes the next numbered version."""
        with self._store.write("Print as heard") as work:
            stored, value = _newest(work, summary_id)
            review = work.reviews.get(stored.review_id)
            words = as_heard(words_at(value, path) or "")
            found = _sources(work, review, value)
            if path in found:
                _keep(work, review, found[path], words)
            value = _in_their_order(with_heard(value, path, words), _made_now(work, review.id))
            stored = _next(work, stored, value)
        return Outcome(stored, work.changes)

    def reword_draft(self, review_id: UUID, path: Path, words: str) -> Outcome[Review]:
        """Print a line of a summary that is not finished yet in other words.

        Raises:
            RefusedError: it is a quote, there are no words, or the line is not there any more.
        """
        words = cut(" ".join(words.split()))
        _refuse_none(words)
        with self._store.write(_LABEL, join_key=f"draft/{review_id}/{path}") as work:
            review = work.reviews.get(review_id)
            source = _sources_now(work, review).get(path)
            if source is None:
                raise RefusedError("This line is not in the notes any more. Make the draft again.")
            if source.kind is SourceKind.QUOTE:
                raise RefusedError(QUOTED)
            _keep(work, review, source, words)
            review = work.reviews.get(review_id)
        return Outcome(review, work.changes)

    def draft_as_heard(self, review_id: UUID, path: Path, words: str) -> Outcome[Review]:
        """Print a quote of a summary that is not finished yet as something heard."""
        with self._store.write("Print as heard") as work:
            review = work.reviews.get(review_id)
            source = _sources_now(work, review).get(path)
            if source is not None:
                _keep(work, review, source, as_heard(words))
            review = work.reviews.get(review_id)
        return Outcome(review, work.changes)


def _sources_now(work: Reading, review: Review) -> Mapping[Path, LineSource]:
    """Give the source of each line that a summary of a review as it stands prints."""
    return sources_of(gathering.material_of(work, review), work.clock.today())


def _sources(work: Reading, review: Review, value: CustomerSummary) -> Mapping[Path, LineSource]:
    """Give the source of each line of a stored summary that the records still say in these words.

    What stands in another place now is found by its words, within the same part.
    """
    sources = _sources_now(work, review)
    now = printed_lines(_made_now(work, review.id))
    known = [(each.path[0], each.words, sources[each.path]) for each in now if each.path in sources]
    found: dict[Path, LineSource] = {}
    for line in printed_lines(value):
        at = next((at for at, each in enumerate(known) if each[:2] == (line.path[0], line.words)), None)
        if at is not None:
            found[line.path] = known.pop(at)[2]
    return found


def _made_now(work: Reading, review_id: UUID) -> CustomerSummary:
    material = gathering.material_of(work, work.reviews.get(review_id))
    return summary_of(material, 1, work.clock.today())


def _in_their_order(value: CustomerSummary, now: CustomerSummary) -> CustomerSummary:
    """Give what was heard in the order in which the records say it, where they say the same."""
    same = len(value.heard) == len(now.heard) and set(value.heard) == set(now.heard)
    return replace(value, heard=now.heard) if same else value


def _newest(work: UnitOfWork, summary_id: UUID) -> tuple[StoredSummary, CustomerSummary]:
    stored = work.summaries.get(summary_id)
    newest = versions_of(work, stored.review_id)[-1]
    if newest.id != stored.id:
        raise RefusedError(f"Version {newest.number} came after this one. Reword it there.")
    return stored, from_json(stored.value)


def _refuse_none(words: str) -> None:
    if not words:
        raise RefusedError("Write what is to be printed. What is not to be printed at all is set aside in Wrap up.")


def _refuse_quote(value: CustomerSummary, path: Path) -> None:
    if any(each.quoted for each in printed_lines(value) if each.path == path):
        raise RefusedError(QUOTED)


def _next(work: UnitOfWork, stored: StoredSummary, value: CustomerSummary) -> StoredSummary:
    """Put the next version; it goes out today, so that it looks as documents look today."""
    today, look = work.clock.today(), branding_in(work, work.accounts.get(stored.account_id))
    fresh = after(versions_of(work, stored.review_id), replace(value, finished_on=today, branding=look))
    return work.summaries.put(
        StoredSummary(
            account_id=stored.account_id, review_id=stored.review_id, number=fresh.version, value=to_json(fresh),
            finished_on=today, meant=stored.meant,
        )
    )  # fmt: skip


def _keep(work: UnitOfWork, review: Review, source: LineSource, words: str) -> None:
    """Keep a wording with the record that the line comes from."""
    kind = source.kind
    if kind in {SourceKind.CONCERN, SourceKind.CAUSE, SourceKind.FIX}:
        concern = work.concerns.get(source.record_id)
        work.concerns.put(replace(concern, **{kind.value: words}))  # type: ignore[arg-type]
    elif kind is SourceKind.EARLIER:
        promise = work.follow_ups.get(source.record_id)
        if promise.review_id is not None and promise.line_id is not None:
            _word_line(work, work.reviews.get(promise.review_id), promise.line_id, words)
    elif kind is SourceKind.QUOTE:
        quote = work.quotes.get(source.record_id)
        if quote.line_id is not None:
            _word_line(work, review, quote.line_id, words)
    elif kind is SourceKind.LINE:
        _word_line(work, review, source.record_id, words)
    elif kind is SourceKind.SENTENCE:
        sentences = list(review.sentences)
        sentences[source.at] = words
        work.reviews.put(replace(review, sentences=tuple(sentences)))
    else:
        work.reviews.put(replace(review, **{kind.value: words}))  # type: ignore[arg-type]


def _word_line(work: UnitOfWork, review: Review, line_id: UUID, words: str) -> None:
    line = review.line(line_id)
    work.reviews.put(review.with_line(replace(line, print_wording=sentence(words))))
