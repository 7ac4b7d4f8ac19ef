"""The plan of an import: what it joins, fills, asks and leaves out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.account import Account
from reviewdesk.domain.importing.existing import Existing, ImportSettings
from reviewdesk.domain.importing.ids import ids_in_order
from reviewdesk.domain.importing.incoming import (
    AccountRef,
    Incoming,
    IncomingAccount,
    IncomingColleague,
    IncomingPerson,
    IncomingProduct,
    IncomingPurchase,
    Origin,
)
from reviewdesk.domain.importing.names import domain_of, folded, normalised, squashed
from reviewdesk.domain.importing.plan import Action, FieldChange, ImportPlan
from reviewdesk.domain.importing.planning import plan
from reviewdesk.domain.money import Rates
from reviewdesk.domain.people import Colleague, Person
from reviewdesk.domain.purchase import Product, Purchase, SourceKey

TODAY = date(2026, 11, 21)
SETTINGS = ImportSettings(TODAY)


def account(
    name: str, *, line: int = 2, id: str = "", file: str = "a.csv", source: str = "Zoho", **known
) -> IncomingAccount:
    parent = known.pop("parent", None)
    owner = known.pop("owner", "")
    return IncomingAccount(Origin(source, file, line, id), name, known, parent, owner)


def person(name: str, company: str, *, id: str = "", line: int = 2, file: str = "p.csv", **known) -> IncomingPerson:
    domain = domain_of(known.get("email", ""))
    return IncomingPerson(Origin("Zoho", file, line, id), name, AccountRef("Zoho", "", company, domain), known)


def deal(
    company: str, amount: int, *, id: str = "", on: date = date(2026, 10, 1), line: int = 2, **known
) -> IncomingPurchase:
    ref = AccountRef("Zoho", known.pop("account_id", ""), company)
    currency = known.pop("currency", "EUR")
    return IncomingPurchase(Origin("Zoho", "d.csv", line, id), ref, on, Decimal(amount), currency, **known)


def planned(existing: Existing | None = None, decisions: dict[str, str] | None = None, **incoming) -> ImportPlan:
    came_in = Incoming(**{name: tuple(rows) for name, rows in incoming.items()})
    return plan(came_in, existing or Existing(), decisions or {}, SETTINGS)


def applied(made: ImportPlan, to: Existing | None = None) -> Existing:
    """Give the book as it stands after the plan."""
    before = to or Existing()

    def after(kind: str) -> tuple:
        records = {each.id: each for each in getattr(before, kind)} | {
            each.after.id: each.after for each in getattr(made, kind)
        }
        return tuple(records.values())

    kinds = ("accounts", "people", "colleagues", "products", "purchases")
    return Existing(**{each: after(each) for each in kinds}, keys=(*before.keys, *made.keys))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller & Söhne GmbH", "Mueller and Soehne"),
        ("Acme Corporation", "ACME, Inc."),
        ("Łódź Sp. z o.o.", "lodz"),
        ("Bolt GmbH & Co. KG", "Bolt"),
        ("Société Générale S.A.", "societe generale"),
        ("Kone Oyj", "kone"),
    ],
)
def test_legal_forms_accents_and_the_word_and_do_not_tell_companies_apart(one, other):
    if "ue" in other:
        other = other.replace("ue", "ü").replace("oe", "ö")
    assert normalised(one) == normalised(other)


def test_a_name_that_is_only_a_legal_form_stays_a_name():
    assert normalised("The Company") == "the"
    assert normalised("SE") == "se"
    assert folded("!!!") == "!!!"
    assert squashed("GTX Pro") == squashed("GTXPro")


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.acme.example/about?x=1", "acme.example"),
        ("acme.example", "acme.example"),
        ("ann@sales.acme.example", "sales.acme.example"),
        ("ann@gmail.com", ""),
        ("https://linkedin.com/company/acme", ""),
        ("no address", ""),
        ("http://acme.example:8080", "acme.example"),
    ],
)
def test_a_domain_is_read_from_a_web_or_mail_address(address, domain):
    assert domain_of(address) == domain


def test_an_account_is_known_again_by_its_id_after_it_was_renamed():
    book = applied(planned(accounts=[account("Acme", id="7")]))

    again = planned(book, accounts=[account("Apex", id="7")])

    assert [each.action for each in again.accounts] == [Action.UNCHANGED]
    assert again.to_decide[0].id == "overwrite:account:name"
    assert again.to_decide[0].detail == "Acme -> Apex"


def test_an_overwrite_is_a_choice_shown_old_and_new():
    known = Account(name="Acme", industry="Tools", city="Kent")
    row = account("Acme", industry="Software", city="Kent", website="acme.example")

    kept = planned(Existing(accounts=[known]), accounts=[row])
    taken = planned(Existing(accounts=[known]), {"overwrite:account:industry": "take"}, accounts=[row])
    one_taken = planned(Existing(accounts=[known]), {f"overwrite:account:industry:{known.id}": "take"}, accounts=[row])

    assert kept.accounts[0].changes == (FieldChange("website", "", "acme.example"),)
    assert FieldChange("industry", "Tools", "Software") in taken.accounts[0].changes
    assert one_taken.accounts[0].after.industry == "Software"
    assert [each.id for each in kept.to_decide] == ["overwrite:account:industry"]


def test_an_account_is_joined_by_its_domain_before_its_name():
    known = Account(name="Acme International", domain="acme.example")
    namesake = Account(name="Acme")

    made = planned(Existing(accounts=[known, namesake]), accounts=[account("Acme", domain="acme.example")])

    assert made.accounts[0].after.id == known.id


def test_an_account_is_joined_by_its_name_without_the_legal_form():
    known = Account(name="Müller & Söhne GmbH")

    made = planned(
        Existing(accounts=[known]), accounts=[account("Müller und Söhne"), account("Muller and Sohne", line=3)]
    )

    assert [each.action for each in made.accounts] == [Action.UNCHANGED, Action.NEW]


def test_accounts_that_one_source_tells_apart_stay_apart():
    book = applied(planned(accounts=[account("Acme", id="1", domain="acme.example")]))

    made = planned(book, accounts=[account("Acme", id="2", domain="acme.example")])

    assert [each.action for each in made.accounts] == [Action.NEW]


def test_of_several_namesakes_none_is_guessed():
    first, second = Account(name="Acme Ltd"), Account(name="Acme Inc")
    book = Existing(accounts=[first, second])

    made = planned(book, accounts=[account("Acme")])
    decided = planned(book, {"account:a.csv:acme": str(second.id)}, accounts=[account("Acme")])

    assert [(each.id, each.taken) for each in made.to_decide] == [("account:a.csv:acme", "new")]
    assert made.accounts[0].action is Action.NEW
    assert decided.accounts[0].after.id == second.id


def test_of_several_with_one_domain_the_one_so_named_is_known_again():
    rows = [
        account("Acme", domain="acme.test"),
        account("Acme Inc", line=3, domain="acme.example"),
        account("Acme", line=4, domain="acme.example"),
    ]
    book = applied(planned(accounts=rows))

    again = planned(book, accounts=rows)

    assert [(each.name, each.domain) for each in book.accounts] == [
        ("Acme", "acme.test"),
        ("Acme Inc", "acme.example"),
        ("Acme", "acme.example"),
    ]
    assert again.change_count == 0


def test_two_of_one_name_with_different_domains_stay_two_until_the_person_joins_them():
    rows = [
        account("Acme", domain="acme.example", city="Kent"),
        account("Acme", line=3, domain="acme.test", city="York"),
        account("ACME", line=4, domain="acme.test", industry="Tools"),
    ]

    kept = planned(accounts=rows)
    joined = planned(None, {"account:a.csv:acme:acme.test": "a.csv:2"}, accounts=rows)

    assert [(each.after.domain, each.after.city) for each in kept.accounts] == [
        ("acme.example", "Kent"),
        ("acme.test", "York"),
    ]
    assert [(each.words, each.detail, each.taken) for each in kept.to_decide] == [
        ("Is “Acme” an account you have?", "Line 3 of a.csv: acme.test", "new")
    ]
    assert [each.words for each in kept.to_decide[0].choices] == ["the same as Acme (acme.example)", "is new"]
    assert kept.left_out_by_reason() == {"named twice, joined with the line before": 1}
    assert [each.after.city for each in joined.accounts] == ["Kent"]


@pytest.mark.parametrize("answer", ["new", "a.csv:2"])
def test_namesakes_with_different_domains_are_found_again_as_they_were_decided(answer):
    rows = [account("Acme", domain="acme.example"), account("Acme", line=3, domain="acme.test")]
    decided = {"account:a.csv:acme:acme.test": answer}
    book = applied(planned(None, decided, accounts=rows))

    again = planned(book, decided, accounts=rows)

    assert again.change_count == 0
    assert all(each.is_decided for each in again.to_decide)


def test_a_name_of_the_book_does_not_join_an_account_of_another_domain():
    known = Account(name="Acme Ltd", domain="acme.example")

    made = planned(Existing(accounts=[known]), accounts=[account("Acme", domain="acme.test")])

    assert [each.action for each in made.accounts] == [Action.NEW]
    assert [each.taken for each in made.to_decide] == ["new"]


def test_a_name_that_differs_only_in_its_gaps_is_asked_about():
    made = planned(Existing(accounts=[Account(name="Data Tech")]), accounts=[account("Datatech")])

    assert [each.words for each in made.to_decide[0].choices] == ["the same as Data Tech", "is new"]


def test_a_row_that_names_an_account_again_fills_its_blanks_and_is_listed():
    made = planned(accounts=[account("Acme", city="Kent"), account("ACME", line=3, city="York", industry="Tools")])

    assert len(made.accounts) == 1
    assert (made.accounts[0].after.city, made.accounts[0].after.industry) == ("Kent", "Tools")
    assert made.left_out_by_reason() == {"named twice, joined with the line before": 1}


def test_a_last_contact_that_lies_ahead_starts_no_clock_and_is_told():
    ahead = account("Acme", last_contact_before=date(2027, 5, 1), city="Kent")
    today = account("Bolt", line=3, last_contact_before=TODAY, last_review_before=date(2026, 11, 22))

    made = planned(accounts=[ahead, today])

    assert [each.after.last_contact_before for each in made.accounts] == [None, TODAY]
    assert [each.after.last_review_before for each in made.accounts] == [None, None]
    assert made.accounts[0].after.city == "Kent"
    assert made.notes == (
        "The last contact lies after today and is left blank, so that it starts no clock: Acme 2027-05-01.",
        "The last review lies after today and is left blank, so that it starts no clock: Bolt 2026-11-22.",
    )


def test_parents_are_found_wherever_they_stand_in_the_file_and_groups_are_off():
    child = account("Bluth", parent=AccountRef("Zoho", "", "Acme"))

    made = planned(
        accounts=[child, account("Acme", line=3), account("Lost", line=4, parent=AccountRef("", "", "Gone"))]
    )

    by_name = {each.after.name: each.after for each in made.accounts}
    assert by_name["Bluth"].parent_id == by_name["Acme"].id
    assert not by_name["Acme"].review_as_group
    assert made.notes == ("Parents that could not be told are left blank: Gone of Lost.",)


def test_two_accounts_are_never_each_others_parents():
    rows = [account("A", parent=AccountRef("", "", "B")), account("B", line=3, parent=AccountRef("", "", "A"))]

    made = planned(accounts=rows)

    assert sum(1 for each in made.accounts if each.after.parent_id) == 1
    assert made.notes


def test_people_find_their_account_by_name_or_by_the_domain_of_their_address():
    people = [person("Ann", "Acme Inc"), person("Bo", "", line=3, email="bo@acme.example"), person("Cy", "", line=4)]

    made = planned(accounts=[account("Acme", domain="acme.example")], people=people)

    assert {each.after.account_id for each in made.people} == {made.accounts[0].after.id}
    assert [each.after.name for each in made.people] == ["Ann", "Bo"]
    assert made.left_out_by_reason() == {"without an account": 1}


def test_a_person_is_known_again_by_address_and_two_namesakes_with_addresses_are_two():
    acme = Account(name="Acme")
    ann = Person(account_id=acme.id, name="Ann Lee", email="ann@x.example")
    rows = [
        person("Ann B. Lee", "Acme", email="ANN@x.example", role="Buyer"),
        person("Ann Lee", "Acme", line=3, email="other@x.example"),
    ]

    made = planned(Existing(accounts=[acme], people=[ann]), people=rows)

    assert [(each.action, each.after.role) for each in made.people] == [(Action.UPDATE, "Buyer"), (Action.NEW, "")]


def test_accounts_named_only_by_deals_are_left_out_until_decided_but_added_where_no_account_is_known():
    rows = [deal("Acme", 5), deal("Acme", 6, line=3)]
    left = planned(accounts=[account("Zenith")], purchases=rows)
    refused = planned(None, {"unknown-accounts": "leave"}, purchases=rows)
    added = planned(purchases=rows)

    for each in (left, refused):
        assert each.purchases == ()
        assert each.left_out_by_reason() == {"of an account that is not known": 2}
    assert "unknown-accounts" in [each.id for each in added.to_decide]
    assert [each.after.name for each in added.accounts] == ["Acme"]
    assert added.totals == {"EUR": Decimal(11)}


def test_totals_stand_apart_for_each_currency():
    rows = [deal("Acme", 5, id="1"), deal("Acme", 7, id="2", currency="USD"), deal("Acme", 1, id="3")]

    assert planned(accounts=[account("Acme")], purchases=rows).totals == {"EUR": Decimal(6), "USD": Decimal(7)}


def test_equal_deals_without_ids_are_all_kept_and_known_again():
    rows = [deal("Acme", 5), deal("Acme", 5, line=3)]
    book = applied(made := planned(accounts=[account("Acme")], purchases=rows))

    assert len(made.purchases) == 2
    assert planned(book, accounts=[account("Acme")], purchases=rows).change_count == 0


def test_an_id_that_comes_twice_is_one_purchase():
    made = planned(accounts=[account("Acme")], purchases=[deal("Acme", 5, id="1"), deal("Acme", 9, id="1", line=3)])

    assert made.totals == {"EUR": Decimal(5)}
    assert made.left_out_by_reason() == {"an id that came before in the files": 1}


def test_a_corrected_amount_is_a_choice():
    book = applied(planned(accounts=[account("Acme")], purchases=[deal("Acme", 5, id="1")]))

    kept = planned(book, purchases=[deal("Acme", 8, id="1")])
    taken = planned(book, {"overwrite:purchase:amount": "take"}, purchases=[deal("Acme", 8, id="1")])

    assert kept.change_count == 0
    assert taken.purchases[0].changes == (FieldChange("amount", Decimal(5), Decimal(8)),)


PRODUCTS = [IncomingProduct(Origin("CSV", "products.csv", 2), "GTX Pro", {"list_price": Decimal(4821)})]


def test_a_product_that_is_not_in_the_list_is_asked_about_and_kept_as_written():
    rows = {
        "accounts": [account("Acme")],
        "products": PRODUCTS,
        "purchases": [deal("Acme", 5, id="1", product="GTXPro")],
    }

    kept, same, new = (planned(None, {"product:GTXPro": each}, **rows) for each in ("", "same", "new"))

    question = kept.to_decide[0]
    assert (question.words, question.detail) == ("“GTXPro” is not in the product list", "1 purchase · closest: GTX Pro")
    assert [each.id for each in question.choices] == ["same", "new", "keep"]
    assert (kept.purchases[0].after.product_id, kept.purchases[0].after.product_name) == (None, "GTXPro")
    assert same.purchases[0].after.product_id == same.products[0].after.id
    assert [each.after.name for each in new.products] == ["GTX Pro", "GTXPro"]


def test_a_product_settled_later_is_given_to_the_purchases_and_stays_settled():
    rows = {
        "accounts": [account("Acme")],
        "products": PRODUCTS,
        "purchases": [deal("Acme", 5, id="1", product="GTXPro")],
    }
    book = applied(planned(**rows))

    settled = planned(book, {"product:GTXPro": "same"}, **rows)
    again = planned(applied(settled, book), **rows)

    assert settled.change_count == 1
    assert settled.purchases[0].after.product_name == ""
    assert again.change_count == 0


def test_many_unlisted_products_are_one_question():
    rows = [deal("Acme", 5, id=str(n), product=f"Item {n:03}") for n in range(50)]

    made = planned(accounts=[account("Acme")], purchases=rows)

    assert [each.id for each in made.to_decide] == ["products:unlisted"]


def test_the_owner_is_who_won_most_in_the_window_and_the_first_by_name_on_a_tie():
    rows = [
        deal("Acme", 90, id="1", agent="Zed", on=date(2025, 11, 21)),
        deal("Acme", 50, id="2", agent="Kim"),
        deal("Acme", 50, id="3", agent="Bea"),
    ]

    made = planned(accounts=[account("Acme")], purchases=rows)

    assert [each.after.name for each in made.colleagues] == ["Bea"]
    assert made.accounts[0].after.owner_id == made.colleagues[0].after.id


def test_an_owner_set_before_is_kept():
    boss = Colleague(name="Boss")
    acme = Account(name="Acme", owner_id=boss.id)

    made = planned(Existing(accounts=[acme], colleagues=[boss]), purchases=[deal("Acme", 5, agent="Kim")])

    assert made.accounts == ()
    assert made.colleagues == ()


def test_amounts_without_a_rate_do_not_make_an_owner():
    rows = (deal("Acme", 900, id="1", agent="Zed", currency="USD"), deal("Acme", 5, id="2", agent="Kim"))
    incoming = Incoming(accounts=(account("Acme"),), purchases=rows)
    rates = Rates.entered("EUR", [("USD", date(2026, 1, 1), Decimal("0.9"))])

    without = plan(incoming, Existing(), {}, SETTINGS)
    with_rate = plan(incoming, Existing(), {}, replace(SETTINGS, rates=rates))

    assert [each.after.name for each in without.colleagues] == ["Kim"]
    assert [each.after.name for each in with_rate.colleagues] == ["Zed"]


def test_the_owner_that_a_file_names_is_a_colleague_by_name_or_address():
    ann = Colleague(name="Ann Lee", email="ann@us.example")
    rows = [account("Acme", owner="ann lee"), account("Bolt", line=3, owner="ann@us.example")]

    made = planned(Existing(colleagues=[ann]), accounts=rows)

    assert {each.after.owner_id for each in made.accounts} == {ann.id}


def test_which_colleague_is_the_person_is_asked_and_nobody_until_it_is_said():
    rows = {"accounts": [account("Acme", owner="Zoe Kane"), account("Bolt", line=3, owner="Ann Lee")]}

    nobody = planned(**rows)
    zoe = planned(None, {"me": "is Zoe Kane"}, **rows)
    again = planned(applied(zoe), **rows)

    asked = nobody.to_decide[0]
    assert (asked.words, asked.taken) == ("Which of these is you?", "nobody")
    assert [each.words for each in asked.choices] == ["nobody of them", "Ann Lee", "Zoe Kane"]
    assert not any(each.after.is_me for each in nobody.colleagues)
    assert [each.after.name for each in zoe.colleagues if each.after.is_me] == ["Zoe Kane"]
    assert (again.to_decide, again.change_count) == ((), 0)


def test_teams_come_with_the_colleagues():
    rows = [IncomingColleague(Origin("CSV", "t.csv", 2), "Ann", {"team": "Central"})]

    assert planned(colleagues=rows).colleagues[0].after.team == "Central"


def test_deals_far_from_today_are_said_and_today_may_be_chosen():
    rows = {"accounts": [account("Acme")], "purchases": [deal("Acme", 5, on=date(2017, 12, 31), agent="Kim")]}

    made = planned(**rows)
    by_today = planned(None, {"window": "today"}, **rows)

    assert made.to_decide[0].words == "The newest deal is of 31 December 2017"
    assert (made.newest, made.window_end) == (date(2017, 12, 31), None)
    assert made.accounts[0].after.owner_id is not None
    assert by_today.window_end == TODAY
    assert by_today.accounts[0].after.owner_id is None


def test_recent_deals_raise_no_question():
    assert planned(accounts=[account("Acme")], purchases=[deal("Acme", 5)]).to_decide == ()


def test_what_the_files_do_not_name_is_not_in_the_plan():
    other = Account(name="Other")
    bought = Purchase(account_id=other.id, bought_on=TODAY, amount=Decimal(1), currency="EUR")
    book = Existing(accounts=[other], purchases=[bought], products=[Product(name="P")])

    made = planned(book, accounts=[account("Acme")])

    assert [each.after.name for each in made.accounts] == ["Acme"]
    assert made.purchases == made.products == ()


def test_a_key_of_a_record_that_is_gone_does_not_stop_an_import():
    key = SourceKey(source="Zoho", source_id="7", kind="account", record_id=uuid4())

    made = planned(Existing(keys=[key]), accounts=[account("Acme", id="7")], purchases=[deal("", 5, account_id="7")])

    assert [each.after.name for each in made.accounts] == ["Acme"]
    assert made.purchases[0].after.account_id == made.accounts[0].after.id


NAMES = st.sampled_from(["Acme", "Acme Inc", "ACME", "Bolt", "Bolt GmbH", "Data Tech", "Datatech", "Ünder", "!!!"])
IDS = st.sampled_from(["", "1", "2", "3"])


@given(
    accounts=st.lists(st.tuples(NAMES, IDS, st.sampled_from(["", "acme.example", "b.example"]), NAMES), max_size=6),
    deals=st.lists(st.tuples(NAMES, IDS, st.integers(1, 3), st.sampled_from(["", "GTX Pro", "GTXPro"])), max_size=6),
    people=st.lists(st.tuples(NAMES, NAMES, IDS), max_size=4),
    answer=st.sampled_from([{}, {"unknown-accounts": "add"}, {"product:GTXPro": "new"}, {"product:GTXPro": "same"}]),
)
def test_importing_again_changes_nothing(accounts, deals, people, answer):
    rows = {
        "accounts": [
            account(
                name, id=id, line=n, parent=AccountRef("Zoho", "", parent), **({"domain": domain} if domain else {})
            )
            for n, (name, id, domain, parent) in enumerate(accounts, 2)
        ],
        "purchases": [
            deal(name, amount, id=id, line=n, product=product, agent=name)
            for n, (name, id, amount, product) in enumerate(deals, 2)
        ],
        "people": [person(name, company, id=id, line=n) for n, (name, company, id) in enumerate(people, 2)],
        "products": PRODUCTS,
    }
    made = planned(None, answer, **rows)

    book = applied(made)
    again = planned(book, answer, **rows)

    assert again.change_count == 0, [each for each in again.accounts if each.action is not Action.UNCHANGED]
    assert len(made.purchases) + sum(1 for each in made.left_out if each.file == "d.csv") == len(deals)
    ids = {each.id for each in book.accounts}
    assert all(each.account_id in ids for each in (*book.people, *book.purchases))


def test_ids_made_at_once_follow_each_other_and_nobody_elses():
    some, others = list(islice(ids_in_order(), 100)), list(islice(ids_in_order(), 100))

    assert some == sorted(set(some))
    assert not {*some} & {*others}
    assert {each.version for each in some} == {4}
