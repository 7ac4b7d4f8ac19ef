"""Why price? A verdict needs evidence, and a price cut needs volume."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.price_diagnosis import PriceDiagnosis, Situation, volume_to_stand_still


def diagnosis(**known):
    return PriceDiagnosis(made_on=date(2026, 11, 24), **known)


@pytest.mark.parametrize(
    ("known", "verdict"),
    [
        ({}, None),
        ({"same": True}, None),
        ({"same": True, "same_evidence": "  "}, None),
        ({"same_evidence": "three said so"}, None),
        ({"same": False, "same_evidence": "three said so"}, None),
        ({"same": True, "same_evidence": "three said so"}, Situation.SAME),
        ({"poor": True, "poor_evidence": "x", "good": False, "good_evidence": "y"}, Situation.POOR),
        ({"good": True, "good_evidence": "y", "same": True}, Situation.GOOD),
        ({"poor": True, "poor_evidence": "x", "same": True, "same_evidence": "y"}, Situation.MIXED),
    ],
)
def test_without_evidence_there_is_no_verdict(known, verdict):
    assert diagnosis(**known).verdict is verdict


def test_one_per_cent_off_at_22_needs_4_8_per_cent_more_volume():
    assert round(volume_to_stand_still(Decimal(22), Decimal(1)) * 100, 1) == Decimal("4.8")


def test_a_rise_says_how_much_may_go():
    assert round(volume_to_stand_still(Decimal(22), Decimal(-3)) * 100, 1) == Decimal("-12.0")


@pytest.mark.parametrize(("margin", "cut"), [(22, 22), (22, 30), (0, 1), (100, 1), (-5, 1), (22, -100)])
def test_what_leaves_nothing_is_refused(margin, cut):
    with pytest.raises(RefusedError):
        volume_to_stand_still(Decimal(margin), Decimal(cut))
