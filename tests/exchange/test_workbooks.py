"""Workbooks of Excel: the right sheet is read as it is, and a hostile one costs neither memory nor time."""

import os
import threading
import time
from datetime import date, datetime
from datetime import time as clock_time

import pytest

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.domain.importing.fields import TableKind
from reviewdesk.exchange import workbook as reader
from reviewdesk.exchange.read_records import read_records
from reviewdesk.exchange.reading import read_tables
from reviewdesk.exchange.table import Limits
from tests.workbooks import entity_bomb, far_corners, outside_entity, protected, write_workbook, zip_bomb

HALF_PAST_NINE = datetime.combine(date(2026, 3, 1), clock_time(9, 30))
COMPANIES = [("Company", "City", "Employees"), ("Kestrel Air", "Leeds", 120), ("Łódź Logistics", "Łódź", 300)]
MODIFIED = ("(Do Not Modify) Account", "(Do Not Modify) Row Checksum", "(Do Not Modify) Modified On")
ACCOUNTS = [
    (*MODIFIED, " Account Name", "Main Phone", "Address 1: City"),
    ("a-1", "x==", HALF_PAST_NINE, "Kestrel Air", "+44 113 1", "Leeds"),
]


def refusal(path):
    with pytest.raises(UnreadableError) as refused:
        read_tables(path)
    return str(refused.value)


def only(path):
    (table,) = read_tables(path)
    return table


def test_a_sheet_is_read_with_the_numbers_of_its_rows(tmp_path):
    table = only(write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES}))

    assert (table.name, table.headers) == ("a.xlsx", ("Company", "City", "Employees"))
    assert [(each.line, each.cells) for each in table.rows] == [
        (2, ("Kestrel Air", "Leeds", "120")),
        (3, ("Łódź Logistics", "Łódź", "300")),
    ]


def test_the_sheet_is_chosen_by_its_headers_where_a_hidden_one_comes_first(tmp_path):
    sheets = {"hiddenSheet": [("a:x", "b:y"), (1, 2)], "Accounts": ACCOUNTS}
    table = only(write_workbook(tmp_path / "dynamics.xlsx", sheets, hidden=["hiddenSheet"]))

    read = read_records([table], {}, base_currency="EUR")

    assert (read.tables[0].source, read.tables[0].kind) == ("Dynamics 365", TableKind.COMPANIES)
    assert [(each.name, each.origin.id) for each in read.accounts] == [("Kestrel Air", "a-1")]


def test_several_sheets_are_several_files(tmp_path):
    people = [("First name", "Last name", "Email", "Company"), ("Ada", "Byron", "ada@kestrel.example", "Kestrel Air")]
    tables = read_tables(write_workbook(tmp_path / "b.xlsx", {"Firms": COMPANIES, "Notes": [("x",)], "People": people}))

    assert [each.name for each in tables] == ["b.xlsx, Firms", "b.xlsx, People"]


def test_titles_above_the_header_are_passed_over(tmp_path):
    titled = [("Our customers",), ("as of", date(2026, 11, 1)), (), *COMPANIES]
    table = only(write_workbook(tmp_path / "c.xlsx", {"Sheet1": titled}))

    assert table.titles == ("Our customers", "as of 2026-11-01")
    assert [each.line for each in table.rows] == [5, 6]


def test_hidden_columns_are_read(tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "d.xlsx") as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(COMPANIES):
            sheet.write_row(at, 0, row)
        sheet.set_column(1, 1, None, None, {"hidden": True})

    assert only(tmp_path / "d.xlsx").rows[0].cells == ("Kestrel Air", "Leeds", "120")


def test_values_are_read_as_what_they_are(tmp_path):
    row = ("Kestrel Air", 1234.567, 0.1, 12_000_000, True, date(2026, 3, 1), HALF_PAST_NINE, "=1+1\t2")
    heads = ("Company", "a", "b", "c", "d", "e", "f", "g")
    table = only(write_workbook(tmp_path / "e.xlsx", {"Sheet1": [heads, row]}))

    # A fourth decimal says that the point is no mark of thousands.
    assert table.rows[0].cells[1:] == ("1234.5670", "0.1", "12000000", "true", "2026-03-01", "2026-03-01 09:30", "2")


def test_an_error_in_a_cell_is_a_blank(tmp_path):
    table = only(write_workbook(tmp_path / "f.xlsx", {"S": [*COMPANIES, ("Nordic", "=1/0\t#DIV/0!", "=A1\t#REF!")]}))

    assert table.rows[-1].cells == ("Nordic", "", "")


def test_dates_that_count_from_1904_are_the_same_days(tmp_path):
    rows = [("Company", "Customer since"), ("Kestrel Air", date(2026, 3, 1))]

    table = only(write_workbook(tmp_path / "g.xlsx", {"Sheet1": rows}, date_1904=True))

    assert table.rows[0].cells[1] == "2026-03-01"


def test_a_customer_merged_over_several_rows_stands_in_each(tmp_path):
    import xlsxwriter

    with xlsxwriter.Workbook(tmp_path / "h.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, ("Company", "City"))
        sheet.merge_range(3, 1, 4, 1, "Kestrel Air")
        sheet.write(3, 2, "Leeds")
        sheet.write(4, 2, "Hull")

    assert [each.cells for each in only(tmp_path / "h.xlsx").rows] == [
        ("Kestrel Air", "Leeds"),
        ("Kestrel Air", "Hull"),
    ]


def test_footers_of_a_report_are_left_out(tmp_path):
    heads = ("Account Name", "Account Owner", "Account ID", "Billing City")
    rows = [
        heads,
        ("Kestrel Air", "Dana", "0015000000AbCdE", "Leeds"),
        ("Confidential Information - Do Not Distribute",),
    ]

    read = read_records(read_tables(write_workbook(tmp_path / "i.xlsx", {"report": rows})), {}, base_currency="EUR")

    assert [each.name for each in read.accounts] == ["Kestrel Air"]
    assert read.left_out[0].reason == "a footer line of the report"


def test_a_workbook_protected_with_a_password_says_so(tmp_path):
    assert "password" in refusal(protected(tmp_path / "secret.xlsx"))


def test_a_workbook_filled_at_its_far_corners_is_refused_at_once(tmp_path):
    path = far_corners(tmp_path / "far.xlsx")
    started = time.monotonic()

    assert "far end of a sheet" in refusal(path)
    assert time.monotonic() - started < 10


def test_a_zip_bomb_is_refused(tmp_path):
    path = zip_bomb(write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES}), tmp_path / "bomb.xlsx")

    assert "more memory than a file may" in refusal(path)


def test_an_entity_bomb_does_not_unfold(tmp_path):
    path = entity_bomb(write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES}), tmp_path / "bomb.xlsx")

    try:
        held = sum(len(cell) for table in read_tables(path) for row in table.rows for cell in row.cells)
    except UnreadableError as refused:
        held, said = 0, str(refused)
        assert "Save it again" in said
    assert held < 1_000


def test_a_workbook_cannot_fetch_another_file(tmp_path):
    (tmp_path / "secret.txt").write_text("canary", encoding="utf-8")
    made = write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES})
    path = outside_entity(made, tmp_path / "fetch.xlsx", tmp_path / "secret.txt")

    try:
        held = repr(read_tables(path))
    except UnreadableError as refused:
        held = str(refused)
    assert "canary" not in held


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"junk" * 100, b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_a_damaged_workbook_is_refused_with_what_to_do(tmp_path, content):
    path = tmp_path / "broken.xlsx"
    path.write_bytes(content)

    assert "Save it again as XLSX or CSV" in refusal(path)


def test_a_workbook_without_rows_is_refused(tmp_path):
    assert "is empty" in refusal(write_workbook(tmp_path / "empty.xlsx", {"Sheet1": [()]}))


def test_more_columns_than_are_read_are_refused(tmp_path):
    path = write_workbook(tmp_path / "wide.xlsx", {"Sheet1": [tuple(f"h{at}" for at in range(30))]})

    with pytest.raises(UnreadableError, match="more than 20 columns"):
        read_tables(path, Limits(columns=20))


def test_reading_stops_when_nobody_wants_it_any_longer(tmp_path):
    class StoppedError(Exception):
        """Nobody wants it."""

    def stop():
        raise StoppedError

    path = write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES})

    with pytest.raises(StoppedError):
        read_tables(path, look=stop)
    assert "workbook" not in {each.name for each in threading.enumerate()}


def test_a_child_that_takes_too_long_is_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "_SECONDS", 0)
    monkeypatch.setattr(reader, "_command", lambda: ["sleep", "60"])

    assert "took too long" in refusal(write_workbook(tmp_path / "a.xlsx", {"Sheet1": COMPANIES}))


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limits")
def test_the_child_may_have_256_megabytes_and_write_no_file():
    import subprocess
    import sys

    asked = (
        "import resource; from reviewdesk.exchange.memory_limit import limit_this_process as limit; limit(2**28, 9);"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_FSIZE)[0],"
        "resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )
    said = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout

    assert said.split() == [str(2**28), "0", "9"]


def test_five_thousand_rows_are_all_read(tmp_path):
    rows = [COMPANIES[0], *((f"Company {at}", "Leeds", at) for at in range(5_000))]

    table = only(write_workbook(tmp_path / "many.xlsx", {"Sheet1": rows}))

    assert len(table.rows) == 5_000
    assert table.rows[-1] == (5_001, ("Company 4999", "Leeds", "4999"))
