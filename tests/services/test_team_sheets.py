"""Who answers for what: teams first, people without a team after them, each concern and step once."""

from datetime import timedelta

import pytest

from reviewdesk.domain.audience import Audience
from reviewdesk.domain.concern import Ask, Concern, Stage
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.follow_up import FollowUp, Side
from reviewdesk.domain.people import Colleague
from reviewdesk.domain.review import NoteLine, Review
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.services.boss_papers import BossPaperService
from tests.books import TUESDAY, a_store
from tests.reports.summaries import FONTS
from tests.services.test_monday import BETWEEN_US, add, an_account


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def papers(store):
    return BossPaperService(store, FONTS)


@pytest.fixture
def ours(store):
    """Two people of one team, one of none."""
    people = (Colleague(name="Omar", team="Operations"), Colleague(name="Olga", team="Operations"),
              Colleague(name="Ben", is_me=True))  # fmt: skip
    return add(store, "colleagues", *people)


def concern(account, words, **fields):
    return Concern(account_id=account.id, words=words, summary=words, severity=3, raised_on=TUESDAY, **fields)


def test_a_concern_belongs_to_the_team_it_names_else_to_that_of_its_owner(store, papers, ours):
    account, (omar, _, ben) = an_account(store), ours
    add(
        store, "concerns", concern(account, "Named", team="Finance", colleague_id=omar.id),
        concern(account, "Owned", colleague_id=omar.id), concern(account, "Mine", colleague_id=ben.id),
        concern(account, "Nobody's"), concern(account, "Over", team="Finance", stage=Stage.CONFIRMED),
    )  # fmt: skip
    add(store, "follow_ups", FollowUp(account_id=account.id, what="Call", colleague_id=omar.id, due=TUESDAY),
        FollowUp(account_id=account.id, what="Theirs", side=Side.THEIRS))  # fmt: skip

    known = papers.accountable()
    sheets = {each.name: papers.team_sheet_value(each) for each in known}

    assert [(each.name, each.is_team, each.concerns, each.owes) for each in known] == [
        ("Finance", True, 1, 0), ("Operations", True, 1, 1), ("Ben", False, 1, 0),
    ]  # fmt: skip
    assert {name: [each.words for each in sheet.concerns] for name, sheet in sheets.items()} == {
        "Finance": ["Named"], "Operations": ["Owned"], "Ben": ["Mine"]
    }  # fmt: skip
    assert sheets["Operations"].people == ("Olga", "Omar")
    assert [each.what for each in sheets["Operations"].owes] == ["Call"]


def test_each_concern_has_its_clock_and_the_gravest_stands_first(store, papers, ours):
    account = an_account(store)
    old = TUESDAY - timedelta(30)
    add(store, "concerns",
        Concern(account_id=account.id, words="Old", summary="Old", severity=2, raised_on=old, team="Operations"),
        Concern(account_id=account.id, words="Grave", summary="Grave", severity=4, raised_on=TUESDAY, team="Operations",
                stage=Stage.FIXED))  # fmt: skip

    (who,) = papers.accountable()

    assert [(each.words, each.waits_for, each.is_late) for each in papers.team_sheet_value(who).concerns] == [
        ("Grave", "ask whether it is fixed", False), ("Old", "acknowledge it", True)
    ]  # fmt: skip


def test_what_is_only_me_is_on_no_sheet(store, papers, ours):
    account, hidden = an_account(store), NoteLine(text=f"[] {BETWEEN_US}", audience=Audience.ONLY_ME)
    add(store, "reviews", Review(account_id=account.id, planned_on=TUESDAY, lines=(hidden,)))
    add(store, "concerns", concern(account, BETWEEN_US, team="Operations", line_id=hidden.id))
    add(store, "follow_ups", FollowUp(
        account_id=account.id, what=BETWEEN_US, colleague_id=ours[0].id, line_id=hidden.id, due=TUESDAY
    ))  # fmt: skip
    (secret,) = add(store, "concerns", concern(account, BETWEEN_US, team="Operations", line_id=hidden.id))
    about_it = FollowUp(
        account_id=account.id, what=f"Answer “{BETWEEN_US}” in writing", colleague_id=ours[0].id, concern_id=secret.id
    )
    add(store, "follow_ups", about_it)

    assert papers.accountable() == ()


def test_who_is_meant_is_found_by_a_part_of_the_name_and_said_where_nobody_is(store, papers, ours):
    account = an_account(store)
    for team in ("Operations", "Operative care"):
        add(store, "concerns", concern(account, "Late", team=team))

    assert papers.team_sheet_called("operations").file_name == "Operations-team-sheet-2026-11-24-for-our-side.pdf"
    with pytest.raises(RefusedError, match="could be Operations, Operative care"):
        papers.team_sheet_called("oper")
    with pytest.raises(RefusedError, match="There is Operations"):
        papers.team_sheet_called("Sales")


def test_one_person_alone_in_a_book_without_teams_has_a_sheet(store, papers):
    account = an_account(store)
    (me,) = add(store, "colleagues", Colleague(name="Dana", is_me=True))
    add(store, "concerns", concern(account, "Late", colleague_id=me.id))

    assert [(each.name, each.concerns) for each in papers.accountable()] == [("Dana", 1)]


def test_a_step_that_nobody_took_on_is_owed_by_who_answers_for_its_concern(store, papers, ours):
    account = an_account(store)
    (late,) = add(store, "concerns", concern(account, "Late", team="Operations"))
    add(store, "follow_ups", FollowUp(account_id=account.id, what="Send the plan", concern_id=late.id),
        FollowUp(account_id=account.id, what="Nobody's"))  # fmt: skip

    (who,) = papers.accountable()

    assert [(each.what, each.owner) for each in papers.team_sheet_value(who).owes] == [("Send the plan", "")]


def test_how_long_the_cause_is_looked_for_and_what_they_ask_stand_on_the_sheet(store, papers, ours):
    account, ask = an_account(store), Ask(what="a credit note", due=TUESDAY + timedelta(3))
    raised = {"severity": 2, "raised_on": TUESDAY - timedelta(12), "team": "Operations"}
    add(store, "concerns", Concern(account_id=account.id, words="Late", summary="Late", asks=(ask,), **raised))

    (who,) = papers.accountable()
    (shown,) = papers.team_sheet_value(who).concerns

    assert (shown.cause_time, shown.asks) == ("root cause not known for 12 days", (ask,))
    assert "they ask: a credit note, by 27 Nov" in " ".join(text_of(papers.team_sheet(who).pdf).split())
