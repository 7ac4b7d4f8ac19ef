"""Gathers the summary of a review for our side: the customer's as the records stand, and what only our side knows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.charting import bought_chart
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.gaps import gaps_of
from reviewdesk.domain.line_records import ReadLine, read_line
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.our_summary import (
    Noted,
    OurConcern,
    OurFactor,
    OurHealth,
    OurKept,
    OurLine,
    OurOpportunity,
    OurPerson,
    OurSummary,
)
from reviewdesk.domain.people import Person
from reviewdesk.domain.print_length import cut_all
from reviewdesk.domain.promises import kept_rate, kept_since, per_cent
from reviewdesk.domain.quoting import sentence
from reviewdesk.domain.review import Review
from reviewdesk.domain.said import Opportunity
from reviewdesk.domain.summarising import summarise
from reviewdesk.domain.summary import CustomerSummary
from reviewdesk.domain.summary_material import Material
from reviewdesk.services.gathering import all_material_of
from reviewdesk.services.health_reading import health_on_the_day
from reviewdesk.services.health_values import AccountHealth
from reviewdesk.services.only_mine import OnlyMine, only_mine
from reviewdesk.services.versions import versions_of
from reviewdesk.storage.reading import Reading

LANGUAGE: Final = "en"
MOST_MOVES: Final = 3
_ELSEWHERE: Final = frozenset({Marker.CONCERN, Marker.OPPORTUNITY})
_KINDS: Final[Mapping[Marker, Noted]] = {
    Marker.RIVAL: Noted.RIVAL,
    Marker.QUESTION: Noted.QUESTION,
    Marker.FOLLOW_UP: Noted.TO_DO,
}


def our_summary_of(reading: Reading, review: Review) -> OurSummary:
    """Give the summary of a review for our side as the records stand.

    Raises:
        RefusedError: the review is still ahead and nothing was noted.
    """
    if review.is_open and not review.text.strip():
        raise RefusedError("This review was not held yet, so that there is nothing to sum up. Print the brief instead.")
    today, mine = reading.clock.today(), only_mine(reading, review.account_id)
    material = _in_our_language(all_material_of(reading, review))
    day = review.day or today
    of = {"account_id": review.account_id}
    steps = mine.without(material.follow_ups)
    value = OurSummary(
        customer=_customer(reading, material, today),
        written_on=today,
        health=_health(health_on_the_day(reading, review.account_id)),
        concerns=tuple(_concerns(material, mine)),
        gaps=gaps_of(material.answers, today),
        people=tuple(_people(list(material.people.values()))),
        opportunities=tuple(_opportunities(reading.opportunities.where(**of), mine)),
        kept=_kept(steps, today),
        lines=tuple(_lines(material)),
        bought=bought_chart(material.bought, day) if material.bought else None,
    )
    return cut_all(value)


def _in_our_language(material: Material) -> Material:
    """Give the same records of an account that reads what our own documents are written in."""
    return replace(material, account=replace(material.account, language=LANGUAGE))


def _customer(reading: Reading, material: Material, today: date) -> CustomerSummary:
    """Give what the customer reads as the records stand, numbered as the newest version of it."""
    earlier = versions_of(reading, material.review.id)
    value = summarise(material, number=earlier[-1].number if earlier else 1, on=today)
    return replace(value, finished_on=earlier[-1].finished_on if earlier else None, tell_us=None)


def _health(found: AccountHealth) -> OurHealth:
    return OurHealth(
        words=found.words,
        band=found.band,
        basis=found.basis,
        known=found.known,
        factors=tuple(OurFactor(each.factor.value, each.points, each.weight, each.why) for each in found.factors),
        held=found.held,
        moves=tuple(f"{each.words}: {each.now} → {each.then}" for each in found.moves[:MOST_MOVES]),
        silences=found.silences,
    )


def _concerns(material: Material, mine: OnlyMine) -> Iterator[OurConcern]:
    """Give what is open in their words, the worst first."""
    still_open = [each for each in material.concerns if each.is_open and not mine.holds(each)]
    for each in sorted(still_open, key=_worst_first):
        colleague = material.colleagues.get(each.colleague_id) if each.colleague_id else None
        owner = colleague.name if colleague else each.team
        yield OurConcern(each.words, each.severity, each.stage.value, owner, each.root_cause)


def _worst_first(concern: Concern) -> tuple[int, date]:
    return -concern.severity, concern.raised_on


def _people(people: list[Person]) -> Iterator[OurPerson]:
    """Give those who are still there and of whom something is known, the most influential first."""
    there = [each for each in people if each.left_on is None]
    for each in sorted(there, key=_influential_first):
        part, stance = each.part.value if each.part else "", each.stance.value if each.stance else ""
        if part or stance or each.influence or each.cares_about.strip():
            yield OurPerson(each.name, each.role, part, stance, each.influence, each.cares_about)


def _influential_first(person: Person) -> tuple[int, str]:
    return -(person.influence or 0), person.name


def _opportunities(found: Sequence[Opportunity], mine: OnlyMine) -> Iterator[OurOpportunity]:
    for each in sorted(found, key=_newest_first):
        if each.is_open and not mine.holds(each):
            yield OurOpportunity(sentence(each.what), each.about, each.next_step, each.noted_on)


def _newest_first(opportunity: Opportunity) -> int:
    return -opportunity.noted_on.toordinal()


def _kept(steps: Sequence[FollowUp], today: date) -> OurKept:
    """Count how our promises to them ended in the last 180 days."""
    since = kept_since(today)
    endings = [
        each.ending
        for each in steps
        if each.is_promise and each.side is Side.OURS and not each.withdrawn
        if each.ending is not None and each.ended_on is not None and since <= each.ended_on <= today
    ]
    rate = kept_rate(endings)
    kept, late, broken = (endings.count(each) for each in (Ending.KEPT, Ending.KEPT_LATE, Ending.BROKEN))
    return OurKept(kept, late, broken, None if rate is None else per_cent(rate))


def _lines(material: Material) -> Iterator[OurLine]:
    """Give the lines of the meeting that only our side reads and that no other part shows."""
    for each in material.review.lines:
        read = read_line(each, material.meeting)
        audience = each.audience or read.marker.audience
        if audience is Audience.OUR_SIDE and read.marker not in _ELSEWHERE and not each.set_aside:
            words = each.print_wording or read.said.what or read.said.words
            if words.strip():
                yield OurLine(_KINDS.get(read.marker, Noted.NOTE), sentence(words), _beside(read))


def _beside(read: ReadLine) -> str:
    return ", ".join(each.name for each in read.said.people)
