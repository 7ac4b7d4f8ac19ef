"""What a person does with accounts, on a real book."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from reviewdesk.domain.account import AccountStatus, SupplierPosition, Tier
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.said import Channel
from reviewdesk.services import account_reading
from reviewdesk.services.account_values import kept_rate
from reviewdesk.services.accounts import AccountService
from reviewdesk.services.calls import Spoke
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.tiers import figures
from reviewdesk.storage.book_file import open_book
from tests.books import TUESDAY, a_store, small_book, the


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def book(store):
    return small_book(store)


@pytest.fixture
def accounts(store):
    return AccountService(store)


def row(accounts, name):
    return next(each for each in accounts.rows() if each.name == name)


def test_the_list_says_of_each_account_how_it_stands_today(book, accounts):
    lodz = row(accounts, "Łódź Logistics")

    assert lodz.next_review.words.startswith("Today ")
    assert (lodz.spoke_days, lodz.open_concerns, lodz.late_promises) == (41, 2, 1)
    assert lodz.next_step == "Send the revised delivery plan"
    assert (lodz.health, lodz.basis) == (77, 55)


def test_a_late_review_and_a_quiet_account_are_seen_in_the_list(book, accounts):
    globex = row(accounts, "Globex Corporation")

    assert globex.next_review.words == "Late 21 days"
    assert globex.is_quiet
    assert row(accounts, "Bright & Co").next_review.words.startswith("call in")


def test_looking_at_another_day_works_the_figures_out_for_it_and_writes_nothing(tmp_path):
    real_day = Clock().today()
    store = open_book(tmp_path / "book", Clock(), may_create=True)
    accounts = AccountService(store)
    added = accounts.add("Globex").value
    with store.write("Buy") as work:
        bought = real_day - timedelta(days=10)
        work.purchases.put(Purchase(account_id=added.id, bought_on=bought, amount=Decimal(500), currency="EUR"))
    store.close()

    later = open_book(tmp_path / "book", Clock(real_day + timedelta(days=400)))
    with later.write("Buy") as work:
        newer = real_day + timedelta(days=390)
        work.purchases.put(Purchase(account_id=added.id, bought_on=newer, amount=Decimal(70), currency="EUR"))
    seen_later = AccountService(later).rows()[0].revenue
    later.close()
    again = open_book(tmp_path / "book", Clock(real_day + timedelta(days=20)))
    seen_sooner = AccountService(again).rows()[0].revenue
    again.close()

    assert seen_later == Decimal(70)
    assert seen_sooner == Decimal(500)


def test_the_page_of_an_account_holds_all_that_is_known(book, accounts):
    brief = accounts.brief(the(book, "Łódź Logistics").id)

    assert [each.what for each in brief.our_promises] == [
        "Send the revised delivery plan",
        "Price sheet with their item numbers",
    ]
    assert [each.what for each in brief.their_promises] == ["Forecast for January"]
    assert [each.severity for each in brief.open_concerns] == [3, 2]
    assert brief.kept.ended == 7
    assert round(brief.kept.share * 100) == 71
    assert [each.words for each in brief.questions] == ["Can you deliver before 7 am?"]
    assert [each.is_held for each in brief.reviews] == [False, True]
    assert brief.next_step.what == "Send the revised delivery plan"


def test_revenue_is_shown_by_month_and_by_product_and_beside_the_year_before(book, accounts):
    brief = accounts.brief(the(book, "Hooli").id)

    figures = brief.revenue
    assert figures.currency == "EUR"
    assert figures.year == brief.standing.revenue
    assert sum(amount for _, amount in figures.products) == figures.year
    assert len(figures.months) == 12
    assert [each.is_whole for each in figures.months] == [True] * 11 + [False]
    assert figures.trend > 0


def test_a_customer_who_buys_in_one_currency_without_a_rate_is_shown_in_it(store, accounts):
    added = accounts.add("Tanaka").value
    with store.write("Buy") as work:
        work.purchases.put(Purchase(account_id=added.id, bought_on=TUESDAY, amount=Decimal(900), currency="JPY"))

    brief = accounts.brief(added.id)

    assert brief.standing.revenue is None
    assert (brief.revenue.currency, brief.revenue.year) == ("JPY", Decimal(900))


def test_an_account_added_by_hand_starts_its_clock_today(accounts):
    added = accounts.add("  Hooli   Inc ").value

    assert added.name == "Hooli Inc"
    assert added.added_on == TUESDAY
    assert row(accounts, "Hooli Inc").next_due == date(2027, 5, 24)


def test_an_account_that_is_there_under_much_the_same_name_is_pointed_out(accounts):
    accounts.add("Müller & Söhne GmbH")

    with pytest.raises(RefusedError, match="There is already “Müller & Söhne GmbH”. Open it, or add"):
        accounts.add("Muller and Sohne")

    assert accounts.add("Muller and Sohne", although_alike=True).value.name == "Muller and Sohne"


def test_what_is_typed_is_read_and_saved(accounts):
    added = accounts.add("Hooli").value

    accounts.change(added.id, "currency", " usd ")
    accounts.change(added.id, "contract_end", "31 Mar 2027")
    accounts.change(added.id, "notice_days", "90")
    accounts.change(added.id, "supplier_position", "Preferred")
    accounts.change(added.id, "rivals", "Pied Piper, Nucleus, Pied Piper")
    accounts.change(added.id, "annual_revenue", "1.250.000,50")

    kept = accounts.brief(added.id).account
    assert (kept.currency, kept.notice_date) == ("USD", date(2026, 12, 31))
    assert kept.supplier_position is SupplierPosition.PREFERRED
    assert kept.rivals == ("Pied Piper", "Nucleus")
    assert kept.annual_revenue == Decimal("1250000.50")


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("currency", "euro", "Use its code of three letters"),
        ("name", "  ", "A name cannot be empty"),
        ("interval_months", "0", "whole number from 1 to 60"),
        ("interval_months", "61", "whole number from 1 to 60"),
        ("contract_end", "soonish", "Write it as 31 Mar 2027"),
        ("customer_since", "1 Jan 2031", "has not come yet"),
        ("last_contact_before", "tomorrow", "has not come yet"),
        ("last_contact_before", "0001-01-01", "is not a day"),
        ("share_of_wallet", "140 %", "between 0 and 100"),
        ("phones", "call me", "holds no digits"),
        ("time_zone", "Mars/Olympus", "is not a time zone"),
        ("supplier_position", "best", "sole, preferred, one of n, unlisted"),
        ("gut_feeling", "6", "whole number from 1 to 5"),
        ("annual_revenue", "a lot", "is not an amount"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence_that_helps(accounts, field, text, said):
    added = accounts.add("Hooli").value

    with pytest.raises(RefusedError, match=said):
        accounts.change(added.id, field, text)

    assert accounts.brief(added.id).account == added


def test_a_day_that_has_been_looks_back_to_the_last_one(store, accounts):
    added = accounts.add("Hooli").value
    assert store.clock.today() == date(2026, 11, 24)  # a Tuesday
    for text, day in (("fri", date(2026, 11, 20)), ("29 feb", date(2024, 2, 29)), ("27 nov", date(2025, 11, 27))):
        accounts.change(added.id, "last_contact_before", text)
        assert accounts.brief(added.id).account.last_contact_before == day


def test_typing_on_in_one_field_is_undone_as_one(store, accounts):
    added = accounts.add("Hooli").value
    for text in ("S", "So", "Software"):
        accounts.change(added.id, "industry", text)

    store.undo()

    assert accounts.brief(added.id).account.industry == ""


def test_a_tier_set_by_hand_needs_a_reason_and_shows_what_the_rule_would_say(book, accounts):
    hooli = the(book, "Hooli")
    with pytest.raises(RefusedError, match="Say in a few words"):
        accounts.set_tier(hooli.id, Tier.C, because=" ")

    accounts.set_tier(hooli.id, Tier.C, because="They are leaving the market")

    brief = accounts.brief(hooli.id)
    assert (brief.account.tier, brief.account.tier_is_pinned, accounts.by_rule(brief.account.id)) == (
        Tier.C,
        True,
        Tier.A,
    )
    accounts.unpin(hooli.id)
    assert accounts.brief(hooli.id).account.tier is Tier.A


def test_a_gut_feeling_carries_the_day_it_was_felt(accounts):
    added = accounts.add("Hooli").value

    accounts.change(added.id, "gut_feeling", "4")

    assert accounts.brief(added.id).account.gut_feeling_at(TUESDAY) == 4


@pytest.mark.parametrize(
    "text", ["www.example.com", "example.com/de?a=1", "https://example.com:8080/", "http://intranet", ""]
)
def test_a_website_is_a_host_or_begins_with_http(accounts, text):
    added = accounts.add("Hooli").value

    assert accounts.change(added.id, "website", f" {text} ").value.website == text


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.com", "data:text/html,x", "example", "two words.com"],
)
def test_what_is_no_website_is_refused(accounts, text):
    added = accounts.add("Hooli").value

    with pytest.raises(RefusedError, match="is not the address of a website"):
        accounts.change(added.id, "website", text)


def test_an_owner_is_a_colleague_found_or_added_by_name(book, accounts):
    hooli = the(book, "Hooli")

    accounts.set_owner(hooli.id, "omar haddad")
    assert accounts.brief(hooli.id).owner.email == "omar@northgate.example"

    accounts.set_owner(hooli.id, "Nia Okafor")
    assert accounts.brief(hooli.id).owner.name == "Nia Okafor"


def test_people_are_added_changed_and_remembered_after_they_left(accounts):
    added = accounts.add("Hooli").value
    anna = accounts.add_person(added.id, "Anna Nowak", role="Buyer", phone="+48 42 555 0142").value

    accounts.change_person(anna.id, "part", "decision maker")
    with pytest.raises(RefusedError, match="reads like anna@example.com"):
        accounts.change_person(anna.id, "email", "anna at hooli")
    accounts.change_person(anna.id, "left_on", "3 Oct 2026")

    brief = accounts.brief(added.id)
    assert brief.people == ()
    assert [each.name for each in brief.people_gone] == ["Anna Nowak"]


def test_removing_an_account_takes_everything_of_it_and_undo_brings_it_back(book, accounts):
    before = accounts.brief(the(book, "Łódź Logistics").id)

    removed = accounts.remove(before.account.id)
    assert removed.changes.touch(Kind.ACCOUNT, Kind.PURCHASE)
    assert all(each.id != before.account.id for each in accounts.rows())
    book.undo()

    assert accounts.brief(before.account.id) == before


def test_a_logged_call_is_the_last_time_we_spoke(book, accounts):
    globex = the(book, "Globex Corporation")

    accounts.log_contact(
        globex.id, Spoke(words="They will order again", next_what="Send samples", next_on=date(2026, 12, 1))
    )

    seen = row(accounts, "Globex Corporation")
    assert (seen.spoke_days, seen.is_quiet) == (0, False)
    assert accounts.brief(globex.id).contacts[0].words == "They will order again"
    assert "Send samples" in [each.what for each in accounts.brief(globex.id).open_follow_ups]


def test_a_call_marked_as_the_review_is_a_held_review(book, accounts):
    cafe = the(book, "Café Müller & Söhne")

    accounts.log_contact(cafe.id, Spoke(words="All well\nNew labels in May", was_review=True))

    assert row(accounts, "Café Müller & Söhne").next_due == date(2027, 11, 24)
    newest = accounts.brief(cafe.id).reviews[0]
    assert (newest.is_held, newest.by_call, newest.lines) == (True, True, 2)


def test_a_contact_is_not_logged_before_it_was_made(book, accounts):
    with pytest.raises(RefusedError, match="Choose a day up to today"):
        accounts.log_contact(the(book, "Hooli").id, Spoke(on=TUESDAY + timedelta(days=1), channel=Channel.VISIT))


@pytest.mark.parametrize("text", ["Hooli", "hooli", "hoo", "lodz", "Łódź Logistics", "logistics", "Müller"])
def test_an_account_is_found_by_its_name_its_beginning_or_a_part(book, accounts, text):
    assert accounts.named(text).name in {"Hooli", "Łódź Logistics", "Café Müller & Söhne"}


def test_a_name_that_could_be_several_is_refused_with_the_candidates(book, accounts):
    with pytest.raises(RefusedError, match="could be Kestrel Air, Kowalski Transport. Write more of the name"):
        accounts.named("k")


def test_two_accounts_of_one_name_are_told_apart_by_their_ids(accounts):
    one = accounts.add("Twin").value
    other = accounts.add("Twin", although_alike=True).value

    with pytest.raises(RefusedError) as refused:
        accounts.named("Twin")
    assert all(f"Twin ({each.id.hex[:8]})" in str(refused.value) for each in (one, other))
    assert "or the id behind it" in str(refused.value)
    for text in (str(other.id), other.id.hex, other.id.hex[:8].upper(), str(other.id)[:13]):
        assert accounts.named(text).id == other.id
    with pytest.raises(RefusedError, match="There is no account"):
        accounts.named(other.id.hex[:7])


def test_a_name_that_is_nobodys_is_refused(book, accounts):
    with pytest.raises(RefusedError, match="There is no account “Nobody”"):
        accounts.named("Nobody")


def test_below_three_ended_promises_an_account_has_no_kept_rate():
    ended = FollowUp(account_id=uuid4(), what="x", is_promise=True).done(date(2026, 11, 20))
    few, enough = (kept_rate((ended,) * many, date(2026, 6, 1)) for many in (2, 3))

    assert (few.share, few.ended, enough.share) == (None, 2, 1)


@pytest.mark.parametrize(
    ("change", "is_new"), [({"industry": "Freight"}, False), ({"status": AccountStatus.ARCHIVED}, True)]
)
def test_the_tier_by_rule_is_worked_out_anew_only_when_it_may_be_another(store, accounts, change, is_new, monkeypatch):
    small_book(store)
    hooli, worked_out = the(store, "Hooli"), []
    monkeypatch.setattr(account_reading, "figures", lambda *given: worked_out.append(given) or figures(*given))
    first = accounts.by_rule(hooli.id)
    with store.write("Change") as work:
        work.accounts.put(replace(the(store, "Initech"), **change))

    assert accounts.by_rule(hooli.id) == first
    assert len(worked_out) == 1 + is_new


def test_a_call_that_was_the_review_holds_the_one_that_is_planned(store, book, accounts):
    hooli = the(book, "Hooli").id
    planned = ReviewService(store).plan(hooli, TUESDAY + timedelta(days=9)).value

    held = accounts.log_contact(hooli, Spoke(words="All well", was_review=True)).value

    assert held.review_id == planned.id
    with store.read() as reading:
        review = reading.reviews.get(planned.id)
        assert (review.is_held, review.held_on, review.text) == (True, TUESDAY, "All well")
        assert not any(each.is_open for each in reading.reviews.where(account_id=hooli))


def test_a_call_long_before_the_next_review_is_one_of_its_own(store, book, accounts):
    hooli = the(book, "Hooli").id
    planned = ReviewService(store).plan(hooli, TUESDAY + timedelta(days=60)).value

    held = accounts.log_contact(hooli, Spoke(words="All well", was_review=True)).value

    assert held.review_id != planned.id


def test_a_low_score_without_words_asks_to_put_it_right(book, accounts):
    hooli = the(book, "Hooli").id
    for score, words in ((6, "Put right what they told us"), (7, "Call again")):
        accounts.log_contact(hooli, Spoke(score=score, next_on=TUESDAY + timedelta(days=score)))
        steps = accounts.brief(hooli).follow_ups
        assert next(each.what for each in steps if each.due == TUESDAY + timedelta(days=score)) == words
