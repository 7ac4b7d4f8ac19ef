"""Health worked out a second time, naively and straight from the records, to see that both ways agree."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.book import Book
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.people import Part, Person

OPEN = {Stage.REPORTED, Stage.ACKNOWLEDGED, Stage.PLANNED, Stage.FIXED}


@dataclass
class Known:
    """All records of one account that health may look at."""

    account: Account
    today: date
    months: int = 3
    spoke_on: date | None = None
    year: Decimal = Decimal(0)
    before: Decimal = Decimal(0)
    people: list[Person] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    concerns: list[Concern] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    book: Book = field(default_factory=Book)


def same_day_a_year_later(day):
    """Give the day twelve months on; of 29 February it is the 28th."""
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return day.replace(year=day.year + 1, day=28)


def naive_values(known):
    """Give what each factor is worth as a fraction of 100, or None."""
    parts = (_relationship, _scores, _contact, _concerns, _promises, _revenue, _gut)
    return [each(known) for each in parts]


def naive_health(known):
    """Give the score, or None, and the basis."""
    book, points, basis = known.book, Fraction(0), 0
    for value, weight in zip(naive_values(known), book.health_weights, strict=True):
        if value is not None:
            points += value * weight
            basis += weight
    if basis < book.least_basis or basis == 0:
        return None, basis
    mean = points / basis
    score = int(mean) + (1 if mean - int(mean) >= Fraction(1, 2) else 0)
    if any(_holds(each) for each in known.concerns):
        score = min(score, book.held_at)
    return score, basis


def _holds(concern):
    fixed_and_told = concern.stage is Stage.FIXED and concern.told_on is not None
    return _is_open(concern) and concern.severity == 4 and not fixed_and_told


def _is_open(concern):
    return concern.stage in OPEN and not concern.withdrawn


def _recent(known):
    return [each for each in known.answers if known.today < same_day_a_year_later(each.answered_on)]


def _newest(answers):
    """Of one day a customer's answer beats our guess, and of those the lower one counts."""
    best = None
    for each in answers:
        if best is None:
            best = each
        elif each.answered_on != best.answered_on:
            best = max(each, best, key=lambda answer: answer.answered_on)
        elif each.is_guess != best.is_guess:
            best = best if each.is_guess else each
        elif each.value < best.value:
            best = each
    return best


def _relationship(known):
    found = []
    for asked in (Asked.TRUST, Asked.COMMITMENT, Asked.SATISFACTION):
        newest = _newest([each for each in _recent(known) if each.asked is asked])
        if newest is not None:
            found.append(Fraction(newest.value))
    return (sum(found) / len(found) - 1) / 6 * 100 if found else None


def _scores(known):
    deciding = {each.id for each in known.people if each.part in {Part.SPONSOR, Part.DECIDES} and not each.left_on}
    scored = [each for each in _recent(known) if each.asked in {Asked.RECOMMEND, Asked.CONTENT} and not each.is_guess]
    of_deciders = [each for each in scored if each.person_id in deciding]
    counting = of_deciders or scored
    for asked, lowest, step in ((Asked.RECOMMEND, 0, 10), (Asked.CONTENT, 1, 25)):
        by_person = {}
        for each in counting:
            if each.asked is asked:
                by_person.setdefault(each.person_id or each.id, []).append(each)
        if by_person:
            newest = [_newest(each) for each in by_person.values()]
            return Fraction(sum((each.value - lowest) * step for each in newest), len(newest))
    return None


def _contact(known):
    interval = Fraction(known.months * 365, 12)
    days = Fraction((known.today - (known.spoke_on or known.account.added_on)).days)
    if days <= interval / 2:
        return Fraction(100)
    if days >= interval * 3 / 2:
        return Fraction(0)
    return (interval * 3 / 2 - days) / interval * 100


def _concerns(known):
    noted = [each for each in known.concerns if not each.withdrawn]
    heard = [each.raised_on for each in noted] + [each.answered_on for each in known.answers if not each.is_guess]
    asked = any(known.today < same_day_a_year_later(each) for each in heard) or any(map(_is_open, noted))
    if not asked:
        return None
    value = Fraction(100)
    for each in noted:
        if _is_open(each):
            cost = Fraction(known.book.health_costs[each.severity - 1])
            value -= cost / 2 if each.stage is Stage.FIXED else cost
    return max(value, Fraction(0))


def _promises(known):
    worth = {Ending.KEPT: Fraction(1), Ending.KEPT_LATE: Fraction(1, 2), Ending.BROKEN: Fraction(0)}
    ended = [
        worth[each.ending]
        for each in known.follow_ups
        if each.is_promise and each.side is Side.OURS and not each.withdrawn and each.ending in worth
        and each.ended_on >= known.today - timedelta(180)
    ]  # fmt: skip
    return sum(ended) / len(ended) * 100 if len(ended) >= 3 else None


def _revenue(known):
    account = known.account
    if known.before <= 0:
        return None
    value = 50 + (Fraction(known.year) / Fraction(known.before) - 1) * 100
    value = min(max(value, Fraction(0)), Fraction(100))
    if account.contract_end and account.notice_days is not None and not account.renewal_agreed_on:
        notice = account.contract_end - timedelta(account.notice_days)
        if known.today <= notice <= known.today + timedelta(90):
            value = max(value - 25, Fraction(0))
    return value


def _gut(known):
    account = known.account
    if account.gut_feeling is None or account.gut_feeling_on is None:
        return None
    is_valid = known.today <= account.gut_feeling_on + timedelta(90)
    return Fraction(account.gut_feeling - 1, 4) * 100 if is_valid else None
