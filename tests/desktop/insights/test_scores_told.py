"""What the cards of scores, of reviews held against due and of the score's own record say, without a window."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from reviewdesk.desktop.insights import held_against_due, score_audit, scores
from reviewdesk.domain.answer import Answer, Asked
from reviewdesk.domain.health_settings import Band
from reviewdesk.domain.held_against_due import DueQuarter, DueReview, HeldReview, Kept, quarters_up_to
from reviewdesk.domain.scores import Mean, nps, nps_by_revenue
from reviewdesk.services.health import LOOKED_BACK, HitsAndMisses, LossAudit, SaidBefore, ScoreAudit
from reviewdesk.services.held_against_due import HeldAgainstDue
from reviewdesk.services.scores import NpsView, Scored, ScoreFigures

TODAY = date(2026, 11, 24)
HOOLI, INITECH = UUID(int=1), UUID(int=2)


def figures(*values, before=()):
    view = NpsView(nps(values), nps(before))
    by_revenue = nps_by_revenue({HOOLI: Decimal(9)}, {HOOLI: Decimal(300), INITECH: Decimal(700)})
    answers = [Answer.given(Asked.RECOMMEND, each, account_id=HOOLI, answered_on=TODAY) for each in values]
    return ScoreFigures(
        start=date(2025, 11, 25), end=TODAY, by_answer=view, by_account=view,
        by_revenue=NpsView(by_revenue, by_revenue), csat=Mean(None, 0), ces=Mean(None, 0),
        answers=tuple(Scored(each, "Hooli") for each in answers),
    )  # fmt: skip


def test_nps_says_its_window_its_margin_and_leads_to_who_answered():
    told = scores.nps_told(figures(*[10] * 6, *[8] * 3, *[3] * 3))

    assert told.sentence == "Would recommend us, 25 Nov 2025 to 24 Nov 2026: +25 ± 47 from 12 at 1 account."
    assert [each.name for each in told.picture] == ["Per answer", "Per account", "By revenue"]
    assert told.picture[0].lead.account_ids == (HOOLI,)
    assert told.picture[2].said.endswith("each account counts by its revenue, 30 % of the revenue heard from")
    assert told.lines[0].lead.tab == "scores"


def test_too_few_answers_have_no_place_on_the_scale_and_no_arrow():
    first = scores.nps_told(figures(9, 3)).picture[0]

    assert (first.label, first.value, first.margin) == ("1 promoters, 0 passives, 1 detractors", None, None)


def test_a_difference_beyond_chance_has_an_arrow_and_a_word():
    first = scores.nps_told(figures(*[10] * 18, 3, 3, before=[*[3] * 18, 10, 10])).picture[0]

    assert first.label.startswith("↑ +80")
    assert ", up on the 12 months before" in first.said


def test_csat_and_ces_keep_to_their_own_scales():
    answers = (
        Answer.given(Asked.CONTENT, 5, account_id=HOOLI, answered_on=TODAY),
        Answer.given(Asked.EASE, 4, account_id=INITECH, answered_on=TODAY),
    )
    asked = replace(
        figures(), csat=Mean(Decimal(100), 1), ces=Mean(Decimal(4), 1),
        answers=tuple(Scored(each, "Hooli") for each in answers),
    )  # fmt: skip
    told = scores.content_told(asked)

    assert [(each.label, each.value) for each in told.picture] == [("100 % of 1", 1.0), ("4.0 of 7 from 1", 0.5)]
    assert [each.lead.account_ids for each in told.picture] == [(HOOLI,), (INITECH,)]


def test_where_nobody_was_asked_there_is_no_card():
    assert scores.nps_told(figures()) is None
    assert scores.content_told(figures()) is None
    assert score_audit.told(ScoreAudit((), ())) is None
    assert held_against_due.told(HeldAgainstDue(TODAY, (), {})) is None


def test_each_quarter_says_what_was_held_on_time_and_a_line_leads_to_the_review():
    quarter = quarters_up_to(TODAY)[-1]
    held = HeldReview(UUID(int=9), date(2026, 10, 5))
    due = (
        DueReview(HOOLI, date(2026, 10, 2), Kept.ON_TIME, held),
        DueReview(INITECH, date(2026, 11, 1), Kept.NOT_HELD),
    )
    told = held_against_due.told(HeldAgainstDue(TODAY, (DueQuarter(quarter, due),), {HOOLI: "Hooli", INITECH: "In"}))

    assert told.sentence == "Since 1 Oct 2 reviews were due: 1 held on time, 0 held late, 1 not held."
    assert [each.said for each in told.picture] == [
        "Oct-Dec 2026, held on time: 1 of 2 due",
        "Oct-Dec 2026, not held: 1 of 2 due",
    ]
    assert told.lines[0].lead.review_id == held.id
    assert told.lines[1].lead.account_ids == (INITECH,)


def test_the_score_is_held_to_what_it_said_before_a_loss():
    said = (SaidBefore(30, 42, Band.AT_RISK), SaidBefore(60, 55, Band.WATCH), SaidBefore(90), SaidBefore(180))
    totals = tuple(HitsAndMisses(days, *each) for days, each in zip(
        LOOKED_BACK, ((1, 0, 0), (0, 1, 0), (0, 0, 1), (0, 0, 1)), strict=True))  # fmt: skip
    told = score_audit.told(ScoreAudit((LossAudit(HOOLI, "Hooli", TODAY, said),), totals))

    assert told.sentence.endswith(
        "30 days before, the score said at risk of 1, something better of 0, and nothing of 0."
    )
    assert [each.value for each in told.picture] == [1.0, 0.0, None, None]
    assert told.lines[0].cells[2:] == ("42, at risk", "55, watch", "not known", "not known")


def test_where_no_score_was_kept_before_any_loss_there_is_no_card():
    nothing = tuple(HitsAndMisses(days, 0, 0, 1) for days in LOOKED_BACK)
    said = tuple(SaidBefore(days) for days in LOOKED_BACK)

    assert score_audit.told(ScoreAudit((LossAudit(HOOLI, "Hooli", TODAY, said),), nothing)) is None
