"""The loss review on paper: what happened, why, what we learn, and the break-even first; any script, any length."""

from dataclasses import replace
from decimal import Decimal

from reviewdesk.domain.loss_document import LossReview
from reviewdesk.domain.win_back import WinBack
from reviewdesk.reports.loss_review import render_loss_review
from tests.reports.loss_values import DAY, EXAMPLE, FULL_LOSS, SENDER, strained_loss
from tests.reports.printed import assert_well_made, folded, outline, page_texts
from tests.reports.summaries import FONTS


def said_in(value):
    return folded(" ".join(page_texts(render_loss_review(value, FONTS))))


def test_a_loss_is_told_from_what_happened_to_the_plan():
    pdf = render_loss_review(FULL_LOSS, FONTS)
    said = folded(" ".join(page_texts(pdf)))

    for words in (
        "Lost on 10 November 2026, a customer since 1 April 2019, went to Slugworth Logistics",
        "Operations answers for it. Asked by Marc Dubois", "EUR 24,000 spent, EUR 19,500 earned",
        "21 May “Two pallets wrong again”, severity 2, told to the driver 71 watch",
        "10 Nov Their notice came by mail not kept",
        "71 watch 180 days before 55 watch 90 days before 49 at risk 60 days before", "authority Operations",
        "When did it turn, and on what? In August, on the nine days. Their head of purchasing 2 do not know",
        "Whoever complained hears what became of it within two days Operations 8 Dec",
        "Call their head of purchasing: thank her, and say what changed Dana Reyes 30 Nov",
        "All together EUR 543,197", "Revenue needed for as much again, at 20 % margin EUR 88,000",
    ):  # fmt: skip
        assert words in said, words
    titles = [title for _, title, _ in outline(pdf)]
    assert titles[:3] == ["Wonka Foods", "What happened", "Why they left"]
    assert titles[-2:] == ["How it went", "What the score said before"]


def test_the_break_even_is_asked_first_and_the_sum_is_shown_year_by_year():
    said = said_in(FULL_LOSS)

    asked = "Winning them back: is the chance better than one in four? It pays from 24.9 % on"
    assert said.index(asked) < said.index("Year 1 EUR 16,000 Year 2 EUR 11,636 Year 3 EUR 8,463")
    assert "What they would bring, in the money of today EUR 36,099" in said
    assert "Worth of trying at a chance of 35 % +EUR 3,635" in said


def test_dearer_up_front_it_pays_less_and_never_where_that_is_more_than_it_brings():
    dear, dearest = (replace(EXAMPLE, up_front=Decimal(each)) for each in (16000, 40000))

    assert "better than one in two? It pays from 44.3 % on" in said_in(replace(FULL_LOSS, win_back=dear))
    assert "Worth of trying at a chance of 35 % −EUR 3,365" in said_in(replace(FULL_LOSS, win_back=dear))
    assert "Winning them back does not pay at any chance" in said_in(replace(FULL_LOSS, win_back=dearest))


def test_an_interviewer_of_the_team_is_a_hint():
    assert "Marc Dubois belongs to the team" not in said_in(FULL_LOSS)
    assert "Marc Dubois belongs to the team" in said_in(replace(FULL_LOSS, interviewer_is_of_team=True))


def test_the_file_is_well_made_and_the_same_value_gives_the_same_bytes():
    pdf = render_loss_review(strained_loss("Łódź 上海 القاهرة"), FONTS)

    assert_well_made(pdf, "Łódź 上海")
    assert pdf == render_loss_review(strained_loss("Łódź 上海 القاهرة"), FONTS)


def test_a_loss_of_which_nothing_is_known_is_one_quiet_page():
    bare = LossReview(vendor=SENDER, account="Wonka", lost_on=DAY, written_on=DAY, currency="EUR")

    assert len(page_texts(render_loss_review(bare, FONTS))) == 1


def test_what_puts_nothing_at_stake_says_so():
    free = WinBack(revenue=Decimal(100), margin=Decimal("0.5"), retention=Decimal(1), years=1, discount=Decimal(0),
                   up_front=Decimal(0))  # fmt: skip

    assert "puts nothing at stake" in said_in(replace(FULL_LOSS, win_back=free))
