"""The lists of the terminal: what they hold, in columns and as JSON."""

import json
from datetime import date

import pytest

from reviewdesk.cli.terminal import Column, cut, plain, table, width
from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import open_book
from tests.cli.program import DAY

ACCOUNT_KEYS = {"id", "name", "tier", "revenue", "currency", "next_due", "health", "basis", "open_concerns", "owner"}


def test_accounts_as_json_have_stable_keys(call, book):
    answer = call("--book", book, "--today", DAY, "accounts", "--json")
    rows = {each["name"]: each for each in json.loads(answer.out)}

    assert answer.code == 0
    assert all(set(each) >= ACCOUNT_KEYS for each in rows.values())
    lodz = rows["Łódź Logistics"]
    assert (lodz["tier"], lodz["currency"], lodz["open_concerns"], lodz["owner"]) == ("A", "EUR", 2, "Dana Reyes")
    assert lodz["revenue"] == pytest.approx(214_000, abs=200)
    assert (lodz["next_due"], lodz["health"], lodz["basis"]) == (DAY, 71, 100)
    assert (rows["Anadolu Makine"]["revenue"], rows["Anadolu Makine"]["tier"]) == (None, None)


def test_the_largest_account_is_listed_first(call, book):
    lines = call("--book", book, "--today", DAY, "accounts").out.splitlines()

    assert lines[0].split()[:2] == ["Account", "Tier"]
    assert lines[2].startswith("Stark Industries ")
    assert len(lines) == 2 + 63


def test_accounts_are_written_with_every_column_that_holds_something(call, book, tmp_path):
    answer = call("--book", book, "--today", DAY, "accounts", "--csv", tmp_path / "all.csv", "--xlsx", tmp_path / "all")

    assert answer.code == 0
    assert answer.out == (
        f"63 accounts written to {tmp_path / 'all.csv'}\n63 accounts written to {tmp_path / 'all.xlsx'}\n"
    )
    heads, first, *others = (tmp_path / "all.csv").read_text("utf-8-sig").splitlines()
    assert heads.startswith("Account,Tier,")
    assert {"Revenue (EUR)", "Owner", "Country", "People"} <= set(heads.split(","))
    assert first.startswith("Stark Industries,A,")
    assert len(others) == 62
    assert (tmp_path / "all.xlsx").read_bytes().startswith(b"PK")
    assert "No exchange rate for Anadolu Makine" in answer.err


def test_a_list_that_cannot_be_written_is_refused_in_one_line(call, book, tmp_path):
    (tmp_path / "file").write_text("")

    answer = call("--book", book, "accounts", "--csv", tmp_path / "file" / "all.csv")

    assert (answer.code, answer.out) == (1, "")
    assert "all.csv could not be written" in answer.err


def test_only_where_a_rate_is_missing_is_one_asked_for(call, book, tmp_path):
    other = tmp_path / "new.reviewdesk"
    opened = open_book(other, Clock(), may_create=True)
    opened.services.accounts.add("Hooli")
    opened.close()

    assert "no rate" in call("--book", book, "--today", DAY, "accounts").out
    assert "no rate" not in call("--book", other, "accounts").out


def test_what_the_rule_says_is_told_on_stderr(call, book):
    answer = call("--book", book, "--today", DAY, "accounts")

    assert "No exchange rate for Anadolu Makine" in answer.err
    assert "No exchange rate" not in answer.out


def test_columns_are_aligned_in_every_script(call, book):
    lines = call("--book", book, "--today", DAY, "accounts").out.splitlines()
    second = width(lines[0][: lines[0].index("Tier")])

    for line in lines[2:]:
        tier = next(at for at in range(len(line)) if width(line[:at]) == second)
        assert line[tier] in "ABC-"
        assert line[tier - 2 : tier] == "  "


def test_due_holds_what_is_late_due_and_booked_and_nothing_else(call, book):
    rows = json.loads(call("--book", book, "--today", DAY, "due", "--json").out)

    assert rows[0]["name"] == "Globex Corporation"
    assert {each["state"] for each in rows} == {"late", "over", "due soon", "booked"}
    lodz = next(each for each in rows if each["name"] == "Łódź Logistics")
    assert (lodz["words"], lodz["day"], lodz["booked_review"] is not None) == ("Today 14:00", DAY, True)
    assert all(each["day"] <= "2026-12-08" for each in rows)


def test_on_another_day_other_reviews_are_due(call, book):
    rows = json.loads(call("--book", book, "--today", "2027-02-01", "due", "--json").out)

    assert len(rows) > 15
    assert "Hooli" in {each["name"] for each in rows}


def test_follow_ups_are_listed_by_whom_they_wait_on(call, book):
    answer = call("--book", book, "--today", DAY, "follow-ups")
    whom = [line.split("  ")[0].strip() for line in answer.out.splitlines()[2:]]

    assert whom[0] == "me"
    assert whom.index("Omar Haddad") > whom.index("me")
    assert whom.index("Peter Lumberg") > whom.index("Petra Ilić")
    assert "12 days over  Send the revised delivery plan" in answer.out


def test_follow_ups_as_json(call, book):
    rows = json.loads(call("--book", book, "--today", DAY, "follow-ups", "--json").out)
    late = next(each for each in rows if each["what"] == "Send the revised delivery plan")

    assert (late["account"], late["due"], late["late"], late["side"], late["promise"], late["waits_on"]) == (
        "Łódź Logistics", "2026-11-12", True, "ours", True, "me"
    )  # fmt: skip
    assert {each["side"] for each in rows} == {"ours", "theirs"}


def test_a_brief_says_what_is_owed_and_in_whose_words(call, book):
    answer = call("--book", book, "--today", DAY, "brief", "łódź")

    assert answer.out.startswith("Łódź Logistics\n")
    for words in (
        "What we owe them\n- 12 days over: Send the revised delivery plan",
        "“Two late deliveries, and again last week” – raised",
        "Anna Nowak, Supply chain director",
        "Petra Ilić",
        "Three questions to ask\n- ",
    ):
        assert words in answer.out


def test_a_brief_is_the_one_of_the_window_without_what_not_to_raise(call, book):
    opened = open_book(book, Clock(date.fromisoformat(DAY)))
    page = opened.services.briefs.page(opened.services.accounts.named("Łódź").id)
    opened.close()

    assert page.only_here
    assert call("--book", book, "--today", DAY, "brief", "łódź").out == page.text


def test_a_name_that_fits_several_accounts_is_refused(call, book):
    answer = call("--book", book, "brief", "timber")

    assert answer.refused
    assert "Hanseatic Timber Baltic" in answer.err


def test_an_empty_book_says_what_to_do(call, tmp_path):
    open_book(tmp_path / "empty.reviewdesk", Clock(), may_create=True).close()
    empty = ("--book", tmp_path / "empty.reviewdesk")

    assert "reviewdesk import FILE" in call(*empty, "accounts").out
    assert call(*empty, "due").out == "No review is due in the next 14 days.\n"
    assert call(*empty, "follow-ups").out == "Nothing is open.\n"
    assert call(*empty, "accounts", "--json").out == "[]\n"


def test_names_cannot_steer_the_terminal():
    assert plain("red \x1b[31m\nname\u202e!") == "red  [31m name!"


def test_wide_and_combining_characters_are_counted_as_they_are_shown():
    assert [width(each) for each in ("客户", "Łódź", "o\u0301", "שלום", "ｆｕｌｌ")] == [4, 4, 1, 4, 8]
    assert cut("客户服务有限公司", 7) == "客户服…"
    assert cut("short", 5) == "short"


def test_in_a_pipe_nothing_is_cut():
    lines = table([Column("Name", loose=True), Column("N", right=True)], [["x" * 300, "1"], ["客户", "22"]])

    assert [width(each) for each in lines] == [304] * 4


def test_a_brief_is_written_as_a_pdf_of_one_page(call, book, tmp_path):
    named = call("--book", book, "--today", DAY, "brief", "łódź", "--pdf", tmp_path / "brief.pdf")
    in_folder = call("--book", book, "--today", DAY, "brief", "łódź", "--pdf", tmp_path)

    assert named.out.strip() == str(tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert in_folder.out.strip().endswith("for-our-side.pdf")
