"""What changed with an account since its last review."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Concern, Stage
from reviewdesk.domain.contract import contract_end
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Part, Person
from reviewdesk.domain.since_review import Buying, Known, since_review

TODAY = date(2026, 11, 24)
REVIEW = date(2026, 8, 25)
ACCOUNT = UUID(int=7)
ANNA = Person(account_id=ACCOUNT, name="Anna Nowak", role="Purchasing")


def words(**known):
    return [each.words for each in since_review(Known(since=REVIEW, today=TODAY, people=(ANNA,), **known))]


def answer(value, on, asked=Asked.RECOMMEND, **more):
    return Answer.given(asked, value, account_id=ACCOUNT, answered_on=on, person_id=ANNA.id, **more)


def concern(raised_on, stage=Stage.REPORTED, since=None):
    return Concern(
        account_id=ACCOUNT,
        words="Late",
        summary="Late",
        severity=2,
        raised_on=raised_on,
        stage=stage,
        stage_since=since,
    )


def promise(on, **how):
    open_one = FollowUp(account_id=ACCOUNT, what="Plan", is_promise=True, due=how.get("due", on), said_on=REVIEW)
    return open_one.broken(on) if how.get("broken") else open_one.done(on)


def test_the_newest_score_of_each_person_is_told_and_no_guess():
    scores = [
        answer(9, date(2026, 9, 1)),
        answer(6, date(2026, 10, 14)),
        answer(3, date(2026, 11, 1), is_guess=True),
        answer(2, REVIEW),
    ]

    assert words(answers=scores) == ["Anna Nowak gave 6 of 10 on 14 October"]
    assert words(answers=[answer(4, TODAY, Asked.CONTENT)]) == ["Anna Nowak, content with us: 4 of 5 on 24 November"]


def test_who_left_and_who_is_new_is_told_by_name():
    sponsor = Person(account_id=ACCOUNT, name="Ewa Lis", part=Part.SPONSOR, left_on=date(2026, 10, 3))
    known = Known(since=REVIEW, today=TODAY, people=(sponsor, ANNA), joined_on={ANNA.id: date(2026, 10, 9)})

    found = since_review(known)

    assert [each.words for each in found] == ["Sponsor Ewa Lis left on 3 October", "Anna Nowak, Purchasing, is new"]
    assert [(each.kind, each.record_id) for each in found] == [(Kind.PERSON, sponsor.id), (Kind.PERSON, ANNA.id)]


def test_new_and_fixed_concerns_are_counted_and_one_alone_leads_to_itself():
    new = concern(date(2026, 11, 2))
    fixed = concern(date(2026, 5, 1), Stage.FIXED, date(2026, 10, 2))

    assert words(concerns=[new, fixed]) == ["One new concern, one fixed"]
    assert words(concerns=[fixed]) == ["One concern fixed"]
    assert words(concerns=[new, replace(new, id=UUID(int=9))]) == ["Two new concerns"]
    assert since_review(Known(since=REVIEW, today=TODAY, concerns=[new]))[0].record_id == new.id


def test_what_was_raised_in_the_review_itself_is_not_new():
    assert words(concerns=[concern(REVIEW)]) == []


def test_promises_are_told_as_kept_late_or_broken():
    ended = [
        promise(date(2026, 10, 1)),
        promise(date(2026, 10, 2)),
        promise(date(2026, 10, 9), due=date(2026, 10, 1)),
        promise(date(2026, 11, 1), broken=True),
    ]

    assert words(follow_ups=ended) == ["Our promises: two kept, one kept late, one broken"]
    assert words(follow_ups=ended[:1]) == ["One promise of ours kept"]
    assert words(follow_ups=[promise(REVIEW)]) == []


def test_a_notice_date_that_is_near_is_told_and_a_far_one_is_not():
    near = contract_end(Account(name="X", contract_end=date(2027, 3, 31), notice_days=60), TODAY)
    far = contract_end(Account(name="X", contract_end=date(2027, 12, 31), notice_days=60), TODAY)

    assert words(contract=near) == ["Contract notice is due by 30 January 2027"]
    assert words(contract=far) == []


def test_what_was_bought_often_and_not_since_has_stopped():
    regular = Buying("Sensor kit", 4, date(2026, 7, 9))

    assert words(bought=[regular]) == ["No Sensor kit since 9 July"]
    assert words(bought=[replace(regular, months=2)]) == []
    assert words(bought=[replace(regular, last=REVIEW + timedelta(1))]) == []


def test_where_nothing_changed_nothing_is_told():
    assert words() == []
