"""CSV files are read as they come, or refused with a sentence that helps."""

import csv
import io
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.table import Limits, SourceTable

PLAIN = "Name,City\nMüller & Söhne,Łódź\n"


def read(folder: Path, content: bytes | str, *, limits: Limits | None = None, name: str = "file.csv") -> SourceTable:
    """Write a file and read it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_table(path, limits) if limits else read_table(path)


def cells(table: SourceTable) -> list[tuple[str, ...]]:
    """Give the cells alone."""
    return [row.cells for row in table.rows]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_any_unicode_encoding_is_found(tmp_path, encoding):
    table = read(tmp_path, PLAIN.encode(encoding))

    assert table.headers == ("Name", "City")
    assert cells(table) == [("Müller & Söhne", "Łódź")]


def test_what_is_not_utf_8_is_read_as_windows_text(tmp_path):
    table = read(tmp_path, "Name;City\nMüller;Köln – Süd\n".encode("cp1252"))

    assert cells(table) == [("Müller", "Köln – Süd")]
    assert table.encoding == "cp1252"


def test_a_letter_far_down_decides_the_encoding_too(tmp_path):
    table = read(tmp_path, ("Name,City\n" + "Acme,Kent\n" * 200_000).encode() + "Müller,Köln\n".encode("cp1252"))

    assert table.rows[-1].cells == ("Müller", "Köln")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path, separator):
    rows = [["Name", "Amount", "Note"], ["Acme", "1.5", "x"], ["Bolt", "2.5", "y"]]
    table = read(tmp_path, "\n".join(separator.join(row) for row in rows))

    assert table.separator == separator
    assert cells(table) == [("Acme", "1.5", "x"), ("Bolt", "2.5", "y")]


@pytest.mark.parametrize(
    "names",
    [("Acme, Inc.", "Globex", "Initech"), ("Acme", "Globex, Corp.", "Initech, LLC", "Hooli", "Umbrella", "Stark")],
)
def test_commas_in_the_names_of_one_column_separate_nothing(tmp_path, names):
    table = read(tmp_path, "\n".join(("Company", *names)))

    assert table.headers == ("Company",)
    assert [each.cells for each in table.rows] == [(each,) for each in names]


def test_decimal_commas_do_not_pass_for_separators(tmp_path):
    table = read(tmp_path, "Name;Amount\nAcme;1,50\nBolt;2,50\nCrane;3,50\n")

    assert cells(table)[0] == ("Acme", "1,50")


def test_a_first_line_may_name_the_separator(tmp_path):
    table = read(tmp_path, "sep=|\r\nName|Note\r\nAcme|a,b\r\n")

    assert table.headers == ("Name", "Note")
    assert table.rows[0] == (3, ("Acme", "a,b"))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(tmp_path, end):
    assert cells(read(tmp_path, f"Name,City{end}Acme,Kent{end}")) == [("Acme", "Kent")]


def test_rows_know_the_line_they_begin_on(tmp_path):
    table = read(tmp_path, 'Name,Note\n\nAcme,"two\nlines"\nBolt,\n')

    assert [row.line for row in table.rows] == [3, 5]
    assert table.rows[0].cells[1] == "two\nlines"


def test_ragged_rows_are_kept_and_reported(tmp_path):
    table = read(tmp_path, "A,B,C\n1,2,3\n1,2\n1,2,3,4\n")

    assert table.ragged == (3, 4)
    assert cells(table) == [("1", "2", "3"), ("1", "2", ""), ("1", "2", "3", "4")]


def test_the_guard_against_formulas_is_taken_off(tmp_path):
    table = read(tmp_path, 'Phone,Sum,Name,Code,Quote\n\'+49 711 1,\'-5,\'t Hooft,"=""007""",\'\n')

    assert cells(table) == [("+49 711 1", "-5", "'t Hooft", "007", "'")]


def test_formulas_stay_text(tmp_path):
    assert cells(read(tmp_path, "A,B\n=cmd|'/c calc',@SUM(1)\n")) == [("=cmd|'/c calc'", "@SUM(1)")]


def test_a_zero_byte_in_a_cell_is_dropped(tmp_path):
    assert cells(read(tmp_path, "Name,City\nAc\0me,Kent\n")) == [("Acme", "Kent")]


def test_a_header_alone_is_a_table_without_rows(tmp_path):
    table = read(tmp_path, "Name,City\n")

    assert table.headers == ("Name", "City")
    assert table.rows == ()


@pytest.mark.parametrize("length", [180_000, 200_000])
def test_a_whole_mail_fits_in_one_cell(tmp_path, length):
    table = read(tmp_path, f'Name,Body\nAcme,"{"x" * length}"\n')

    assert len(table.rows[0].cells[1]) == length


def test_two_hundred_columns_are_no_trouble(tmp_path):
    table = read(tmp_path, ",".join(f"c{n}" for n in range(200)) + "\n" + ",".join("x" * 200) + "\n")

    assert len(table.headers) == 200


def test_a_header_may_be_empty_or_come_twice(tmp_path):
    assert read(tmp_path, "Name,,Name\na,b,c\n").headers == ("Name", "", "Name")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"\n\n\n", "empty"),
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04rest", "Excel"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (bytes(range(256)) * 20, "not a CSV file"),
        (b"Name,City\nAcme,\x81\x8d\n", "save it as CSV"),
        (b'Name,City\nAcme,"Kent\nBolt,York\n', "line 2"),
        (b"Name," * 1_000_000, "columns"),
        (b"A,B\n" + b"x," * 1_000_000, "columns"),
        (b"A,B\n" + b"x" * 1_500_000, "characters"),
        (b'A,B\n"' + b"x\n" * 5_000_000, "line 2"),
    ],
)
def test_what_is_no_table_is_refused_and_says_what_to_do(tmp_path, content, says):
    with pytest.raises(UnreadableError, match=says):
        read(tmp_path, content)


@pytest.mark.parametrize(
    "limits",
    [Limits(file_bytes=10), Limits(rows=2), Limits(cells=5), Limits(columns=1), Limits(seconds=-1)],
)
def test_more_than_the_limits_is_refused(tmp_path, limits):
    with pytest.raises(UnreadableError, match="(Export|export) (fewer|only)"):
        read(tmp_path, "A,B\n1,2\n1,2\n1,2\n", limits=limits)


@pytest.mark.parametrize("name", ["a 2 GB file that is not there.csv", "nul\0byte.csv", "x" * 5000 + ".csv"])
def test_a_file_that_is_not_there_is_said_plainly(tmp_path, name):
    with pytest.raises(UnreadableError, match="no file|cannot be read"):
        read_table(tmp_path / name)


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UnreadableError, match="is not a file"):
        read_table(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")

    with pytest.raises(UnreadableError, match="is not a file"):
        read_table(tmp_path / "pipe.csv")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=2000) | st.text(st.characters(codec="utf-8"), max_size=800).map(str.encode))
def test_any_bytes_are_a_table_or_refused_in_words(tmp_path, content):
    try:
        table = read(tmp_path, content)
    except UnreadableError:
        return
    assert table.headers
    assert all(len(row.cells) >= len(table.headers) for row in table.rows)


WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r'=\ufeff", exclude_categories=("Cs",)), min_size=1)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=8))
def test_what_a_csv_writer_wrote_is_read_back(tmp_path, rows):
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    writer.writerow(["First", "Second", "Third"])
    writer.writerows(rows)

    table = read(tmp_path, b"\xef\xbb\xbf" + written.getvalue().encode())

    assert cells(table) == rows
