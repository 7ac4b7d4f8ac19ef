"""Summaries in other formats from the terminal, one and many."""

from docx import Document

from tests.cli.test_meetings import DAY

REFUSED = 1


def test_a_summary_is_written_in_the_format_that_is_asked_for_or_named(call, book, tmp_path):
    first = call("--book", book, "--today", DAY, "summary", "hooli", "--format", "docx", "--out", tmp_path).out.strip()
    second = call("--book", book, "--today", DAY, "summary", "hooli", "--out", tmp_path / "x.md").out.strip()

    assert Document(first).paragraphs[0].text == "Hooli"
    assert (tmp_path / "x.md").read_text(encoding="utf-8").startswith("# Hooli\n")
    assert second.endswith("x.md")


def test_a_template_is_filled_or_refused_with_what_is_wrong_in_it(call, book, tmp_path):
    made = Document()
    made.add_paragraph("For {{acount}}")
    made.save(str(tmp_path / "t.docx"))
    asked = ("--book", book, "--today", DAY, "summary", "hooli", "--template", tmp_path / "t.docx", "--out", tmp_path)
    answer = call(*asked)

    assert answer.code == REFUSED
    assert "meant may be {{account}}" in answer.err
    made.paragraphs[0].runs[0].text = "For {{account}}"
    made.save(str(tmp_path / "t.docx"))
    assert Document(call(*asked).out.strip()).paragraphs[0].text == "For Hooli"


def test_all_summaries_of_a_period_are_written_at_once(call, book, tmp_path):
    (tmp_path / "out").mkdir()
    answer = call("--book", book, "--today", DAY, "summaries", "--format", "txt", "--out", tmp_path / "out")
    wrong = call("--book", book, "--today", DAY, "summaries", "--period", "1999 Q1", "--out", tmp_path / "out")

    assert answer.code == 0
    assert sorted(answer.out.strip().splitlines()) == sorted(str(each) for each in (tmp_path / "out").iterdir())
    assert len(answer.out.splitlines()) > 1
    assert wrong.code == REFUSED
    assert "No review of “1999 Q1” is finished." in wrong.err
