"""CSV files that are written run nothing in a spreadsheet, and are read back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.exchange.cells import guarded, unguarded
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.csv_writing import csv_bytes


def test_what_would_run_as_a_formula_is_written_as_text_and_read_back(tmp_path):
    cells = ("=HYPERLINK(1)", "+49 711 1234", "-5", "@SUM(A1)", "\tx", "plain")
    path = tmp_path / "written.csv"

    path.write_bytes(csv_bytes(("Name", "Phone", "Note", "More", "Tab", "=Header"), [cells]))

    assert b"'=HYPERLINK(1)" in path.read_bytes()
    assert b"'=Header" in path.read_bytes()
    assert read_table(path).rows[0].cells == cells


def test_commas_quotes_and_letters_of_any_script_survive(tmp_path):
    cells = ('Müller, "& Söhne"', "客户服务", "two\nlines")
    path = tmp_path / "written.csv"

    path.write_bytes(csv_bytes(("A", "B", "C"), [cells]))

    assert read_table(path).rows[0].cells == cells


@given(st.text())
def test_no_written_cell_begins_a_formula(cell):
    written = guarded(cell)

    assert not written.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert written == cell or unguarded(written) == cell
