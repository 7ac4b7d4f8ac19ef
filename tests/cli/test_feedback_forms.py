"""Feedback forms from the terminal: written, filled in, and taken in once."""

from tests.cli.program import DAY
from tests.form_filling import filled


def test_a_form_is_written_filled_in_and_taken_in_once(call, book, tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    written = call("form", "Łódź", "--person", "Anna", "--book", book, "--today", DAY, "--out", out)
    assert written.code == 0, written.err
    (path,) = out.iterdir()
    assert str(path) in written.out
    path.write_bytes(filled(path.read_bytes(), recommend="5", better="Call first"))

    taken = call("form-in", path, "--book", book, "--today", DAY)
    assert taken.code == 0, taken.err
    assert "would recommend us 5 of 10" in taken.out
    assert "make good first" in taken.out
    again = call("form-in", path, "--book", book, "--today", DAY)
    assert again.refused
    assert "Nothing was changed" in again.err
    path.write_bytes(filled(path.read_bytes(), recommend="8"))
    assert call("form-in", path, "--book", book, "--today", DAY).refused
    assert call("form-in", path, "--replace", "--book", book, "--today", DAY).code == 0


def test_what_cannot_be_is_refused_in_one_line(call, book, tmp_path):
    (tmp_path / "other.pdf").write_bytes(b"%PDF-1.4")

    assert call("form", "Łódź", "--person", "Nobody", "--book", book, "--today", DAY).refused
    assert call("form-in", tmp_path / "other.pdf", "--book", book, "--today", DAY).refused
    assert call("form-in", tmp_path / "none.pdf", "--book", book, "--today", DAY).refused
