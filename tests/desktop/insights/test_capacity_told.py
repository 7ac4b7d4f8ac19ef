"""What the card of capacity says, without a window."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.desktop.insights import capacity
from reviewdesk.domain import capacity as rule
from reviewdesk.domain.account import Tier
from reviewdesk.domain.capacity import Hours, Quarter, Reviewed
from reviewdesk.services.capacity import AskedOf, QuarterCapacity

QUARTER = Quarter(date(2026, 10, 1), date(2026, 12, 31))


def found(*tiers, a_week="12", held=0):
    hours = Hours(Decimal(a_week))
    known = [Reviewed(UUID(int=at), each, 3, Decimal(at)) for at, each in enumerate(tiers, 1)]
    figures = rule.capacity(known, QUARTER, hours)
    asked = tuple(
        AskedOf(
            id=each.id, name=f"Account {each.id.int}", tier=each.tier, months=3, times=each.a_quarter,
            hours=each.a_quarter * int(hours.a_review), held=int(each.id.int <= held),
            could_be_called=each.id in figures.could_be_called,
        )
        for each in known
    )  # fmt: skip
    return QuarterCapacity(
        quarter=QUARTER, figures=figures, asked=asked, reviews_held=held, calls_held=0,
        hours_done=hours.a_review * held,
    )  # fmt: skip


def test_hours_that_suffice_are_said_with_what_is_asked_for():
    told = capacity.told(found(Tier.A, Tier.B, held=1))

    assert told.sentence == "2 reviews and 0 calls this quarter ask for 6 h of 158 h: it fits."
    assert [each.name for each in told.picture] == ["Hours set", "Asked for", "Done already", "A", "B"]
    assert told.picture[2].lead.account_ids == (UUID(int=1),)


def test_hours_that_do_not_suffice_name_who_could_become_a_call():
    told = capacity.told(found(Tier.A, Tier.B, Tier.B, a_week="0.5"))

    assert told.sentence.endswith("ask for 9 h of 7 h: 2.4 h too many.")
    assert told.picture[-1].label == "1 account"
    assert told.picture[-1].said == "Could become calls, the smallest first: Account 2"
    assert told.remarks[0].text == "It would fit if the smallest account were called."


def test_what_still_lacks_when_all_are_called_is_said():
    assert "are lacking" in capacity.told(found(Tier.A, Tier.B, a_week="0.1")).remarks[0].text
    assert capacity.told(found(Tier.A, a_week="0.1")).remarks[0].text.startswith("No review could")


def test_a_book_that_asks_for_nothing_has_no_card():
    assert capacity.told(found()) is None


def test_the_table_gives_each_account_with_its_minutes():
    assert capacity.told(found(Tier.A)).lines[0].cells == ("Account 1", "A", 3, 180, 0, None)
