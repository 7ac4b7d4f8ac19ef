"""What is kept of accounts, over random books, is what a naive second way of working it out says."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

from dateutil.relativedelta import relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.account import Account, Tier
from reviewdesk.domain.answer import SCALES, Answer, Asked
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.follow_up import Ending, FollowUp, Side
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.review import Review, ReviewState
from reviewdesk.domain.said import Channel, Contact, Question, Quote
from reviewdesk.storage import standing
from reviewdesk.storage.book_file import open_book
from tests.domain.healths import Known, naive_health, same_day_a_year_later

TODAY = Clock().today()
MONTHS = {Tier.A: 3, Tier.B: 6, Tier.C: 12, None: 6}
DAYS = st.integers(-800, 40).map(lambda days: TODAY + timedelta(days))
HELD = (ReviewState.HELD, ReviewState.SENT, ReviewState.CLOSED)


@st.composite
def accounts(draw):
    """Give one account with all its records, in the order in which they can be put."""
    account = Account(
        name="Acme", tier=draw(st.sampled_from(list(MONTHS))), added_on=draw(DAYS),
        interval_months=draw(st.none() | st.integers(1, 14)), last_contact_before=draw(st.none() | DAYS),
        last_review_before=draw(st.none() | DAYS), gut_feeling=draw(st.none() | st.integers(1, 5)),
        gut_feeling_on=draw(DAYS), contract_end=draw(st.none() | DAYS.map(lambda day: day + timedelta(400))),
        notice_days=draw(st.integers(0, 300)), renewal_agreed_on=draw(st.none() | DAYS),
    )  # fmt: skip
    of = {"account_id": account.id}
    people = [
        Person(**of, name="P", part=draw(st.sampled_from([None, *Part])), left_on=draw(st.none() | DAYS))
        for _ in range(draw(st.integers(0, 3)))
    ]
    reviews = [
        Review(**of, state=draw(st.sampled_from(ReviewState)), planned_on=draw(st.none() | DAYS), held_on=draw(DAYS))
        for _ in range(draw(st.integers(0, 4)))
    ]
    said_in = st.sampled_from([None, *(each.id for each in reviews)])
    who = st.sampled_from([None, *(each.id for each in people)])
    answers = [_answer(draw, of, who) for _ in range(draw(st.integers(0, 8)))]
    concerns = [_concern(draw, of, said_in) for _ in range(draw(st.integers(0, 3)))]
    others = [_topic(draw, of, said_in) for _ in range(draw(st.integers(0, 3)))]
    steps = [_step(draw, of) for _ in range(draw(st.integers(0, 6)))]
    contacts = [Contact(**of, made_on=draw(DAYS), channel=Channel.CALL) for _ in range(draw(st.integers(0, 2)))]
    bought = [
        Purchase(**of, bought_on=draw(DAYS), amount=Decimal(draw(st.integers(-50, 400))), currency="EUR")
        for _ in range(draw(st.integers(0, 5)))
    ]
    return account, people, reviews, answers, concerns, others, steps, contacts, bought


def _answer(draw, of, who):
    asked = draw(st.sampled_from(Asked))
    value = draw(st.integers(SCALES[asked].lowest, SCALES[asked].highest))
    return Answer.given(asked, value, **of, answered_on=draw(DAYS), person_id=draw(who), is_guess=draw(st.booleans()))


def _concern(draw, of, said_in):
    return Concern(
        **of, words="w", summary="s", severity=draw(st.integers(1, 4)), raised_on=draw(DAYS), review_id=draw(said_in),
        stage=draw(st.sampled_from(Stage)), told_on=draw(st.none() | DAYS), withdrawn=draw(st.booleans()),
    )  # fmt: skip


def _topic(draw, of, said_in):
    known = {**of, "words": "w", "review_id": draw(said_in), "withdrawn": draw(st.booleans())}
    return draw(st.sampled_from([Question(**known, asked_on=TODAY), Quote(**known, said_on=TODAY)]))


def _step(draw, of):
    ending = draw(st.sampled_from([None, *Ending, *Ending]))
    return FollowUp(
        **of, what="x", side=draw(st.sampled_from([Side.OURS, Side.OURS, Side.THEIRS])), due=draw(st.none() | DAYS),
        is_promise=draw(st.sampled_from([True, True, False])), ending=ending,
        ended_on=draw(DAYS) if ending else None, withdrawn=draw(st.sampled_from([False, False, True])),
    )  # fmt: skip


def put_all(work, books):
    """Put the accounts of a book, each kind after those it points to."""
    repositories = {
        Account: "accounts", Person: "people", Review: "reviews", Answer: "answers", Concern: "concerns",
        Question: "questions", Quote: "quotes", FollowUp: "follow_ups", Contact: "contacts", Purchase: "purchases",
    }  # fmt: skip
    for account, *parts in books:
        for each in (account, *(record for part in parts for record in part)):
            getattr(work, repositories[type(each)]).put(each)


@settings(max_examples=15)
@given(st.lists(accounts(), min_size=1, max_size=8))
def test_every_account_of_a_book_stands_as_the_naive_way_says(books):
    with TemporaryDirectory() as folder:
        store = open_book(Path(folder) / "a.reviewdesk", Clock(), may_create=True)
        with store.write("Make the book") as work:
            put_all(work, books)
        with store.read() as reading:
            kept = standing.stored(reading.connection)
        store.close()
    newest = max((each.bought_on for *_, bought in books for each in bought), default=None)

    for one in books:
        check(one, kept[one[0].id], newest)


def check(one, stands, newest):
    account, people, reviews, answers, concerns, others, steps, contacts, bought = one
    months = account.interval_months or MONTHS[account.tier]
    held = [each for each in reviews if each.state in HELD]
    spoken = [*(each.made_on for each in contacts), *(each.held_on for each in held), account.last_contact_before]
    spoke_on = max((each for each in spoken if each), default=None)
    year, before = revenue_of(bought, newest)
    known = Known(account, TODAY, months, spoke_on, year, before, people, answers, concerns, steps)

    assert (stands.health, stands.basis) == naive_health(known)
    assert stands.next_due == naive_due(account, months, [each.held_on for each in held])
    check_silence(stands, known, held, others)


def revenue_of(bought, newest):
    """Sum what was bought in the 12 months up to the newest day that counts, and in the 12 before."""
    if newest is None:
        return Decimal(0), Decimal(0)
    end = newest if (TODAY - newest).days > 90 else TODAY
    start, first = end - relativedelta(years=1), end - relativedelta(years=1, days=-1) - relativedelta(years=1)
    year = sum((each.amount for each in bought if start < each.bought_on <= end), Decimal(0))
    return year, sum((each.amount for each in bought if first <= each.bought_on <= start), Decimal(0))


def naive_due(account, months, held):
    last = max(held, default=None)
    if last is not None:
        return later(max(last, account.last_review_before or last), months)
    if account.last_review_before:
        return later(account.last_review_before, months)
    return account.added_on + timedelta(30) if account.tier is Tier.A else later(account.added_on, months)


def later(day, months):
    """Give the same day so many months later, or the last one of a month that has it not."""
    at = day.month - 1 + months
    year, month = day.year + at // 12, at % 12 + 1
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month, min(number, day.day))
        except ValueError:
            continue
    raise AssertionError(day)


def check_silence(stands, known, held, others):
    days = (TODAY - (known.spoke_on or known.account.added_on)).days
    assert stands.is_quiet(TODAY) == (2 * days * 12 > known.months * 365)
    noted = [each for each in known.concerns if not each.withdrawn]
    heard = [*(each.raised_on for each in noted), *(each.answered_on for each in known.answers if not each.is_guess)]
    is_heard = any(same_day_a_year_later(each) > TODAY for each in heard) or any(each.is_open for each in noted)
    assert (stands.never_asked_from > TODAY) == is_heard
    topics = defaultdict(int)
    for each in (*known.concerns, *others):
        topics[each.review_id] += not each.withdrawn
    newest = sorted(held, key=lambda each: (each.held_on, each.id.hex))[-2:]
    assert stands.raised_nothing == (len(newest) == 2 and not any(topics[each.id] for each in newest))
