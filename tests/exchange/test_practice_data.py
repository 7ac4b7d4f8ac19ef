"""The practice data of a computer vendor is read as it is, typos and all, and what does not fit is said."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from reviewdesk.domain.importing.existing import Existing, ImportSettings
from reviewdesk.domain.importing.fields import TableKind
from reviewdesk.domain.importing.plan import Action, ImportPlan
from reviewdesk.domain.importing.planning import plan
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.read_records import read_records

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm-sales-opportunities"
SETTINGS = ImportSettings(date(2026, 11, 21))
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="the practice data does not lie beside this checkout")


def planned(existing: Existing, *, names: str = "*", **decisions: str) -> ImportPlan:
    tables = [read_table(path) for path in sorted(FOLDER.glob(f"{names}.csv"))]
    answers = {name.replace("__", ":"): answer for name, answer in decisions.items()}
    return plan(read_records(tables, answers, base_currency="EUR"), existing, answers, SETTINGS)


@pytest.fixture(scope="module")
def practice() -> ImportPlan:
    return planned(Existing())


def after(practice: ImportPlan) -> Existing:
    """Give the book as it stands after the plan."""
    kinds = ("accounts", "people", "colleagues", "products", "purchases")
    records = {kind: tuple(each.after for each in getattr(practice, kind)) for kind in kinds}
    return Existing(**records, keys=practice.keys)


def test_accounts_products_and_won_deals_are_counted_to_the_last(practice):
    assert (len(practice.accounts), len(practice.products), len(practice.purchases)) == (85, 7, 4238)
    assert practice.totals == {"EUR": Decimal(10_005_534)}
    assert practice.newest == date(2017, 12, 31)
    assert practice.change_count == 85 + 7 + 4238 + 35


def test_every_row_that_is_left_out_has_one_reason(practice):
    assert practice.left_out_by_reason() == {"not won": 3137, "without an account": 1425}
    assert practice.rows_left_out == 4562 == 8800 - 4238
    assert practice.files_left_out() == {"data_dictionary.csv": "it describes other tables and holds no records itself"}


def test_the_product_that_is_not_in_the_list_and_the_old_year_are_to_be_decided(practice):
    currency, product, year, me = practice.to_decide

    assert (currency.words, currency.taken) == ("The amounts in sales_pipeline.csv name no currency", "EUR")
    assert (me.taken, len(me.choices)) == ("nobody", 36)
    assert product.words == "“GTXPro” is not in the product list"
    assert product.detail == "729 purchases · closest: GTX Pro"
    assert product.taken == "keep"
    assert year.words == "The newest deal is of 31 December 2017"
    assert Counter(each.after.product_name for each in practice.purchases) == {"": 4238 - 729, "GTXPro": 729}


def test_what_is_written_is_kept_as_written(practice):
    by_name = {each.after.name: each.after for each in practice.accounts}

    assert by_name["Acme Corporation"].industry == "technolgy"
    assert by_name["Acme Corporation"].annual_revenue == Decimal("1100.04")
    assert by_name["Acme Corporation"].employees == 2822
    assert by_name["Bioholding"].country == "Philipines"
    assert all(each.customer_since is None for each in by_name.values())


def test_subsidiaries_have_their_parent_and_are_not_reviewed_as_a_group(practice):
    by_id = {each.after.id: each.after for each in practice.accounts}
    parents = {each.name: by_id[each.parent_id].name for each in by_id.values() if each.parent_id}

    assert len(parents) == 15
    assert parents["Bluth Company"] == "Acme Corporation"
    assert parents["dambase"] == "Inity"
    assert not any(each.review_as_group for each in by_id.values())


def test_every_account_belongs_to_the_agent_who_won_most_with_it(practice):
    names = {each.after.id: each.after.name for each in practice.colleagues}
    won: dict = {}
    tables = [read_table(FOLDER / "sales_pipeline.csv")]
    for each in read_records(tables, {}, base_currency="EUR").purchases:
        sums = won.setdefault(each.account.name, Counter())
        sums[each.agent] += each.amount
    best = {company: min(sums, key=lambda agent: (-sums[agent], agent)) for company, sums in won.items()}

    assert {each.after.name: names[each.after.owner_id] for each in practice.accounts} == best


def test_agents_are_colleagues_in_the_team_of_their_manager(practice):
    teams = {each.after.name: each.after.team for each in practice.colleagues}

    assert len(teams) == 35
    assert teams["Anna Snelling"] == "Central, Dustin Brinkmann"


def test_the_columns_say_what_they_were_taken_for(practice):
    deals = next(each for each in practice.tables if each.kind is TableKind.DEALS)
    notes = {each.header: (each.certainty.value, each.note) for each in deals.columns}

    assert notes["account"] == ("sure", "85 of 85 found")
    assert notes["close_date"][1].startswith("month/day/year, by ")
    assert notes["close_value"] == ("sure", "no currency in the file: the book's, EUR")
    assert notes["sales_agent"] == ("likely", "30 people")


def test_importing_again_changes_nothing(practice):
    again = planned(after(practice))

    assert again.change_count == 0
    assert again.keys == ()
    assert {each.action for each in again.purchases} == {Action.UNCHANGED}


def test_the_unlisted_product_may_be_settled_afterwards(practice):
    settled = planned(after(practice), product__GTXPro="same")

    assert settled.change_count == 729


def test_deals_alone_bring_their_accounts_unless_they_are_not_wanted():
    refused = planned(Existing(), names="sales_pipeline", **{"unknown-accounts": "leave"})
    wanted = planned(Existing(), names="sales_pipeline", products__unlisted="new")

    assert refused.purchases == ()
    assert refused.left_out_by_reason()["of an account that is not known"] == 4238
    assert len(wanted.accounts) == 85
    assert wanted.totals == {"EUR": Decimal(10_005_534)}


def test_a_chosen_end_of_the_year_raises_no_question(practice):
    tables = [read_table(path) for path in sorted(FOLDER.glob("*.csv"))]
    chosen = replace(SETTINGS, window_end=date(2017, 12, 31))

    made = plan(read_records(tables, {}, base_currency="EUR"), Existing(), {}, chosen)

    assert [each.id for each in made.to_decide] == ["currency:sales_pipeline.csv", "product:GTXPro", "me"]
