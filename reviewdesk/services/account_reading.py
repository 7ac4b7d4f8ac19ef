"""Reads accounts for the list and for the page of one of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, Final
from uuid import UUID

from reviewdesk.domain.account import Tier
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.contract import contract_end
from reviewdesk.domain.coverage import coverage, last_spoke
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.health_settings import HealthSettings
from reviewdesk.domain.importing.names import normalised
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.promises import kept_since
from reviewdesk.domain.relationship import DIMENSIONS
from reviewdesk.domain.said import Contact
from reviewdesk.domain.standing import months_of
from reviewdesk.domain.today_clocks import ConcernClock, clock_of
from reviewdesk.services.account_revenue import figures_of
from reviewdesk.services.account_rows import account_row, next_review
from reviewdesk.services.account_values import AccountBrief, AccountName, AccountRow, by_due, gravest, kept_rate
from reviewdesk.services.change_words import changes_told
from reviewdesk.services.days import days_of
from reviewdesk.services.health_reading import health_on_the_day
from reviewdesk.services.problem_words import problems_in_brief
from reviewdesk.services.since_review import Read, since_last_review
from reviewdesk.services.tiers import figures
from reviewdesk.storage.lists.account_page import ReviewHead, review_heads, sources
from reviewdesk.storage.lists.accounts import account_lines, count_below, standings_on_the_day
from reviewdesk.storage.lists.touched import Fields, newest_step, touched_since
from reviewdesk.storage.reading import Reading

RANKED_BY: Final[Fields] = {
    Kind.ACCOUNT: frozenset({"status", "tier", "tier_reason", "parent_id", "is_site", "review_as_group"}),
    Kind.PURCHASE: frozenset(),
    Kind.BOOK: frozenset(),
}
_PARTS = {Part.SPONSOR: 0, Part.DECIDES: 1, Part.CHAMPION: 2, Part.USER: 3, Part.GATEKEEPER: 4, None: 5}


def rows_of(reading: Reading) -> tuple[AccountRow, ...]:
    """Give every account as the list shows it on the day of the clock, by name."""
    today = reading.clock.today()
    lines, standings = account_lines(reading.connection), standings_on_the_day(reading)
    would_be, rule = figures(reading, lines, standings).would_be, HealthSettings.of(reading.book)
    return tuple(account_row(each, standings[each.id], would_be.get(each.id), today, rule) for each in lines)


@dataclass(frozen=True, slots=True)
class TiersByRule:
    """The accounts to which the rule would give another tier on a day, as the book stood after a step."""

    day: date
    step: int
    would_be: Mapping[UUID, Tier]

    def tier(self, reading: Reading, account_id: UUID) -> Tier | None:
        """Give the tier that the rule would set for an account."""
        return self.would_be.get(account_id, reading.accounts.get(account_id).tier)


def tiers_by_rule(reading: Reading, known: TiersByRule | None = None) -> TiersByRule:
    """Give what the rule would set, for which it has to look at every account; what is known while that still holds."""
    today, connection = reading.clock.today(), reading.connection
    if known is not None and known.day == today and not touched_since(connection, known.step, RANKED_BY):
        return known
    found = figures(reading, account_lines(connection), standings_on_the_day(reading))
    return TiersByRule(today, newest_step(connection), found.would_be)


def accounts_alike(reading: Reading, name: str) -> tuple[AccountName, ...]:
    """Give the accounts whose name is this one, apart from case, accents and legal forms."""
    wanted, lines = normalised(name), account_lines(reading.connection)
    return tuple(AccountName(id=each.id, name=each.name) for each in lines if normalised(each.name) == wanted)


def brief_of(reading: Reading, account_id: UUID) -> AccountBrief:
    """Give all that the page of one account shows.

    Raises:
        MissingError: it is not in the book.
    """
    account, today = reading.accounts.get(account_id), reading.clock.today()
    (line,) = account_lines(reading.connection, [account_id])
    stands = standings_on_the_day(reading, [account_id])[account_id]
    follow_ups = tuple(sorted(reading.follow_ups.where(account_id=account_id, withdrawn=False), key=by_due))
    people = sorted(reading.people.where(account_id=account_id), key=_deciding_first)
    concerns = tuple(sorted(reading.concerns.where(account_id=account_id, withdrawn=False), key=gravest))
    contacts = _newest_first(reading.contacts.where(account_id=account_id))
    reviews, contract = review_heads(reading.connection, account_id), contract_end(account, today)
    return AccountBrief(
        account=account,
        standing=stands,
        today=today,
        next_review=next_review(stands, account.tier, today, buys=line.buys),
        months=months_of(reading.book, account.tier, account.interval_months),
        owner=reading.colleagues.find(account.owner_id) if account.owner_id else None,
        parent=_parent(reading, account.parent_id),
        people=tuple(each for each in people if each.left_on is None or each.left_on > today),
        people_gone=tuple(each for each in people if each.left_on is not None and each.left_on <= today),
        colleagues=reading.colleagues.all(),
        follow_ups=follow_ups,
        concerns=concerns,
        clocks=_clocks(reading, concerns),
        contacts=contacts,
        reviews=reviews,
        kept=kept_rate(follow_ups, kept_since(today)),
        coverage=coverage(people, _spoke(contacts, reviews), today, known_since=account.added_on),
        below=count_below(reading.connection, account_id),
        contract=contract,
        since=since_last_review(reading, account_id, Read(reviews, people, concerns, follow_ups, contract)),
        changes_told=changes_told(reading, account_id),
        problems_told=problems_in_brief(reading, account_id),
        change_names=_change_names(reading, follow_ups),
        **_beside(reading, account_id),
    )


def _change_names(reading: Reading, follow_ups: Iterable[FollowUp]) -> dict[UUID, str]:
    about = list({each.about_id for each in follow_ups if each.about_id is not None})
    return {each.id: each.name for each in reading.planned_changes.where(id=about)} if about else {}


def _beside(reading: Reading, account_id: UUID) -> dict[str, Any]:
    """Give what stands beside: what they asked, might buy and bought, health, files, and where it came from."""
    answers = reading.answers.where(account_id=account_id)
    return {
        "questions": reading.questions.where(account_id=account_id, withdrawn=False),
        "opportunities": reading.opportunities.where(account_id=account_id, withdrawn=False),
        "health": health_on_the_day(reading, account_id),
        "revenue": figures_of(reading, account_id),
        "files": len(reading.attachments.where(account_id=account_id)),
        "answers": len(answers),
        "hand_offs": len(reading.hand_offs.where(account_id=account_id)),
        "dimensions": sum(each.asked in DIMENSIONS for each in answers),
        "forms_out": sum(not each.is_answered for each in reading.feedback_forms.where(account_id=account_id)),
        "sources": tuple(dict.fromkeys(each.source for each in sources(reading.connection, account_id))),
    }


def _spoke(contacts: Sequence[Contact], reviews: Sequence[ReviewHead]) -> dict[UUID, date]:
    """Give the last day on which we spoke with each person, in a review or else."""
    held = [(person, each.day) for each in reviews if each.is_held and each.day for person in each.people_ids]
    return last_spoke([*((each.person_id, each.made_on) for each in contacts), *held])


def _clocks(reading: Reading, concerns: Iterable[Concern]) -> dict[UUID, ConcernClock]:
    """Say what each concern waits for, in the working days of whoever owns it."""
    ours, today = {each.id: each for each in reading.colleagues.all()}, reading.clock.today()
    days = {each.id: days_of(ours.get(each.colleague_id or each.id), reading.book, today) for each in concerns}
    return {each.id: clock for each in concerns if (clock := clock_of(each, days[each.id])) is not None}


def _newest_first(contacts: Iterable[Contact]) -> tuple[Contact, ...]:
    return tuple(sorted(contacts, key=attrgetter("made_on"), reverse=True))


def _parent(reading: Reading, parent_id: UUID | None) -> AccountName | None:
    parent = reading.accounts.find(parent_id) if parent_id else None
    return AccountName(id=parent.id, name=parent.name) if parent else None


def _deciding_first(person: Person) -> tuple[int, int, str]:
    return _PARTS[person.part], -(person.influence or 0), person.name
