"""The Monday page and the portfolio from the terminal."""

import json

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import open_book
from tests.cli.program import DAY


def test_the_monday_page_is_read_in_parts(call, book):
    told = call("--book", book, "--today", DAY, "monday")

    assert told.code == 0
    assert told.out.splitlines()[0].endswith("For our side only.")
    assert "\nWhat we promised:\n- " in told.out


def test_the_monday_page_as_json_has_stable_keys(call, book):
    page = json.loads(call("--book", book, "--today", DAY, "monday", "--json").out)

    assert set(page) == {
        "book", "since", "today", "until", "changed", "at_risk", "promised", "ended", "ahead", "silent",
        "accounts", "currency",
    }  # fmt: skip
    assert set(page["promised"][0]) == {"id", "account_id", "account", "what", "owner", "due", "is_late", "ending"}


def test_the_portfolio_lists_each_tier_with_its_sum(call, book):
    told = call("--book", book, "--today", DAY, "portfolio")

    assert told.code == 0
    assert told.out.startswith("Tier A: 10 accounts, € ")
    assert "\nTier B: 31 accounts, € " in told.out
    assert "without an exchange rate: not in the sums" in told.err


def test_the_sums_of_the_portfolio_as_json_are_those_of_its_lines(call, book):
    found = json.loads(call("--book", book, "--today", DAY, "portfolio", "--json").out)

    lines = [line["revenue"] or 0 for group in found["groups"] for line in group["lines"]]
    assert round(sum(lines), 2) == round(found["revenue"], 2)
    assert round(sum(each["revenue"] for each in found["sums"]), 2) == round(found["revenue"], 2)


def test_an_empty_book_says_what_to_do(call, tmp_path):
    path = tmp_path / "New.reviewdesk"
    open_book(path, Clock(), may_create=True).close()

    assert "Import a file" in call("--book", path, "portfolio").out
    assert "Nothing changed" in call("--book", path, "monday").out


@pytest.mark.parametrize(("command", "name"), [("monday", "Monday-page"), ("portfolio", "portfolio")])
def test_both_are_written_as_a_pdf_for_our_side(call, book, tmp_path, command, name):
    told = call("--book", book, "--today", DAY, command, "--pdf", tmp_path)

    (path,) = tmp_path.glob(f"*{name}*for-our-side.pdf")
    assert told.out.strip() == str(path)
    assert path.read_bytes().startswith(b"%PDF")


def test_the_sheets_of_all_teams_are_written_at_once_and_one_by_its_name(call, book, tmp_path):
    listed = call("--book", book, "--today", DAY, "team-sheet")
    told = call("--book", book, "--today", DAY, "team-sheet", "--out", tmp_path)
    one = call("--book", book, "--today", DAY, "team-sheet", "operations", "--out", tmp_path / "ops.pdf")

    names = [line.split("  ")[0] for line in listed.out.splitlines()[2:] if line.strip()]
    assert len(told.out.splitlines()) == len(list(tmp_path.glob("*-team-sheet-*-for-our-side.pdf"))) == len(names)
    assert one.code == 0
    assert (tmp_path / "ops.pdf").read_bytes().startswith(b"%PDF")
