"""The picture of the book: every account stands on it, within reach of the keyboard and of the mouse."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from reviewdesk.desktop.relationship.cards import issues_told, starts_told
from reviewdesk.desktop.relationship.map_card import map_told
from reviewdesk.desktop.relationship.map_chart import RelationshipMap
from reviewdesk.domain.answer import Asked
from reviewdesk.domain.relationship import Gap, Segment, company_issues, start_here
from reviewdesk.services.relationship_values import BookRelationships, RelationshipPoint

IDS = tuple(UUID(int=each) for each in range(1, 9))
NAMES = ("Alpha", "Beta", "Borea", "Gamma", "Delta", "Zulu", "Zeta", "Omega")


def point(at, r, p, *, guess=False):
    segment = Segment.STEADY if r and p else None
    return RelationshipPoint(
        id=IDS[at], name=NAMES[at], r=r and Fraction(r), p=p and Fraction(p), unique=None, segment=segment,
        is_provisional=guess, is_guessed=guess, revenue=Decimal(1_000 * at),
    )  # fmt: skip


def book(**more):
    points = (point(0, 5, 5), point(1, 6, 6), point(2, 6, 6, guess=True), point(3, 6, None), point(4, None, 4))
    known = {"today": date(2026, 11, 24), "currency": "EUR", "points": points, "unknown_ids": IDS[5:]}
    return BookRelationships(**known, names=dict(zip(IDS, NAMES, strict=True)), **more)


def test_every_account_is_on_the_picture_and_in_its_table():
    told = map_told(book())

    assert sorted(line.cells[0] for line in told.lines) == sorted(NAMES)
    assert {id for mark in told.picture for id in mark.lead.account_ids} == set(IDS)
    assert told.picture[-1].said.startswith("Nothing is known yet of")


def test_each_is_reached_by_its_first_letter_and_all_of_one_spot_by_a_click(qapp):
    chart = RelationshipMap("Us against the product")
    chart.resize(600, 500)
    chart.show_picture(map_told(book()).picture)
    leads = []
    chart.lead_asked.connect(leads.append)
    for letter, name in (("b", "Beta"), ("b", "Borea"), ("g", "Gamma"), ("d", "Delta"), ("a", "Alpha")):
        QTest.keyClicks(chart, letter)
        assert chart.current.name == name
    QTest.keyClick(chart, Qt.Key.Key_Return)
    both = next(at for at, each in enumerate(chart.marks) if each.name == "Borea")
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(chart.box_of(both).center()).toPoint())

    assert [each.account_ids for each in leads] == [(IDS[0],), (IDS[1], IDS[2])]
    boxes = [chart.box_of(at).center() for at in range(len(chart.marks))]
    assert all(chart.mark_at(each) >= 0 for each in boxes)


def test_what_we_only_guess_is_said_and_hatched():
    gaps = {id: (Gap(Asked.SERVICE, 7, 4, is_guess=at != 1),) for at, id in enumerate(IDS[:3])}
    revenues = {id: Decimal(1_000) for id in IDS[1:3]}
    found = book(gaps=gaps, issues=company_issues(gaps), starts=start_here(gaps, revenues), without_revenue=1)

    (issue,), starts = issues_told(found).picture, starts_told(found)
    assert "3 accounts, 2 of them as we guess" in issue.said
    assert issue.label == "3 accounts, 21.0 on average"
    assert [each.label for each in starts.picture] == ["7 × 3 × € 1,000", "7 × 3 × € 1,000"]
    assert [each.hatched for each in starts.picture] == [False, True]
    assert "they give it 4" in starts.picture[0].said
    assert "we guess 4" in starts.picture[1].said
    assert "1 account with gaps and no known revenue left out." in [each.text for each in starts.remarks]
