"""Holding a review from a text file, and its summary."""

import json
from datetime import date
from pathlib import Path

import pypdfium2
import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import open_book
from tests.cli.program import DAY

NOTES = """+ Savings are visible
plain words about their new hall and its people
!! Invoices come twice

" We would miss you
/we send the savings figures by 4 dec
/they name a contact by 1 dec
/d Next review in spring
// careful with the price
"""


@pytest.fixture
def notes(tmp_path):
    """Give a file with notes."""
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, encoding="utf-8")
    return path


def records(book, read):
    """Read something from a book."""
    opened = open_book(book, Clock(date.fromisoformat(DAY)))
    try:
        return read(opened.services)
    finally:
        opened.close()


def brief_of(book, name):
    """Read the brief of one account."""
    return records(book, lambda services: services.accounts.brief(services.accounts.named(name).id))


def test_a_review_is_held_and_finished_from_its_notes(call, book, notes):
    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes, "--held", "2026-11-23")
    brief = brief_of(book, "Hooli")
    held = brief.reviews[0]

    assert answer.code == 0
    assert "Held and finished: Hooli, quarterly review of 2026-11-23" in answer.out
    assert (held.day, held.state, held.lines) == (date(2026, 11, 23), "held", 9)
    assert [each.words for each in brief.open_concerns] == ["Invoices come twice"]
    assert any(each.review_id == held.id and each.made_on == held.day for each in brief.contacts)
    assert brief.standing.next_due == date(2027, 2, 23)


def test_a_promise_without_a_person_is_mine_or_the_accounts(call, book, notes):
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)
    brief = brief_of(book, "Hooli")
    ours = next(each for each in brief.our_promises if each.due == date(2026, 12, 4))
    theirs = next(each for each in brief.their_promises if each.due == date(2026, 12, 1))

    assert next(each.name for each in brief.colleagues if each.id == ours.colleague_id) == "Dana Reyes"
    assert (theirs.colleague_id, theirs.person_id) == (None, None)


def test_what_is_decided_for_the_person_is_said_on_stderr(call, book, notes):
    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert "taken as held today, 2026-11-24" in answer.err
    assert "1 quote is not printed" in answer.err
    assert "1 unmarked line is left as notes" in answer.err


def test_dates_that_want_another_look_are_said_with_their_line(call, book, tmp_path):
    notes = tmp_path / "dates.txt"
    notes.write_text("+ fine\n- [ ] call by 31 nov\n/we send it by thu 27 nov\n", "utf-8")
    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert answer.code == 0
    assert "Line 2: “by 31 nov” is not in the calendar" in answer.err
    assert "Line 3: “by thu 27 nov”: 27 November 2026 is a Friday" in answer.err


@pytest.mark.parametrize("day", ["0001-01-01", "9999-06-01"])
def test_a_day_no_book_holds_is_wrong_usage(call, book, notes, day, capsys):
    for asked in (("--today", day, "due"), ("review", "Hooli", "--notes", notes, "--held", day)):
        with pytest.raises(SystemExit, match="2"):
            call("--book", book, *asked)
        assert "outside 1970 to 2199" in capsys.readouterr().err


def test_a_book_that_does_not_know_its_person_says_what_goes_without_a_name(call, notes, tmp_path):
    path, accounts = tmp_path / "new.reviewdesk", tmp_path / "accounts.csv"
    accounts.write_text("Account Name,Website\nAcme,acme.example\n", encoding="utf-8")
    call("--book", path, "import", accounts)

    answer = call("--book", path, "--today", DAY, "review", "Acme", "--notes", notes)

    assert answer.code == 0
    assert "Your company's name for the summary: say it in Settings." in answer.err
    assert "Your own name: promises of ours are printed without one. Say it in Settings." in answer.err


def test_the_planned_review_of_the_day_is_the_one_that_is_held(call, book, notes):
    before = brief_of(book, "Łódź")
    call("--book", book, "--today", DAY, "review", "Łódź", "--notes", notes)
    after = brief_of(book, "Łódź")

    assert len(after.reviews) == len(before.reviews)
    assert after.reviews[0].state == "held"


def test_a_promise_without_a_date_is_refused_with_its_lines_and_nothing_is_written(call, book, notes):
    notes.write_text("! late\n\n/we send it\nfine\n/they answer\n", encoding="utf-8")
    before = brief_of(book, "Hooli")

    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert answer.refused
    assert "(lines 3, 5)" in answer.err
    assert brief_of(book, "Hooli") == before


def test_the_same_review_is_not_held_twice(call, book, notes):
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)
    again = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert again.refused
    assert "in the book already" in again.err


def test_notes_typed_before_are_not_replaced(call, book, notes):
    def typed(services):
        planned = services.accounts.brief(services.accounts.named("Łódź").id).reviews[0]
        services.meetings.save_notes(planned.id, "typed in the window")
        return planned.id

    review_id = records(book, typed)

    answer = call("--book", book, "--today", DAY, "review", "Łódź", "--notes", notes)

    assert answer.refused
    assert records(book, lambda services: services.meetings.workspace(review_id).text) == "typed in the window"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n\x00\x01", "not a text file"),
        (b"caf\xe9 latin", "not a text file"),
        (b"\x00\x01\x02", "not a text file"),
        (b" \n\n", "nothing in"),
        (b"a" * 2_000_001, "larger than notes"),
    ],
)
def test_what_is_no_text_is_refused(call, book, notes, content, said):
    notes.write_bytes(content)

    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert answer.refused
    assert said in answer.err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_notes_as_windows_saves_them_are_read(call, book, notes, encoding):
    notes.write_bytes("! Łate\r\n+ güt\r\n".encode(encoding))

    assert call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes).code == 0
    assert [each.words for each in brief_of(book, "Hooli").open_concerns] == ["Łate"]


def test_a_review_is_not_held_in_the_future(call, book, notes):
    answer = call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes, "--held", "2026-11-25")

    assert answer.refused


def test_the_summary_is_of_the_newest_finished_review(call, book, notes, tmp_path):
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    answer = call("--book", book, "--today", DAY, "summary", "hooli", "--out", tmp_path / "h.pdf")

    text = text_of(tmp_path / "h.pdf")
    assert answer.out == f"{tmp_path / 'h.pdf'}\n"
    assert "Invoices come twice" in text
    assert "Send the savings figures" in text
    assert "24 November 2026" in text


def test_quotes_and_notes_are_not_in_the_summary(call, book, notes, tmp_path):
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)
    call("--book", book, "--today", DAY, "summary", "hooli", "--out", tmp_path / "h.pdf")

    text = text_of(tmp_path / "h.pdf")
    assert "miss you" not in text
    assert "new hall" not in text
    assert "careful" not in text


def test_the_summary_goes_into_a_folder_under_its_own_name(call, book, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    first = call("--book", book, "--today", DAY, "summary", "hooli").out.strip()
    second = call("--book", book, "--today", DAY, "summary", "hooli").out.strip()

    assert first != second
    assert first.startswith(str(tmp_path / "Hooli-2026-Q3-review-summary"))


def test_a_summary_for_our_side_says_so_in_its_name_and_on_the_page(call, book, tmp_path):
    told = call("--book", book, "--today", DAY, "summary", "hooli", "--for", "ours", "--out", tmp_path)

    made = Path(told.out.strip())
    assert made.name == "Hooli-2026-Q3-review-summary-for-our-side.pdf"
    assert "For our side" in text_of(made)


def test_without_a_finished_review_there_is_no_summary(call, book):
    answer = call("--book", book, "summary", "Nova Hydroponics")

    assert answer.refused
    assert "reviewdesk review 'Nova Hydroponics' --notes FILE" in answer.err


def test_another_day_writes_nothing_but_the_review(call, book, notes):
    kept = json.loads(call("--book", book, "accounts", "--json").out)

    for command in ("accounts", "due", "follow-ups", "check"):
        assert call("--book", book, "--today", "2027-05-01", command).code == 0
    call("--book", book, "--today", "2027-05-01", "brief", "hooli")

    assert json.loads(call("--book", book, "accounts", "--json").out) == kept


def text_of(path):
    """Give a PDF's text as a reader extracts it."""
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def test_a_file_that_is_there_is_not_replaced(call, book, tmp_path):
    there = tmp_path / "h.pdf"
    there.write_text("mine")
    answer = call("--book", book, "--today", DAY, "summary", "hooli", "--out", there)

    assert there.read_text() == "mine"
    assert answer.out == f"{tmp_path / 'h (2).pdf'}\n"


def test_a_follow_up_that_was_no_promise_is_listed_and_stays_off_the_brief(call, book, tmp_path):
    notes = tmp_path / "steps.txt"
    notes.write_text("[] send Maria the delivery plan by 4 dec\n", "utf-8")
    call("--book", book, "--today", DAY, "review", "Hooli", "--notes", notes)

    assert "Send Maria the delivery plan" in call("--book", book, "--today", DAY, "follow-ups").out
    assert "Send Maria the delivery plan" not in call("--book", book, "--today", DAY, "brief", "Hooli").out


def test_the_pre_read_and_the_meeting_sheet_of_the_next_review_are_written(call, book, tmp_path):
    planned = open_book(book, Clock(date.fromisoformat(DAY)))
    planned.services.reviews.plan(planned.services.accounts.named("Hooli").id, date.fromisoformat(DAY))
    planned.close()
    for command, name in (("pre-read", "pre-read.pdf"), ("meeting-sheet", "meeting-sheet-for-our-side.pdf")):
        answer = call("--book", book, "--today", DAY, command, "Hooli", "--out", tmp_path)

        assert answer.out.strip().endswith(name)
        assert (tmp_path / answer.out.strip()).read_bytes().startswith(b"%PDF")


def test_without_a_review_ahead_there_is_no_meeting_sheet(call, book):
    answer = call("--book", book, "--today", DAY, "meeting-sheet", "Hooli")

    assert answer.refused
    assert "Plan one first" in answer.err
