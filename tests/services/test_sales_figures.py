"""Sales figures of finance: by month or by invoice, refreshed from where they lie, corrected by the next file."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.purchase import Purchase
from reviewdesk.domain.shared_problem import Cause, CauseBy, Remedy
from reviewdesk.domain.today import Sort
from reviewdesk.services.book import BookService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.imports import ImportService
from reviewdesk.services.shared_problems import SharedProblemService
from reviewdesk.services.today import page_of
from reviewdesk.storage.backup import Backups
from tests.books import a_store
from tests.workbooks import write_workbook

TODAY = date(2026, 4, 21)
ADD = {"unknown-accounts": "add", "scale:umsatz.csv": "1"}
MONTHS = """Kunde;Jan 26;Feb 26;Mrz 26;Summe
Kestrel Air;100,50;;300;400,50
Łódź Logistics;10;20;30;60
Summe;110,50;20;330;460,50
"""
INVOICES = """Invoice no,Invoice date,Customer,Item,Net amount
R-1,2026-01-10,Kestrel Air,Drive X4,100.50
R-1,2026-01-10,Kestrel Air,Cable,20
R-2,2026-02-11,Łódź Logistics,Drive X4,-15.25
Total,,,,105.25
"""


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path, today=TODAY)
    yield store
    store.close()


@pytest.fixture
def imports(store):
    return ImportService(store)


@pytest.fixture
def file(tmp_path):
    (tmp_path / "finance").mkdir()
    return tmp_path / "finance" / "umsatz.csv"


def bring(imports, file, text, decisions=ADD):
    file.write_text(text, encoding="utf-8")
    shown = imports.plan([file], decisions)
    imports.apply(shown)
    return shown


def bought(store):
    with store.read() as reading:
        names = {each.id: each.name for each in reading.accounts.all()}
        kept = reading.purchases.all()
    return sorted((names[each.account_id], each.bought_on.isoformat(), each.amount) for each in kept)


def euros(store):
    return {(name, day[:7]): amount for name, day, amount in bought(store)}


def test_each_month_of_a_customer_is_a_purchase_and_totals_are_left_out(store, imports, file):
    shown = bring(imports, file, MONTHS)

    assert bought(store) == [
        ("Kestrel Air", "2026-01-01", Decimal("100.50")),
        ("Kestrel Air", "2026-03-01", Decimal(300)),
        ("Łódź Logistics", "2026-01-01", Decimal(10)),
        ("Łódź Logistics", "2026-02-01", Decimal(20)),
        ("Łódź Logistics", "2026-03-01", Decimal(30)),
    ]
    assert shown.made.notes == ()


def test_a_total_that_differs_is_said_and_the_cells_are_taken(store, imports, file):
    shown = bring(imports, file, MONTHS.replace("300;400,50", "300;999").replace("110,50;20", "110,50;25"))

    (note,) = shown.made.notes
    assert "“Summe” of Kestrel Air says 999, the cells make 400.50" in note
    assert "line 4 for 2026-02 says 25, the cells make 20" in note
    assert len(bought(store)) == 5


@pytest.mark.parametrize(
    "headers",
    [
        "2026-01;2026-02;2026-03",
        "01.2026;02.2026;03.2026",
        "202601;202602;202603",
        "Januar 2026;Februar 2026;März 2026",
        "janv. 26;févr. 26;mars 26",
        "Jan-26;Feb-26;Mar-26",
        "2026-01-31;2026-02-28;2026-03-31",
        "Jan 2026 (EUR);Feb 2026 (EUR);Mar 2026 (EUR)",
    ],
)
def test_months_are_read_as_people_write_them(store, imports, file, headers):
    bring(imports, file, f"Customer;{headers}\nKestrel Air;1;2;3\n")

    assert [day for _, day, _ in bought(store)] == ["2026-01-01", "2026-02-01", "2026-03-01"]


def test_quarters_take_their_year_from_the_title_above(store, imports, file):
    bring(imports, file, "Umsatz 2025\n\nKunde;Q1;Q2;Q3;Q4\nKestrel Air;1;2;3;4\n")

    assert [day for _, day, _ in bought(store)] == ["2025-01-01", "2025-04-01", "2025-07-01", "2025-10-01"]


def test_quarters_beside_months_are_totals_of_them(store, imports, file):
    bring(imports, file, "Customer;Jan 26;Feb 26;Mar 26;Q1 26\nKestrel Air;1;2;3;6\n")

    assert sum(amount for _, _, amount in bought(store)) == 6


def test_years_over_their_months_are_read_in_a_workbook(store, imports, tmp_path):
    rows = [
        ("Revenue by customer, in T€",),
        (None, 2025, None, 2026),
        ("Customer", "Nov", "Dec", "Jan"),
        ("Kestrel Air", 1.5, 2, 3),
    ]
    imports.apply(imports.plan([write_workbook(tmp_path / "sales.xlsx", {"Sheet1": rows})], ADD))

    assert bought(store) == [
        ("Kestrel Air", "2025-11-01", Decimal(1500)),
        ("Kestrel Air", "2025-12-01", Decimal(2000)),
        ("Kestrel Air", "2026-01-01", Decimal(3000)),
    ]


def test_a_year_that_is_nowhere_is_asked_for(store, imports, file):
    file.write_text("Customer;Jan;Feb\nKestrel Air;1;2\n", encoding="utf-8")
    asked = imports.plan([file], ADD)

    answered = imports.decide(asked, "year:umsatz.csv", "2026")

    assert asked.made.purchases == ()
    assert [each.after.bought_on for each in answered.made.purchases] == [date(2026, 1, 1), date(2026, 2, 1)]


def test_small_figures_with_no_word_on_what_they_are_in_are_asked_about(imports, file):
    file.write_text("Customer;Jan 26;Feb 26\nKestrel Air;120;90\n", encoding="utf-8")
    shown = imports.plan([file], {"unknown-accounts": "add"})

    in_thousands = imports.decide(shown, "scale:umsatz.csv", "1000")

    assert "scale:umsatz.csv" in {each.id for each in shown.made.to_decide}
    assert [each.after.amount for each in in_thousands.made.purchases] == [120_000, 90_000]


@pytest.mark.parametrize(("title", "currency", "times"), [("Sales in TUSD", "USD", 1000), ("in Mio. €", "EUR", 10**6)])
def test_what_figures_are_in_is_read_from_over_them(store, imports, file, title, currency, times):
    bring(imports, file, f"{title}\nCustomer;Jan 26;Feb 26\nKestrel Air;1;2\n")

    with store.read() as reading:
        assert {(each.currency, each.amount) for each in reading.purchases.all()} == {
            (currency, Decimal(times)),
            (currency, Decimal(2 * times)),
        }


def test_items_of_a_customer_stand_under_it_as_pivot_tables_write_them(store, imports, file):
    text = "Customer;Item;Jan 26;Feb 26\nKestrel Air;Drive;1;2\n;Cable;3;4\nKestrel Air Total;;4;6\nGrand Total;;4;6\n"

    shown = bring(imports, file, text)

    assert [(name, amount) for name, _, amount in bought(store)] == [("Kestrel Air", each) for each in (1, 3, 2, 4)]
    assert shown.made.notes == ()


def test_invoice_lines_are_purchases_of_their_day(store, imports, file):
    shown = bring(imports, file, INVOICES)

    assert bought(store) == [
        ("Kestrel Air", "2026-01-10", Decimal(20)),
        ("Kestrel Air", "2026-01-10", Decimal("100.50")),
        ("Łódź Logistics", "2026-02-11", Decimal("-15.25")),
    ]
    assert [each.reason for each in shown.made.left_out] == ["a total, which is checked and not counted"]
    assert shown.made.notes == ()


@pytest.mark.parametrize("text", [MONTHS, INVOICES])
def test_the_same_file_again_changes_nothing(imports, file, text):
    bring(imports, file, text)

    again = imports.plan([file])

    assert (again.made.change_count, again.writes_nothing) == (0, True)


def test_a_corrected_cell_changes_its_purchase_alone(store, imports, file):
    bring(imports, file, MONTHS)

    shown = bring(imports, file, MONTHS.replace("300;400,50", "310;410,50").replace("330;460,50", "340;470,50"))

    assert shown.made.change_count == 1
    assert euros(store)["Kestrel Air", "2026-03"] == 310


def test_a_corrected_invoice_changes_its_purchase_alone(store, imports, file):
    bring(imports, file, INVOICES)

    shown = bring(imports, file, INVOICES.replace("100.50", "90.50").replace("105.25", "95.25"))

    assert shown.made.change_count == 1
    assert ("Kestrel Air", "2026-01-10", Decimal("90.50")) in bought(store)


def test_the_next_month_adds_and_the_next_file_of_the_set_is_known_by_its_name(store, imports, tmp_path):
    bring(imports, tmp_path / "Umsatz 2026-03.csv", MONTHS, {"unknown-accounts": "add"})
    later = MONTHS.replace("Mrz 26;Summe", "Mrz 26;Apr 26;Summe").replace("300;400,50", "300;5;405,50")
    later = later.replace("30;60", "30;;60").replace("330;460,50", "330;5;465,50")

    shown = bring(imports, tmp_path / "Umsatz 2026-04.csv", later, {})

    assert shown.made.change_count == 1
    assert euros(store)["Kestrel Air", "2026-04"] == 5


def test_a_row_that_vanished_is_offered_to_be_taken_out(store, imports, file):
    bring(imports, file, MONTHS)
    without = "".join(line for line in MONTHS.splitlines(keepends=True) if "Łódź" not in line and "Summe;1" not in line)
    file.write_text(without, encoding="utf-8")

    shown = imports.plan([file])
    (asked,) = [each for each in shown.made.to_decide if each.id.startswith("vanished:")]
    taken_out = imports.decide(shown, asked.id, "out")

    assert (asked.taken, shown.made.change_count, taken_out.made.change_count) == ("keep", 0, 3)
    imports.apply(taken_out)
    assert {name for name, _, _ in bought(store)} == {"Kestrel Air"}
    BookService(store, Backups(store.path, store.clock)).undo()
    assert len(bought(store)) == 5


def test_figures_of_months_that_a_file_does_not_cover_are_left_alone(imports, file):
    bring(imports, file, MONTHS)
    file.write_text("Kunde;Feb 26;Mrz 26\nKestrel Air;;300\nŁódź Logistics;20;30\n", encoding="utf-8")

    shown = imports.plan([file])

    assert not [each for each in shown.made.to_decide if each.id.startswith("vanished:")]


def test_two_sets_of_figures_stand_side_by_side(store, imports, tmp_path):
    bring(imports, tmp_path / "north.csv", "Customer;Jan 26;Feb 26\nKestrel Air;10000;2\n")
    shown = bring(imports, tmp_path / "south.csv", "Customer;Jan 26;Feb 26\nKestrel Air;30000;4\n", {})

    assert len(bought(store)) == 4
    assert not [each for each in shown.made.to_decide if each.id.startswith("vanished:")]


def test_refreshing_reads_the_file_from_where_it_lay_with_the_answers_given_then(store, imports, file):
    bring(imports, file, MONTHS)
    file.write_text(MONTHS.replace("300;400,50", "310;410,50").replace("330;460,50", "340;470,50"), encoding="utf-8")

    shown = imports.plan_refresh()

    assert (shown.made.change_count, shown.is_settled) == (1, True)
    imports.apply(shown)
    assert euros(store)["Kestrel Air", "2026-03"] == 310


def test_refreshing_is_one_step_that_undo_takes_back(store, imports, file):
    bring(imports, file, MONTHS)
    before = bought(store)
    file.write_text(MONTHS.replace("10;20;30;60", "11;22;33;66"), encoding="utf-8")
    imports.apply(imports.plan_refresh())

    BookService(store, Backups(store.path, store.clock)).undo()

    assert bought(store) == before


def test_a_file_that_is_gone_says_where_it_is_looked_for_and_what_to_do(imports, file):
    bring(imports, file, MONTHS)
    file.unlink()

    with pytest.raises(RefusedError, match="umsatz.csv is no longer in .*finance. Put the newest one there"):
        imports.plan_refresh()


def test_refreshing_before_anything_was_imported_says_what_to_do(imports):
    with pytest.raises(RefusedError, match="No sales figures were imported yet"):
        imports.plan_refresh()


def test_a_file_that_lies_elsewhere_now_is_read_from_there_next_time(imports, file, tmp_path):
    bring(imports, file, MONTHS)
    file.rename(tmp_path / "umsatz.csv")
    moved = imports.plan([tmp_path / "umsatz.csv"])

    assert (moved.made.change_count, moved.writes_nothing) == (0, False)
    imports.apply(moved)
    assert imports.plan_refresh().writes_nothing


def test_deals_of_the_same_months_are_not_counted_twice_unless_the_person_wants_both(store, imports, file, tmp_path):
    deals = tmp_path / "deals.csv"
    deals.write_text("Company,Stage,Close date,Amount\nKestrel Air,Won,2026-01-15,90\nKestrel Air,Won,2025-03-01,7\n")
    imports.apply(imports.plan([deals], {"unknown-accounts": "add"}))
    file.write_text(MONTHS, encoding="utf-8")

    shown = imports.plan([file], ADD)
    (asked,) = [each for each in shown.made.to_decide if each.id.startswith("twice-counted:")]
    figures_alone = imports.decide(shown, asked.id, "out")

    assert (asked.taken, asked.words) == ("keep", "The book holds 1 purchase of deals in these months too")
    imports.apply(figures_alone)
    assert euros(store)["Kestrel Air", "2026-01"] == Decimal("100.50")
    assert euros(store)["Kestrel Air", "2025-03"] == 7
    assert imports.plan_refresh().writes_nothing


def test_deals_that_come_after_figures_of_the_same_months_are_said_to_count_beside_them(imports, file, tmp_path):
    bring(imports, file, MONTHS)
    deals = tmp_path / "deals.csv"
    deals.write_text("Company,Stage,Close date,Amount\nKestrel Air,Won,2026-01-15,90\nKestrel Air,Won,2025-03-01,7\n")

    shown = imports.plan([deals])

    (note,) = shown.made.notes
    assert note.startswith("The book counts the sales figures of finance from January 2026 to March 2026")
    assert note.endswith("1 deal of these accounts is counted beside them.")


def test_a_row_of_a_customer_that_is_not_known_is_left_out_once_and_can_be_saved(imports, file, tmp_path):
    file.write_text(MONTHS, encoding="utf-8")
    shown = imports.plan([file], {"unknown-accounts": "leave"})

    imports.save_left_out(shown, tmp_path / "left.csv")

    assert [each.line for each in shown.made.left_out] == [2, 3]
    assert "Kestrel Air,100,50".replace(",100,50", ',"100,50"') in (tmp_path / "left.csv").read_text("utf-8-sig")


def test_pasted_cells_are_read_as_a_file_is(store, imports):
    cells = "Customer\tJan 26\tFeb 26\nKestrel Air\t12,000.00\t9,000.00\n"

    imports.apply(imports.decide(imports.plan_pasted(cells, "Pasted cells"), "unknown-accounts", "add"))

    assert [amount for _, _, amount in bought(store)] == [12_000, 9_000]


def test_pasting_nothing_says_what_to_do(imports):
    with pytest.raises(RefusedError, match="Copy them in the spreadsheet first"):
        imports.plan_pasted("  \n", "Pasted cells")


def test_months_of_no_year_are_left_out_with_that_reason_and_no_word_on_their_totals(imports, file):
    file.write_text("Customer;Q1;Q2;Total\nKestrel Air;100000;200000;300000\n", encoding="utf-8")

    shown = imports.plan([file], ADD)

    assert shown.made.files_left_out() == {"umsatz.csv": "nothing in it says of which year its months are"}
    assert shown.made.notes == ()


def test_a_dash_in_a_month_is_a_blank(imports, file):
    file.write_text("Customer;Jan 26;Feb 26\nKestrel Air;12000;–\n", encoding="utf-8")

    shown = imports.plan([file], ADD)

    assert (len(shown.made.purchases), shown.made.left_out) == (1, ())


@pytest.mark.parametrize("total", ["Gesamt;;;2.400,00", ";;Total;2.400,00"])
def test_a_total_of_invoice_lines_is_known_wherever_it_says_so(imports, file, total):
    lines = "Datum;Kunde;Artikel;Betrag\n01.10.2026;Kestrel;Drive;1.200,00\n02.10.2026;Kestrel;Drive;1.300,00\n"
    file.write_text(f"{lines}{total}\n", encoding="utf-8")

    made = imports.plan([file], ADD).made

    assert [each.reason for each in made.left_out] == ["a total, which is checked and not counted"]
    assert made.notes[0].endswith("line 4 says 2,400.00, the cells make 2,500.00.")


def test_a_total_over_several_currencies_is_no_sum_of_them(imports, file):
    lines = "Date,Customer,Item,Amount\n2026-10-01,Kestrel,Drive,EUR 1200\n2026-10-02,Kestrel,Drive,USD 1300\n"
    file.write_text(f"{lines}Total,,,2500.00\nTotal,,,99\n", encoding="utf-8")

    made = imports.plan([file], ADD).made

    assert made.totals == {"EUR": Decimal(1200), "USD": Decimal(1300)}
    assert made.notes == ()


def test_thousands_are_counted_out_before_they_are_rounded(store, imports, file):
    bring(imports, file, "T€,,\nCustomer,2026-01,2026-02\nKestrel Air,1.23456789,999999999999999\n")

    assert euros(store) == {("Kestrel Air", "2026-01"): Decimal("1234.5679")}


def test_cells_that_name_no_currency_beside_one_that_does_are_said_with_their_line_once(imports, file):
    file.write_text("Customer;Jan 26;Feb 26\nKestrel;12 000;13 000\nLodz;9 000 Kč;\n", encoding="utf-8")

    made = imports.plan([file], ADD).made

    assert made.totals == {"EUR": Decimal(25000), "CZK": Decimal(9000)}
    assert made.notes == ("2 amounts in umsatz.csv name no currency and are taken for EUR: line 2.",)


def test_what_others_may_share_comes_with_the_sales_and_is_added_to_what_was_imported_without_it(store, imports, file):
    bring(imports, file, INVOICES)
    with_lots = INVOICES.replace("Net amount\n", "Net amount,Batch no,Carrier,Plant,Payment terms\n")
    with_lots = with_lots.replace("100.50\n", "100.50,L-2210,NordLog,Brno,net 30\n").replace(",20\n", ",20,,,,\n")

    bring(imports, file, with_lots.replace("-15.25\n", "-15.25,L-9,,,\n"))

    with store.read() as reading:
        kept = {each.amount: each for each in reading.purchases.all()}
    first = kept[Decimal("100.50")]
    assert (first.lot, first.carrier, first.site, first.contract_term) == ("L-2210", "NordLog", "Brno", "net 30")
    assert (len(kept), kept[Decimal("-15.25")].lot, kept[Decimal(20)].lot) == (3, "L-9", "")


def test_who_is_imported_with_a_lot_later_joins_its_outreach_and_is_asked_for_today(store, imports, file):
    with store.write("Before") as work:
        raised, early = (work.accounts.put(Account(name=each, added_on=TODAY)) for each in ("Raised it", "Early"))
        work.purchases.put(
            Purchase(account_id=early.id, bought_on=TODAY, amount=Decimal(5), currency="EUR", lot="L-2210")
        )
    concern = ConcernService(store).add(raised.id, "Caps crack", 3).value
    problems = SharedProblemService(store)
    cause = Cause(by=CauseBy.LOT, value="L-2210")
    problems.start(concern.id, "Cracked caps", [cause], Remedy.REPLACEMENT, "We replace them.")

    lots = INVOICES.replace("Net amount\n", "Net amount,Lot\n").replace("100.50\n", "100.50,L-2210\n")
    bring(imports, file, lots.replace(",20\n", ",20,\n").replace("-15.25\n", "-15.25,L-9\n"))

    (joined,) = problems.look_again().value
    assert (joined.account, joined.by) == ("Kestrel Air", "lot L-2210")
    with store.read() as reading:
        asked = [each for part in page_of(reading).parts for each in part.entries if each.sort is Sort.OUTREACH]
    assert any("Kestrel Air" in f"{each.title} {each.about}" for each in asked)
