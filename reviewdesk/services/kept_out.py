"""What was taken out of a summary stays out: the line, concern or sentence that it came from is set aside too."""

from dataclasses import replace
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.leaks import fold
from reviewdesk.domain.line_records import LineRecord, ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.domain.said import Consent, Quote
from reviewdesk.domain.unasked import PRINTED
from reviewdesk.services import gathering
from reviewdesk.storage.unit_of_work import UnitOfWork

_FROM_LINES = PRINTED | {Marker.QUOTE}


def keep_out(work: UnitOfWork, review: Review, words: str) -> None:
    """Set aside, within a step, all that a summary of this review printed and that holds these words."""
    wanted = fold(words).casefold()
    concerns = [each for each in work.concerns.where(account_id=review.account_id) if _is_said_by(each, wanted)]
    for concern in concerns:
        work.concerns.put(replace(concern, set_aside=True))
    aside = {each.line_id for each in concerns} | _lines_with(work, review, wanted)
    work.reviews.put(_without(_set_aside(review, aside), wanted))
    _keep_promises_out(work, review, wanted)


def _keep_promises_out(work: UnitOfWork, review: Review, wanted: str) -> None:
    """Set the lines of earlier promises aside that hold these words, each in its own review."""
    found: dict[UUID, set[UUID | None]] = {}
    for each in work.follow_ups.where(account_id=review.account_id):
        if each.is_promise and each.review_id is not None and each.review_id != review.id:
            found.setdefault(each.review_id, set()).add(each.line_id)
    for review_id, lines in found.items():
        earlier = work.reviews.get(review_id)
        aside = _lines_with(work, earlier, wanted) & lines
        if aside:
            work.reviews.put(_set_aside(earlier, aside))


def _lines_with(work: UnitOfWork, review: Review, wanted: str) -> set[UUID | None]:
    """Give the lines of a review that are printed and hold these words."""
    meeting, records = gathering.meeting_of(work, review), gathering.records_of(work, review)
    known = ((each, records.get(each.record_id) if each.record_id else None) for each in review.lines)
    read = ((read_line(line, meeting), record) for line, record in known)
    return {
        each.line.id for each, record in read if _is_printed(each, record) and _holds(_wording(each, record), wanted)
    }


def _is_printed(read: ReadLine, record: LineRecord | None) -> bool:
    if read.line.set_aside or (isinstance(record, Quote) and record.consent is Consent.NOT_ASKED):
        return False
    if read.marker is Marker.CONCERN:
        return read.line.audience is not Audience.ONLY_ME
    return read.marker in _FROM_LINES and (read.line.audience or read.marker.audience) is Audience.CUSTOMER


def _wording(read: ReadLine, record: LineRecord | None) -> str:
    if isinstance(record, Concern):
        return record.summary
    noted = record.what if isinstance(record, FollowUp) else record.words if isinstance(record, Quote) else ""
    return read.line.print_wording or noted or read.said.what or read.said.words


def _is_said_by(concern: Concern, wanted: str) -> bool:
    return any(_holds(each, wanted) for each in (concern.summary, concern.root_cause, concern.fix, concern.team))


def _holds(text: str, wanted: str) -> bool:
    return wanted in fold(text).casefold() or wanted in fold(plain_wording(text)).casefold()


def _set_aside(review: Review, line_ids: set[UUID | None]) -> Review:
    lines = (_aside(each) if each.id in line_ids else each for each in review.lines)
    return replace(review, lines=tuple(lines))


def _aside(line: NoteLine) -> NoteLine:
    return replace(line, set_aside=True)


def _without(review: Review, wanted: str) -> Review:
    """Give a review without what was written by hand and holds these words."""
    return replace(
        review,
        sentences=tuple(each for each in review.sentences if not _holds(each, wanted)),
        ask="" if _holds(review.ask, wanted) else review.ask,
        commitment="" if _holds(review.commitment, wanted) else review.commitment,
        worth=tuple(each for each in review.worth if not _holds(f"{each.what} {each.unit}", wanted)),
    )
