"""The team sheet on paper: concerns in the customers' words, what is owed, in any script and at any length."""

from dataclasses import replace

from reviewdesk.domain.team_sheet import TeamConcern, TeamSheet
from reviewdesk.reports.team_sheet import render_team_sheet
from tests.reports.boss_values import DAY, MONDAY, SENDER, team_sheet
from tests.reports.printed import assert_well_made, folded, outline, page_texts
from tests.reports.summaries import FONTS

CONCERN = TeamConcern(
    account="Łódź Logistics", words="Two late deliveries, and again last week", severity=3, stage="acknowledged",
    raised_on=MONDAY, owner="Omar Haddad", cause="A change of carrier", waits_for="make a plan", due=DAY,
)  # fmt: skip


def test_concerns_stand_in_the_customers_words_with_what_they_wait_for():
    sheet = replace(team_sheet("Operations", 1), concerns=(CONCERN,), people=("Omar Haddad",))
    (text,) = page_texts(render_team_sheet(sheet, FONTS))

    for words in (
        "Operations What customers said that you answer for, and what you owe them Omar Haddad", "1 open concern",
        "0 past their clock", "1 owed to customers, 1 promised to them", "1 of that late",
        "“Two late deliveries, and again last week” costs them money or face · raised 16 Nov", "Łódź Logistics",
        "Acknowledged A change of carrier", "24 Nov make a plan", "promised to them on 16 Nov", "8 days over",
    ):  # fmt: skip
        assert words in folded(text), words


def test_a_long_sheet_repeats_its_heads_and_has_its_parts_in_the_outline():
    pdf = render_team_sheet(team_sheet("Operations", 120), FONTS)
    texts = page_texts(pdf)

    assert [title for _, title, _ in outline(pdf)] == ["Operations", "What worries customers", "What is owed"]
    assert all("Account" in text for text in texts)
    assert_well_made(pdf, "Operations")
    assert pdf == render_team_sheet(team_sheet("Operations", 120), FONTS)


def test_a_team_that_owes_nothing_is_told_so():
    (text,) = page_texts(render_team_sheet(TeamSheet(vendor=SENDER, name="Finance", written_on=DAY), FONTS))

    assert "No open concern, and nothing owed." in text
