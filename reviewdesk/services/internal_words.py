"""All that is noted about an account and is not for its customer: what the second wall searches a document for."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from uuid import UUID

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.line_records import ReadLine, read_line, wording_of
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.print_length import cut
from reviewdesk.domain.quoting import plain_wording, unquoted
from reviewdesk.domain.relationship import DIMENSIONS
from reviewdesk.domain.rival_names import rival_names
from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.unasked import agreed_words, unasked, unasked_words
from reviewdesk.services import gathering
from reviewdesk.storage.reading import Reading

_WRITTEN = (
    *("changes", "sentences", "decisions", "we_will", "you_will", "ask", "commitment", "concerns", "last_promises"),
    *("next_days", "worth", "done_for_you"),
)
_AS_NOTED = ("heard", "decisions", "we_will", "you_will", "concerns", "last_promises", "goals")


@dataclass(frozen=True, slots=True)
class InternalWords:
    """Words that are ours, in the shape the leak guard takes them.

    `quoted` and `quotes` are words of theirs that nobody agreed to have printed.
    """

    lines: tuple[str, ...]
    reworded: tuple[tuple[str, str], ...]
    printed: tuple[str, ...]
    quoted: tuple[str, ...]
    quotes: tuple[str, ...]


def internal_words(reading: Reading, account_id: UUID, value: CustomerSummary) -> InternalWords:
    """Gather what a customer must not read, from all reviews and records of the account.

    Only what a record says to the customer, and the summary really prints as it was noted, is no leak: what the person
    wrote for print by hand is looked through like everything else.
    """
    lines = list(_lines(reading, account_id))
    concerns = reading.concerns.where(account_id=account_id)
    quotes = reading.quotes.where(account_id=account_id)
    agreed = agreed_words(quotes)
    said = {_bare(each) for name in _AS_NOTED for each in _texts(getattr(value, name))}
    noted = {_bare(each) for each in (*_for_the_customer(lines), *_promised(reading, lines, account_id))}
    noted |= {_bare(plain_wording(words)) for words in _raised(lines, concerns)}
    noted |= {_bare(cut(each)) for each in (*_for_the_customer(lines), *_promised(reading, lines, account_id))}
    noted |= {_bare(cut(plain_wording(words))) for words in _raised(lines, concerns)}
    noted |= {_bare(plain_wording(each.summary)) for each in concerns if not _is_hidden(each, _kept(lines))}
    return InternalWords(
        lines=(
            *_ours(lines, concerns), *_of_records(reading, account_id), *_of_people(reading, account_id),
            *_of_standing(reading, account_id),
        ),
        reworded=tuple(_reworded(lines, concerns, said)),
        printed=tuple(said & noted),
        quoted=tuple(
            run for name in _WRITTEN for text in _texts(getattr(value, name)) for run in unasked(text, agreed)
        ),
        quotes=tuple(each for each in unasked_words(quotes) if _bare(each) not in said & noted),
    )  # fmt: skip


def _lines(reading: Reading, account_id: UUID) -> Iterator[ReadLine]:
    for review in reading.reviews.where(account_id=account_id):
        meeting = gathering.meeting_of(reading, review)
        yield from (read_line(each, meeting) for each in review.lines)


def rivals_noted(reading: Reading) -> Iterator[str]:
    """Give the rivals noted at any account: one that is named at another customer is internal here too."""
    ours = [each.name for each in reading.colleagues.all()]
    theirs: dict[UUID, list[str]] = {}
    for each in reading.people.all():
        theirs.setdefault(each.account_id, []).append(each.name)
    for line in reading.reviews.naming_rivals():
        yield from rival_names(line.words, (*ours, *theirs.get(line.account_id, ())))


def _raised(lines: list[ReadLine], concerns: tuple[Concern, ...]) -> Iterator[str]:
    """Give the concerns as they were noted."""
    yield from (each.words for each in concerns)
    yield from (wording_of(each) for each in lines if each.marker is Marker.CONCERN)


def _is_theirs(read: ReadLine) -> bool:
    return not read.line.set_aside and (read.line.audience or read.marker.audience) is Audience.CUSTOMER


def _for_the_customer(lines: list[ReadLine]) -> Iterator[str]:
    for each in lines:
        if _is_theirs(each):
            yield from (each.said.what, each.said.words, unquoted(each.said.words))


def _promised(reading: Reading, lines: list[ReadLine], account_id: UUID) -> Iterator[str]:
    theirs = {each.line.id for each in lines if _is_theirs(each)}
    yield from (each.what for each in reading.follow_ups.where(account_id=account_id) if each.line_id in theirs)
    yield from (each.what for each in reading.goals.where(account_id=account_id))


def _ours(lines: list[ReadLine], concerns: tuple[Concern, ...]) -> Iterator[str]:
    raised = {each.line_id for each in concerns}
    yield from (each.said.words for each in lines if not _is_theirs(each) and each.line.id not in raised)


def _reworded(lines: list[ReadLine], concerns: tuple[Concern, ...], said: set[str]) -> Iterator[tuple[str, str]]:
    """Give the words of each concern kept from the customer, with the wording that is printed instead, if it is.

    Words that the customer may read as they were noted are no leak when they are read again.
    """
    typed = {each.line.id: each.said.words for each in lines}
    kept = _kept(lines)
    for each in concerns:
        if not _is_hidden(each, kept) and _bare(plain_wording(each.summary)) == _bare(plain_wording(each.words)):
            continue
        wording = each.summary if _bare(plain_wording(each.summary)) in said else ""
        yield each.words, wording
        if each.line_id in typed:
            yield typed[each.line_id], wording


def _kept(lines: list[ReadLine]) -> set[UUID]:
    """Give the lines whose concerns are not the customer's to read."""
    return {each.line.id for each in lines if each.line.set_aside or each.line.audience is Audience.ONLY_ME}


def _is_hidden(concern: Concern, kept: set[UUID]) -> bool:
    return concern.set_aside or concern.withdrawn or concern.line_id in kept


def _of_records(reading: Reading, account_id: UUID) -> Iterator[str]:
    account = reading.accounts.get(account_id)
    yield from (*account.notes.splitlines(), account.gut_feeling_note, account.tier_reason)
    for review in reading.reviews.where(account_id=account_id):
        yield from (review.told_a_colleague, review.reason)
    for contact in reading.contacts.where(account_id=account_id):
        yield from contact.words.splitlines()
    for follow_up in reading.follow_ups.where(account_id=account_id):
        yield from (follow_up.what, follow_up.reason)
    for question in reading.questions.where(account_id=account_id):
        yield from (question.words, question.answer)
    for one in reading.opportunities.where(account_id=account_id):
        yield from (one.what, one.about, one.next_step)
    for concern in reading.concerns.where(account_id=account_id):
        yield from (*concern.reasons, concern.beyond_the_fix, concern.why_withdrawn)


def _of_standing(reading: Reading, account_id: UUID) -> Iterator[str]:
    """Give what we base on what they think of us, why business went or came, and what we say of our own processes."""
    for answer in reading.answers.where(account_id=account_id):
        yield answer.evidence if answer.asked in DIMENSIONS else ""
    for switch in reading.switches.where(account_id=account_id):
        yield switch.reason
    for friction in reading.frictions.all():
        yield from (text for field in (friction.suits_us, friction.why) for text in field.splitlines())


def _of_people(reading: Reading, account_id: UUID) -> Iterator[str]:
    for each in reading.people.where(account_id=account_id):
        yield from (each.cares_about, *each.notes.splitlines())


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for part in fields(value):
            yield from _texts(getattr(value, part.name))


def _bare(text: str) -> str:
    return " ".join(text.split()).casefold().strip(" .,;:!?")
