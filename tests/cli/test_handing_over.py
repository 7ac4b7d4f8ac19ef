"""Back to the CRM and out of the book, in the terminal."""

import csv
import json

from tests.cli.program import DAY


def rows(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_what_would_go_is_said_and_nothing_is_written(call, book, tmp_path):
    out = tmp_path / "out"

    answer = call("--book", book, "--today", DAY, "crm-out", "--plan", "--out", out)

    assert answer.code == 0
    assert answer.out.startswith("To Any CRM, since 2026-10-25: ")
    assert not out.exists()


def test_what_goes_is_written_once(call, book, tmp_path):
    first = call("--book", book, "--today", DAY, "crm-out", "--out", tmp_path / "out")
    second = call("--book", book, "--today", DAY, "crm-out", "--out", tmp_path / "out")

    (written,) = (tmp_path / "out").iterdir()
    assert str(written) in first.out
    assert {each["Kind"] for each in rows(written)} >= {"contact made", "follow-up"}
    assert second.out == "To Any CRM, since 2026-10-25: nothing new\n"


def test_a_day_further_back_takes_more_along(call, book, tmp_path):
    answer = call("--book", book, "--today", DAY, "crm-out", "--since", "2025-01-01", "--out", tmp_path / "out")

    (written,) = (tmp_path / "out").iterdir()
    assert "since 2025-01-01" in answer.out
    assert "note" in {each["Kind"] for each in rows(written)}


def test_what_cannot_go_is_told_with_the_reason(call, book):
    answer = call("--book", book, "--today", DAY, "crm-out", "--crm", "Salesforce", "--plan")

    assert answer.out == "To Salesforce, since 2026-10-25: nothing new\n"
    assert "Salesforce does not know this account: it did not come from there" in answer.err


def test_a_crm_that_nobody_knows_is_refused_with_those_that_are(call, book):
    answer = call("--book", book, "crm-out", "--crm", "Sugar")

    assert answer.refused
    assert "HubSpot, Salesforce" in answer.err


def test_everything_is_written_out(call, book, tmp_path):
    answer = call("--book", book, "--today", DAY, "export", "--out", tmp_path / "out")

    (folder,) = (tmp_path / "out").iterdir()
    assert answer.out == f"{folder}\n"
    listed = json.loads(call("--book", book, "--today", DAY, "accounts", "--json").out)
    written = json.loads((folder / "everything.json").read_text("utf-8"))["records"]["accounts"]
    assert {each["name"] for each in written} >= {each["name"] for each in listed}


def test_accounts_and_people_are_written_in_the_form_of_a_crm(call, book, tmp_path):
    answer = call("--book", book, "--today", DAY, "export", "--crm", "HubSpot", "--out", tmp_path / "out")

    names = sorted(each.name for each in (tmp_path / "out").iterdir())
    assert names == ["2026-11-24 HubSpot companies.csv", "2026-11-24 HubSpot contacts.csv"]
    assert answer.out.count("\n") == 2
