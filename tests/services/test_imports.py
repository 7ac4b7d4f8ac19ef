"""Importing files: the plan that is shown is what is written, in one step that undo takes back."""

import csv
from collections import Counter
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Thread
from time import sleep

import pytest

from reviewdesk.domain.account import Account
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.clock import Clock
from reviewdesk.domain.errors import RefusedError, StaleError, UndoRefusedError, UnreadableError
from reviewdesk.domain.importing.plan import IMPORT, REFRESH, Action
from reviewdesk.domain.said import Channel, Contact
from reviewdesk.services.book import BookService
from reviewdesk.services.import_writing import stage_plan, write_changed
from reviewdesk.services.imports import ImportService
from reviewdesk.storage import steps
from reviewdesk.storage.backup import Backups
from reviewdesk.storage.standing import stored, work_out
from tests.books import a_store

TODAY = date(2026, 11, 21)
FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "crm-sales-opportunities"
PRACTICE = pytest.mark.skipif(not FOLDER.is_dir(), reason="the practice data does not lie beside this checkout")

COMPANIES = """Company,Industry,City,Employees
Kestrel Air,Aviation,Leeds,120
Café Müller & Söhne,Food,Berlin,14
Łódź Logistics,Logistics,Łódź,300
"""
DEALS = """Deal,Company,Product,Stage,Close date,Amount
D-1,Kestrel Air,Drive X4,Won,2026-10-01,1200.50
D-2,Kestrel Air,DriveX4,Won,2026-09-14,800
D-3,Łódź Logistics,Drive X4,Lost,2026-08-02,500
D-4,,Drive X4,Won,2026-08-02,500
D-5,=1+1,Drive X4,Won,2026-08-02,90
"""
PRODUCTS = "Product,Series\nDrive X4,Drives\n"
KINDS = ("accounts", "people", "colleagues", "products", "purchases")


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path, today=TODAY)
    yield store
    store.close()


@pytest.fixture
def imports(store):
    return ImportService(store)


@pytest.fixture
def book(store, tmp_path):
    return BookService(store, Backups(store.path, store.clock))


@pytest.fixture
def files(tmp_path):
    """Write one small file of each kind."""
    for name, text in (("companies.csv", COMPANIES), ("deals.csv", DEALS), ("products.csv", PRODUCTS)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [tmp_path / "companies.csv", tmp_path / "deals.csv", tmp_path / "products.csv"]


def everything(store):
    """Give all records of the kinds that files bring, by kind and id."""
    with store.read() as reading:
        return {kind: {each.id: each for each in getattr(reading, kind).all()} for kind in (*KINDS, "source_keys")}


def steps_of(store):
    with store.read() as reading:
        return steps.stacks(reading.connection).undo


def assert_the_book_holds(store, shown):
    """See that the book holds what the plan showed, record by record; tiers and first dates are set after it."""
    found = everything(store)
    after_it = {"version", "tier", "first_review_due"}
    for kind in KINDS:
        planned = [each for each in getattr(shown.made, kind) if each.action is not Action.UNCHANGED]
        for each in planned:
            kept = found[kind][each.after.id]
            names = [one.name for one in fields(kept) if one.name not in after_it]
            assert [getattr(kept, one) for one in names] == [getattr(each.after, one) for one in names]
    assert set(shown.made.keys) <= set(found["source_keys"].values())


def test_what_is_applied_is_what_was_shown(store, imports, files):
    shown = imports.plan(files)

    done = imports.apply(shown)

    assert_the_book_holds(store, shown)
    assert {kind: len(found) for kind, found in everything(store).items() if kind != "source_keys"} == {
        kind: len(getattr(shown.made, kind)) for kind in KINDS
    }
    assert (done.value.accounts, done.value.products, done.value.purchases) == (3, 1, 2)
    assert done.value.amounts == (("EUR", Decimal("2000.50")),)


def test_an_import_is_one_step_and_undo_gives_the_empty_book_back(store, imports, book, files):
    empty = everything(store)
    with store.read() as reading:
        before = reading.book
    imports.apply(imports.plan(files))

    assert [each.label for each in steps_of(store)] == ["Import companies.csv, deals.csv, products.csv"]

    book.undo()

    assert everything(store) == empty
    with store.read() as reading:
        assert reading.book == before
        assert stored(reading.connection) == {}


def test_the_last_import_is_undone_in_one_step_after_other_edits(store, imports, files):
    mine = Account(name="Mine", added_on=TODAY)
    imports.apply(imports.plan(files))
    with store.write("Add account") as work:
        work.accounts.put(mine)

    label = imports.undo_last().value

    assert label == "Import companies.csv, deals.csv, products.csv"
    assert set(everything(store)["accounts"]) == {mine.id}
    with pytest.raises(RefusedError, match="There is no import to undo"):
        imports.undo_last()


def test_a_refresh_of_the_figures_is_an_import_that_is_undone(store, imports, files):
    imports.apply(imports.plan(files[:1]))
    imports.apply(imports.plan(files), REFRESH)

    assert imports.undo_last().value == REFRESH
    assert not everything(store)["purchases"]
    assert imports.undo_last().value.startswith(IMPORT)


def test_an_import_stays_where_what_it_brought_was_changed_since(store, imports, files):
    imports.apply(imports.plan(files))
    with store.write("Rename") as work:
        work.accounts.put(replace(work.accounts.where(name="Kestrel Air")[0], name="Kestrel"))

    with pytest.raises(UndoRefusedError, match="Undo the later step first"):
        imports.undo_last()

    assert len(everything(store)["accounts"]) == 3


def test_an_import_that_was_undone_can_be_brought_back(store, imports, book, files):
    imports.apply(imports.plan(files))
    full = everything(store)
    book.undo()

    book.redo()

    assert everything(store) == full


def test_importing_the_same_files_again_writes_nothing(store, imports, files):
    imports.apply(imports.plan(files))
    count = len(steps_of(store))

    again = imports.plan(files)
    done = imports.apply(again)

    assert again.made.change_count == 0
    assert again.writes_nothing
    assert not done.changes
    assert len(steps_of(store)) == count


def test_a_decision_changes_the_plan_without_reading_the_files_again(imports, files):
    shown = imports.plan(files)
    for each in files:
        each.unlink()

    decided = imports.decide(shown, "product:DriveX4", "same")

    drive = decided.made.products[0].after.id
    assert [each.after.product_id for each in decided.made.purchases] == [drive, drive]
    assert [each.after.product_name for each in shown.made.purchases] == ["", "DriveX4"]
    assert next(each for each in decided.made.to_decide if each.id == "product:DriveX4").is_decided


def test_a_decision_can_be_taken_back(imports, files):
    shown = imports.plan(files)
    decided = imports.decide(shown, "product:DriveX4", "same")

    back = imports.decide(decided, "product:DriveX4", "")

    assert [each.taken for each in back.made.to_decide] == [each.taken for each in shown.made.to_decide]


def test_answers_are_kept_for_the_next_time(store, imports, files):
    shown = imports.plan(files, {"product:DriveX4": "same", "column:companies.csv:City": "leave"})
    imports.apply(shown)

    again = ImportService(store).plan(files)

    assert again.decisions["product:DriveX4"] == "same"
    assert again.made.change_count == 0
    assert {each.city for each in everything(store)["accounts"].values()} == {""}


def open_questions(shown):
    return [each.id for each in shown.made.to_decide if not each.is_decided]


def test_what_was_answered_is_not_open_when_the_same_files_come_again(store, imports, files):
    files[1].write_text(DEALS.replace("2026-", "2017-"), encoding="utf-8")
    answers = {"product:DriveX4": "keep", "window": "newest", "currency:deals.csv": "EUR", "unknown-accounts": "leave"}
    shown = imports.plan(files, answers)
    assert open_questions(shown) == []
    imports.apply(shown)

    again = imports.plan(files)

    assert open_questions(again) == []
    assert again.made.change_count == 0


def test_amounts_without_a_currency_are_asked_about_and_stay_as_they_were_read(store, imports, files):
    shown = imports.plan(files)
    asked = next(each for each in shown.made.to_decide if each.id == "currency:deals.csv")
    assert (asked.words, asked.taken) == ("The amounts in deals.csv name no currency", "EUR")
    assert [each.words for each in asked.choices[:2]] == ["they are EUR, the book's currency", "they are USD"]
    imports.apply(shown)
    with store.write("Settings") as work:
        work.books.put(replace(work.book, base_currency="USD"))

    again = imports.plan(files)

    assert again.made.change_count == 0
    assert {each.currency for each in everything(store)["purchases"].values()} == {"EUR"}


def test_amounts_that_were_dollars_after_all_are_put_right_by_importing_them_again(store, imports, files):
    without_ids = DEALS.replace("Deal,", "", 1)
    without_ids = "\n".join(
        each.partition(",")[2] if each.startswith("D-") else each for each in without_ids.split("\n")
    )
    files[1].write_text(without_ids, encoding="utf-8")
    imports.apply(imports.plan(files))

    shown = imports.plan(files, {"currency:deals.csv": "USD", "overwrite:purchase:currency": "take"})
    imports.apply(shown)

    bought = everything(store)["purchases"].values()
    assert [each.currency for each in bought] == ["USD", "USD"]
    assert imports.plan(files).made.change_count == 0


def test_amounts_that_name_their_currency_raise_no_question(imports, files):
    files[1].write_text(
        DEALS.replace(",Amount", ",Amount,Currency").replace("1200.50", "1200.50,USD"), encoding="utf-8"
    )

    assert "currency:deals.csv" not in {each.id for each in imports.plan(files).made.to_decide}


def test_whether_to_overwrite_is_asked_each_time(store, imports, files):
    imports.apply(imports.plan(files))
    files[0].write_text(COMPANIES.replace("Leeds", "York"), encoding="utf-8")
    shown = imports.plan(files)
    assert shown.made.change_count == 0

    imports.apply(imports.decide(shown, "overwrite:account:city", "take"))
    files[0].write_text(COMPANIES.replace("Leeds", "Hull"), encoding="utf-8")

    assert [each.city for each in everything(store)["accounts"].values() if each.name == "Kestrel Air"] == ["York"]
    assert imports.plan(files).made.change_count == 0


def test_two_companies_of_one_name_that_only_their_deals_tell_apart_stay_two(store, imports, tmp_path):
    path = tmp_path / "deals.csv"
    head = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Associated Company IDs (Primary),Associated Company\n"
    sold = ((1, 5, 11), (2, 7, 12), (3, 9, 11))
    rows = [f"{deal},D,Closed Won,{amount},2026-10-01,{id},Kestrel\n" for deal, amount, id in sold]
    path.write_text(head + "".join(rows), encoding="utf-8")

    shown = imports.plan([path], {"unknown-accounts": "add"})
    imports.apply(shown)

    with store.read() as reading:
        sums = Counter()
        for each in reading.purchases.all():
            sums[each.account_id] += each.amount
    assert sorted(sums.values()) == [Decimal(7), Decimal(14)]
    assert imports.plan([path]).writes_nothing


@pytest.mark.parametrize(
    ("rows", "advice"),
    [
        ("Acme,2026-10-01,5,Lost", "In the window you can say what a file and its columns are."),
        ("Acme,2026-10-01,5,Won", "Import the accounts before it, or together with it."),
    ],
)
def test_a_file_of_which_no_row_can_be_used_says_what_to_do_about_that(imports, tmp_path, rows, advice):
    path = tmp_path / "deals.csv"
    path.write_text(f"Company,Close date,Amount,Stage\n{rows}\n", encoding="utf-8")

    assert imports.plan([path], {"unknown-accounts": "leave"}).why_nothing.endswith(advice)


def test_an_update_keeps_what_the_person_wrote(store, imports, files):
    imports.apply(imports.plan(files[:1]))
    with store.write("Change") as work:
        kestrel = next(each for each in work.accounts.all() if each.name == "Kestrel Air")
        work.accounts.put(replace(kestrel, city="", notes="Met at the fair"))

    shown = imports.plan(files[:1])
    imports.apply(shown)

    assert_the_book_holds(store, shown)
    account = everything(store)["accounts"][kestrel.id]
    assert (account.city, account.notes) == ("Leeds", "Met at the fair")


def test_a_plan_is_refused_when_the_book_was_changed_since(store, imports, files):
    shown = imports.plan(files)
    with store.write("Add") as work:
        work.accounts.put(Account(name="Kestrel Air"))

    with pytest.raises(StaleError, match="nothing was imported"):
        imports.apply(shown)

    assert len(everything(store)["accounts"]) == 1
    fresh = imports.again(shown)
    imports.apply(fresh)
    assert sorted(each.name for each in everything(store)["accounts"].values())[1] == "Kestrel Air"
    assert len(everything(store)["accounts"]) == 3


def test_notes_taken_while_the_plan_is_looked_at_do_not_make_it_stale(store, imports, files):
    imports.apply(imports.plan(files[:1]))
    shown = imports.plan(files)
    with store.write("Log a call") as work:
        account = work.accounts.all()[0]
        work.contacts.put(Contact(account_id=account.id, made_on=TODAY, channel=Channel.CALL))

    assert imports.apply(shown).changes.touch(Kind.PURCHASE)


@pytest.mark.parametrize(
    ("field", "value", "stale"),
    [
        ("industry", "Freight", False),
        ("notes", "Met at the fair", False),
        ("name", "Kestrel", True),
        ("city", "Hull", True),
    ],
)
def test_what_is_typed_into_an_account_meanwhile_stops_only_an_import_that_hangs_on_it(
    store, imports, files, field, value, stale
):
    imports.apply(imports.plan(files[:1]))
    with store.write("Empty") as work:
        kestrel = next(each for each in work.accounts.all() if each.name == "Kestrel Air")
        work.accounts.put(replace(kestrel, city="" if field == "city" else kestrel.city))
    shown = imports.plan(files)
    with store.write("Type") as work:
        work.accounts.put(replace(work.accounts.get(kestrel.id), **{field: value}))

    assert imports.is_stale(shown) is stale
    if stale:
        with pytest.raises(StaleError, match="nothing was imported"):
            imports.apply(shown)
    else:
        imports.apply(shown)
        assert getattr(everything(store)["accounts"][kestrel.id], field) == value


def test_a_save_during_the_import_is_in_the_book_before_it(store, imports, files, monkeypatch):
    """Somebody logs a call while the import is being written: the import begins again after it."""
    imports.apply(imports.plan(files[:1]))
    shown = imports.plan(files)
    calls = []

    def interrupted(work, *rest):
        yield from write_changed(work, *rest)
        if not calls:
            calls.append(Thread(target=log_a_call, args=[store]))
            calls[0].start()
            while not store._turn.is_wanted:
                sleep(0.001)
            yield

    monkeypatch.setattr("reviewdesk.services.imports.write_changed", interrupted)
    imports.apply(shown)
    calls[0].join(30)

    assert_the_book_holds(store, shown)
    assert [each.label for each in steps_of(store)][1:] == [
        "Log a call",
        "Import companies.csv, deals.csv, products.csv",
    ]
    with store.read() as reading:
        kept = stored(reading.connection)
        assert kept == work_out(reading.connection, reading.book, Clock().today())
        assert {each.last_contact for each in kept.values()} == {None, TODAY}


def log_a_call(store):
    with store.write("Log a call") as work:
        account = next(each for each in work.accounts.all() if each.name == "Kestrel Air")
        work.contacts.put(Contact(account_id=account.id, made_on=TODAY, channel=Channel.CALL))


def test_an_account_changed_while_the_import_is_made_ready_stops_it_with_nothing_written(
    store, imports, files, monkeypatch
):
    imports.apply(imports.plan(files[:1]))
    shown = imports.plan(files)

    def interrupted(*args):
        found = stage_plan(*args)
        with store.write("Rename") as work:
            work.accounts.put(replace(work.accounts.all()[0], name="Renamed"))
        return found

    monkeypatch.setattr("reviewdesk.services.imports.stage_plan", interrupted)
    with pytest.raises(StaleError, match="nothing was imported"):
        imports.apply(shown)

    assert [each.label for each in steps_of(store)][1:] == ["Rename"]
    assert not everything(store)["purchases"]


def test_accounts_get_their_tiers_and_first_dates_in_the_same_step(store, imports, files):
    done = imports.apply(imports.plan(files))

    accounts = everything(store)["accounts"].values()
    assert Counter(each.tier.value for each in accounts) == {"A": 1, "C": 2}
    assert all(each.first_review_due > TODAY for each in accounts)
    assert (done.value.tiers_changed, done.value.dated) == (3, 3)


def test_a_last_review_starts_the_clock_of_reviews_and_a_last_activity_that_of_silence(store, imports, tmp_path):
    path = tmp_path / "clocks.csv"
    path.write_text("Account,Last review,Last activity\nAda,2026-10-01,\nBo,,2026-11-01\nCy,,\n", encoding="utf-8")

    imports.apply(imports.plan([path]))

    with store.read() as reading:
        stands = stored(reading.connection)
        found = {each.name: (each, stands[each.id]) for each in reading.accounts.all()}
    assert [found[each][0].first_review_due is None for each in ("Ada", "Bo", "Cy")] == [True, False, False]
    assert [found[each][1].last_contact for each in ("Ada", "Bo", "Cy")] == [None, date(2026, 11, 1), None]
    assert found["Ada"][1].next_due == date(2027, 4, 1)


def test_left_out_rows_are_saved_with_their_reasons_and_run_no_formulas(imports, files, tmp_path):
    path = tmp_path / "left out.csv"

    imports.save_left_out(imports.plan(files), path)

    text = path.read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [(each["File"], each["Line"], each["Deal"]) for each in rows] == [
        ("deals.csv", "4", "D-3"),
        ("deals.csv", "5", "D-4"),
        ("deals.csv", "6", "D-5"),
    ]
    assert rows[0]["Reason"] == "not won"
    assert rows[2]["Company"] == "'=1+1"


def test_saving_left_out_rows_where_nothing_can_be_written_says_what_to_do(imports, files, tmp_path):
    (tmp_path / "blocked").write_text("a file, no folder")

    with pytest.raises(RefusedError, match="Choose another place"):
        imports.save_left_out(imports.plan(files), tmp_path / "blocked" / "left out.csv")


def test_two_files_of_one_name_are_told_apart(store, imports, tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "a.csv").write_text("Company,City\nKestrel Air,Leeds\n")
    (tmp_path / "other" / "a.csv").write_text("Company,City\nHooli,Palo Alto\n")

    shown = imports.plan([tmp_path / "a.csv", tmp_path / "other" / "a.csv"])
    imports.apply(shown)

    assert [each.file for each in shown.made.tables] == ["a.csv", "a.csv (2)"]
    assert steps_of(store)[-1].label == "Import a.csv, a.csv (2)"


def test_a_file_that_cannot_be_read_leaves_the_book_alone(imports, tmp_path, store):
    with pytest.raises(UnreadableError, match=r"There is no file gone\.csv"):
        imports.plan([tmp_path / "gone.csv"])

    assert steps_of(store) == ()


class Impatient:
    """Stops the work as soon as it is asked."""

    class StopError(Exception):
        """The work was stopped."""

    def __init__(self) -> None:
        self.seen: list[tuple[int, int]] = []

    def report(self, done: int, total: int) -> None:
        """Stop the work after the second file."""
        self.seen.append((done, total))
        if done == 2:
            raise self.StopError

    def check(self) -> None:
        """Let it go on."""


def test_reading_can_be_stopped_between_files(imports, files):
    watcher = Impatient()

    with pytest.raises(Impatient.StopError):
        imports.plan(files, watcher=watcher)

    assert watcher.seen == [(0, 5), (1, 5), (2, 5)]


def test_an_import_can_be_stopped_while_it_is_made_ready_and_nothing_is_written(store, imports, files):
    class StoppedError(Exception):
        """The person stopped it."""

    class Watcher:
        def report(self, done, total):
            if done == total - 1:
                raise StoppedError

        def check(self):
            """Go on."""

    shown = imports.plan(files)

    with pytest.raises(StoppedError):
        imports.apply(shown, watcher=Watcher())

    assert not any(everything(store).values())
    assert imports.apply(shown).value.accounts == 3


@PRACTICE
def test_the_practice_data_is_imported_again_and_undone(store, imports, book):
    paths = sorted(FOLDER.glob("*.csv"))

    done = imports.apply(imports.plan(paths))

    report = done.value
    assert (report.accounts, report.products, report.purchases, report.left_out) == (85, 7, 4238, 4562)
    assert report.amounts == (("EUR", Decimal(10_005_534)),)
    assert any("31 Dec 2017" in each for each in report.messages)
    accounts = everything(store)["accounts"].values()
    assert Counter(each.tier.value for each in accounts) == {"A": 20, "B": 57, "C": 8}
    with store.read() as reading:
        assert sum(each.revenue for each in stored(reading.connection).values()) == Decimal(10_005_534)

    again = imports.plan(paths)
    assert again.made.change_count == 0
    assert not imports.apply(again).changes

    book.undo()

    assert all(found == {} for found in everything(store).values())


@PRACTICE
def test_no_week_after_the_practice_data_asks_for_more_than_there_is(store, imports):
    imports.apply(imports.plan(sorted(FOLDER.glob("*.csv"))))

    hours = Counter()
    for each in everything(store)["accounts"].values():
        week = each.first_review_due.isocalendar()[:2]
        hours[week] += Decimal("0.5") if each.tier == "C" else Decimal(3)

    assert max(hours.values()) <= 12


@PRACTICE
def test_choosing_today_for_the_revenue_year_is_kept_in_the_book(store, imports):
    shown = imports.plan(sorted(FOLDER.glob("*.csv")), {"window": "today"})

    done = imports.apply(shown)

    with store.read() as reading:
        assert reading.book.window_end == TODAY
        assert "window" not in dict(reading.book.import_answers)
    assert Counter(each.tier.value for each in everything(store)["accounts"].values()) == {"C": 85}
    assert imports.plan(shown.paths).made.change_count == 0
    assert done.value.accounts == 85


@pytest.mark.parametrize("tail", ["", "-wal"])
def test_the_open_book_itself_is_refused_by_its_name_alone(store, imports, monkeypatch, tail):
    monkeypatch.chdir(store.path.parent)

    with pytest.raises(UnreadableError, match="is the book that is open"):
        imports.plan([Path(store.path.name + tail)])


def test_sales_alone_bring_their_accounts_into_a_book_that_has_none_and_wait_to_be_told_in_one_that_has(
    store, imports, tmp_path
):
    path = tmp_path / "deals.csv"
    path.write_text("Company,Close date,Amount,Stage\nKestrel Air,2026-10-01,5,Won\n", encoding="utf-8")
    first = imports.plan([path])
    assert not first.writes_nothing
    assert [each.after.name for each in first.made.accounts] == ["Kestrel Air"]
    with store.write("Add account") as work:
        work.accounts.put(Account(name="Łódź Logistics", added_on=TODAY))
    assert not imports.plan([path]).made.accounts
