"""Whatever the book can know of a record has a place where it is typed, or a reason why it has none."""

from dataclasses import fields
from typing import Final

import pytest

from reviewdesk.desktop.account.contacts import CONTACT_DETAILS
from reviewdesk.desktop.account.fields import (
    CONCERN_DETAILS,
    CONCERN_TAGS,
    CONCERN_TEXTS,
    DETAILS,
    FOLLOW_UP_DETAILS,
    FOLLOW_UP_TEXTS,
    PERSON_DETAILS,
)
from reviewdesk.desktop.account.purchase_form import PURCHASE_DETAILS
from reviewdesk.desktop.account.said import OPPORTUNITY_DETAILS, QUESTION_DETAILS
from reviewdesk.desktop.account.switches import SWITCH_DETAILS
from reviewdesk.desktop.settings.colleagues import COLLEAGUE_DETAILS
from reviewdesk.domain.account import Account
from reviewdesk.domain.audience import audiences_of
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Contact, Opportunity, Question
from reviewdesk.domain.switch import Switch
from reviewdesk.services.account_fields import ACCOUNT_DAYS, ACCOUNT_FIELDS, PERSON_DAYS, PERSON_FIELDS
from reviewdesk.services.colleagues import COLLEAGUE_FIELDS
from reviewdesk.services.concern_fields import CONCERN_DAYS, CONCERN_FIELDS
from reviewdesk.services.follow_up_typing import TYPED as FOLLOW_UP_FIELDS
from reviewdesk.services.said import CONTACT_FIELDS, OPPORTUNITY_FIELDS, QUESTION_FIELDS

EVERYWHERE: Final = {
    "id": "nobody types it",
    "version": "counted by the book",
    "account_id": "it is added on the page of its account",
}
NOTED: Final = {
    "review_id": "the review in which it was noted",
    "line_id": "the line of notes it was made from",
    "withdrawn": "set when its line of notes is taken out",
}
TYPED = {
    Account: {each.name for _, group in DETAILS for each in group},
    Person: {each.name for each in PERSON_DETAILS},
    FollowUp: {each.name for each in (*FOLLOW_UP_TEXTS, *FOLLOW_UP_DETAILS)},
    Concern: {each.name for each in (*CONCERN_TEXTS, *CONCERN_DETAILS, *CONCERN_TAGS)},
    Purchase: {each.name for each in PURCHASE_DETAILS},
    Switch: {each.name for each in SWITCH_DETAILS},
    Colleague: {each.name for each in COLLEAGUE_DETAILS},
    Question: {each.name for each in QUESTION_DETAILS},
    Opportunity: {each.name for each in OPPORTUNITY_DETAILS},
    Contact: {each.name for each in CONTACT_DETAILS},
}
READ = {
    Account: {*ACCOUNT_FIELDS, *ACCOUNT_DAYS, "owner", "parent"},
    Person: {*PERSON_FIELDS, *PERSON_DAYS, "known_by", "reports_to"},
    FollowUp: FOLLOW_UP_FIELDS,
    Concern: {*CONCERN_FIELDS, *CONCERN_DAYS, "owner", "raised_by"},
    Colleague: set(COLLEAGUE_FIELDS),
    Question: set(QUESTION_FIELDS),
    Opportunity: set(OPPORTUNITY_FIELDS),
    Contact: {*CONTACT_FIELDS, "person", "colleague"},
}
TYPED_AS = {
    FollowUp: {"colleague_id": "who", "person_id": "who", "moves": "agreed_with"},
    Concern: {"colleague_id": "owner", "raised_by_id": "raised_by"},
    Purchase: {"product_id": "product", "product_name": "product"},
    Contact: {"person_id": "person", "colleague_id": "colleague"},
}
NO_PLACE = {
    Account: {
        "logo": "dropped or chosen under the language",
        "id": "nobody types it",
        "version": "counted by the book",
        "added_on": "the day it came into the book",
        "tier": "set in its own sheet, with a reason, or by the rule",
        "tier_reason": "asked for in the sheet of the tier",
        "gut_feeling_on": "the day the feeling was typed",
        "lost_on": "the day its status became lost",
        "notes": "typed beside the page in a box of its own",
    },
    Person: EVERYWHERE,
    FollowUp: EVERYWHERE
    | NOTED
    | {
        "concern_id": "the concern it was made from",
        "about_id": "the outreach, hand-off or loss review that made it",
        "repeat_anchor": "the day from which it comes again, taken from its date",
        "repeat_count": "counted each time it is done",
        "ending": "said with Done, Not kept or Let it go",
        "ended_on": "the day on which that was said",
    },
    Concern: EVERYWHERE
    | NOTED
    | {
        "cause_on": "the day on which its root cause was typed",
        "asked_on": "noted by a button, day by day",
        "stage": "brought further on the steps above its fields",
        "stage_since": "the day on which it came to its stage",
        "came": "the stages it left, each with its day",
        "links": "linked with a button that looks for the other concern",
        "raised_at": "the moment it was logged",
    },
    Purchase: EVERYWHERE,
    Switch: EVERYWHERE,
    Question: EVERYWHERE | NOTED,
    Opportunity: EVERYWHERE | NOTED,
    Contact: EVERYWHERE | {"review_id": "the review that was the contact"},
    Colleague: {
        "id": "nobody types it",
        "version": "counted by the book",
        "is_me": "whoever has typed their name under You in Settings",
    },
}
RECORDS = tuple(TYPED)


def known(record):
    """Give the fields of a record as they are called where they are typed."""
    names = TYPED_AS.get(record, {})
    ids = ("owner_id", "parent_id", "reports_to_id", "known_by_id")
    return {
        names.get(each.name, each.name.removesuffix("_id") if each.name in ids else each.name)
        for each in fields(record)
    }


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_has_a_place_or_a_reason_to_have_none(record):
    assert known(record) - TYPED[record] == set(NO_PLACE[record])


@pytest.mark.parametrize("record", RECORDS)
def test_nothing_is_typed_that_the_book_does_not_know(record):
    assert TYPED[record] <= known(record)


@pytest.mark.parametrize("record", list(READ))
def test_what_is_typed_on_the_page_can_be_read(record):
    assert TYPED[record] <= READ[record]


@pytest.mark.parametrize("record", RECORDS)
def test_every_field_says_who_may_see_it(record):
    assert set(audiences_of(record)) == {each.name for each in fields(record)}
