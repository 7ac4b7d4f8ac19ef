"""Writes the brief of an account: what we owe, what worries them, who is in the room, and three questions."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final
from uuid import UUID

from reviewdesk.domain.brief_page import BriefLine, BriefPage, BriefSection
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.coverage import Gap
from reviewdesk.domain.follow_up import FollowUp, Side, WaitsOn
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.lines import parse_line
from reviewdesk.domain.people import Person, Stance
from reviewdesk.domain.since_review import Sort
from reviewdesk.services.account_reading import brief_of
from reviewdesk.services.account_values import AccountBrief
from reviewdesk.services.fit_to_lie import what_hurts, without_only_mine
from reviewdesk.services.follow_up_rows import due_words
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

MOST: Final = 5
IN_THE_ROOM: Final = 6
QUESTIONS: Final = 3
LAST: Final = "Three questions to ask"
_UNSAID: Final = frozenset({Sort.CONTRACT, Sort.PROMISES, Sort.STOPPED})
_WARY: Final = frozenset({Stance.DOUBTFUL, Stance.AGAINST})


def _nothing(_text: str) -> bool:
    return False


class BriefService:
    """Writes briefs."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, account_id: UUID) -> BriefPage:
        """Write the brief of an account as it stands today.

        Raises:
            MissingError: it is not in the book.
        """
        with self._store.read() as reading:
            return page_in(reading, account_id)


def page_in(reading: Reading, account_id: UUID) -> BriefPage:
    """Write the brief of an account; what is only the person's, or would hurt, is left for the screen alone.

    Raises:
        MissingError: it is not in the book.
    """
    brief, kept_back = without_only_mine(reading, brief_of(reading, account_id))
    return page_of(brief, (*_few(kept_back), *_private_lines(reading, brief)), what_hurts(reading, account_id))


def page_of(brief: AccountBrief, private: Iterable[str] = (), hurts: Callable[[str], bool] = _nothing) -> BriefPage:
    """Write the brief from what the page of the account shows.

    `private` are lines for the person alone; of what stands in a line that `hurts` only the screen tells.
    """
    parts = {
        "What we owe them": _steps(brief.our_promises, brief),
        "What they owe us": _steps(brief.their_promises, brief),
        "What worries them, in their words": [_concern(each, brief) for each in brief.open_concerns],
        "Who is in the room": [_person(each) for each in _in_the_room(brief)],
        "What is new since the last review": _plain(_news(brief)),
        "What we did about it": _plain(brief.problems_told),
        "Changes that touch them": _plain(brief.changes_told),
        "What they asked and wait for": _plain(each.words for each in brief.questions if each.is_open),
        LAST: _plain(_questions(brief)),
    }
    most = {"Who is in the room": IN_THE_ROOM, LAST: QUESTIONS}
    kept_back: list[str] = []
    sections = []
    for title, lines in parts.items():
        section = _section(title, lines, most.get(title, MOST), hurts, kept_back)
        if section.said or section.more:
            sections.append(section)
    return BriefPage(
        brief.account.name, tuple(_head(brief)), tuple(sections), (*_only_here(brief, private), *kept_back)
    )


def _section(
    title: str, lines: Sequence[BriefLine], most: int, hurts: Callable[[str], bool], kept_back: list[str]
) -> BriefSection:
    """Take the first lines that may lie on a table; of the questions there are always three and no more."""
    said: list[BriefLine] = []
    for each in lines:
        if len(said) == most:
            break
        if hurts(each.text):
            kept_back.append(each.text)
        else:
            said.append(each)
    return BriefSection(title, tuple(said), 0 if title == LAST else len(lines) - len(said))


def _few(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(lines) if len(lines) <= MOST else (*lines[:MOST], f"and {len(lines) - MOST} more")


def _plain(lines: Iterable[str]) -> list[BriefLine]:
    return [BriefLine(each, each) for each in lines]


def _head(brief: AccountBrief) -> Iterator[str]:
    account = brief.account
    where = " · ".join(each for each in (account.industry, account.city, account.country) if each)
    review = f"Next review: {brief.next_review.words}" if brief.next_review else ""
    spoke = brief.standing.last_contact
    last = f"Last spoke: {short_day(spoke, brief.today)}" if spoke else "Never spoke with them yet"
    since = f"Customer since {account.customer_since.year}" if account.customer_since else ""
    yield from (each for each in (where, " · ".join(each for each in (review, last, since) if each)) if each)


def _steps(steps: Iterable[FollowUp], brief: AccountBrief) -> list[BriefLine]:
    ours = {each.id: each.name for each in brief.colleagues if not each.is_me}
    theirs = {each.id: each.name for each in brief.people}
    found = []
    for each in steps:
        who = ours.get(each.colleague_id, "") if each.colleague_id else ""
        who = theirs.get(each.person_id, "") if each.person_id and each.side is Side.THEIRS else who
        who = who if each.waits_on is not WaitsOn.ME else ""
        when, by = due_words(each.due, brief.today), f" ({who})" if who else ""
        late = each.due is not None and each.due < brief.today
        found.append(BriefLine(f"{when}: {each.what}{by}", each.what, who, when, late))
    return found


def _concern(concern: Concern, brief: AccountBrief) -> BriefLine:
    words, beside = f"“{concern.words}”", f"raised {short_day(concern.raised_on, brief.today)}, {concern.stage}"
    return BriefLine(f"{words} – {beside}", words, beside)


def _in_the_room(brief: AccountBrief) -> list[Person]:
    """Give who is asked to the next review, else everybody, those who decide first."""
    ahead = [each for each in brief.reviews if each.is_open and each.day is not None and each.day >= brief.today]
    asked = set(min(ahead, key=lambda each: (each.day, each.id)).people_ids) if ahead else set()
    return [each for each in brief.people if each.id in asked] or list(brief.people)


def _person(person: Person) -> BriefLine:
    cares = f"cares about {person.cares_about}" if person.cares_about else ""
    text = ", ".join(each for each in (person.name, person.role, cares) if each)
    return BriefLine(text, person.name, person.role, person.cares_about)


def _news(brief: AccountBrief) -> list[str]:
    return [each.words for each in brief.since.changes if each.sort not in _UNSAID] if brief.since else []


def _questions(brief: AccountBrief) -> Iterator[str]:
    """Give questions from what is open, the most telling first; the last ones always hold."""
    for each in brief.open_concerns:
        if each.stage is Stage.FIXED:
            yield f"Is it solved for you: “{each.words}”?"
    gaps = {each.gap for each in brief.coverage}
    if gaps & {Gap.SPONSOR_LEFT, Gap.NO_SPONSOR}:
        yield "Who stands for this work in your management now?"
    if Gap.NO_DECIDER in gaps:
        yield "Who else decides with you about the next order?"
    cares = next((each.cares_about for each in brief.people if each.cares_about), "")
    if cares:
        yield f"How do we do on {cares}?"
    yield "What should we do differently by the next review?"
    yield "What will change on your side in the next six months?"
    yield "On a scale from 0 to 10, would you recommend us, and why not one more?"


def _only_here(brief: AccountBrief, private: Iterable[str]) -> Iterator[str]:
    """Give what not to raise, and what must not lie on the table."""
    for each in brief.people:
        if each.stance in _WARY:
            yield f"{each.name}: {each.stance}"
    if brief.account.rivals:
        yield f"Rivals: {', '.join(brief.account.rivals)}"
    if brief.contract is not None and brief.contract.is_warned_of:
        yield brief.contract.warning
    yield from (each.words for each in (brief.since.changes if brief.since else ()) if each.sort is Sort.STOPPED)
    yield from (f"They might buy: {each.what}" for each in brief.opportunities[:MOST] if each.is_open)
    if brief.account.gut_feeling_at(brief.today) in (1, 2) and brief.account.gut_feeling_note:
        yield f"My feeling: {brief.account.gut_feeling_note}"
    yield from private


def _private_lines(reading: Reading, brief: AccountBrief) -> list[str]:
    """Give the lines of the last review that were marked as only for the person."""
    if brief.since is None:
        return []
    review = reading.reviews.get(brief.since.review_id)
    parsed = (parse_line(each.text, brief.since.day) for each in review.lines)
    return [each.words for each in parsed if each.marker is Marker.ONLY_ME and each.words][:MOST]
