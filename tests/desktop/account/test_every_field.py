"""Whatever the book can know of an account or a person has a place where it is typed, or a reason why it has none."""

from dataclasses import fields

import pytest

from reviewdesk.desktop.account.fields import DETAILS, PERSON_DETAILS
from reviewdesk.domain.account import Account
from reviewdesk.domain.people import Person
from reviewdesk.services.account_fields import ACCOUNT_DAYS, ACCOUNT_FIELDS, PERSON_DAYS, PERSON_FIELDS

TYPED = {
    Account: {each.name for _, group in DETAILS for each in group},
    Person: {each.name for each in PERSON_DETAILS},
}
READ = {
    Account: {*ACCOUNT_FIELDS, *ACCOUNT_DAYS, "owner", "parent"},
    Person: {*PERSON_FIELDS, *PERSON_DAYS, "known_by", "reports_to"},
}
NO_PLACE = {
    Account: {
        "id": "nobody types it",
        "version": "counted by the book",
        "added_on": "the day it came into the book",
        "tier": "set in its own sheet, with a reason, or by the rule",
        "tier_reason": "asked for in the sheet of the tier",
        "gut_feeling_on": "the day the feeling was typed",
        "lost_on": "the day its status became lost",
        "notes": "typed beside the page in a box of its own",
    },
    Person: {
        "id": "nobody types it",
        "version": "counted by the book",
        "account_id": "somebody is added on the page of their account",
    },
}


def known(record):
    """Give the fields of a record as they are called where they are typed."""
    return {each.name.removesuffix("_id") if each.name != "account_id" else each.name for each in fields(record)}


@pytest.mark.parametrize("record", [Account, Person])
def test_every_field_has_a_place_or_a_reason_to_have_none(record):
    assert known(record) - TYPED[record] == set(NO_PLACE[record])


@pytest.mark.parametrize("record", [Account, Person])
def test_what_is_typed_on_the_page_can_be_read(record):
    assert TYPED[record] <= READ[record]
