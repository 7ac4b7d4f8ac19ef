"""What each stage of a concern asks for."""

from datetime import date
from uuid import uuid4

import pytest

from reviewdesk.domain.concern import CauseKind, Concern, Stage
from reviewdesk.domain.stage_asks import lacking

DAY = date(2026, 11, 20)


def at(stage, **more):
    return Concern(account_id=uuid4(), words="Late", summary="Late", severity=2, raised_on=DAY, stage=stage, **more)


@pytest.mark.parametrize(
    ("concern", "question", "fields"),
    [
        (at(Stage.ACKNOWLEDGED), "Who makes the plan, and by when?", ("owner", "plan_due")),
        (at(Stage.PLANNED), "By when is it fixed, and who sees to it?", ("fix_due", "owner", "fix")),
        (at(Stage.PLANNED, team="Depot", fix="A rota"), "By when is it fixed?", ("fix_due",)),
        (at(Stage.PLANNED, fix_due=DAY), "Who sees to the plan?", ("owner", "fix")),
        (at(Stage.FIXED), "Why did it happen, and what was done?", ("root_cause", "cause_kind", "fix")),
        (at(Stage.FIXED, root_cause="No line", fix="A line"), "Of what kind was the root cause?", ("cause_kind",)),
        (at(Stage.ACKNOWLEDGED, root_cause="No line"), "Of what kind was the root cause?", ("cause_kind",)),
        (at(Stage.CONFIRMED), "What did we do beyond the fix?", ("beyond_the_fix",)),
        (at(Stage.WITHDRAWN), "Why was it withdrawn?", ("why_withdrawn",)),
    ],
)
def test_a_stage_asks_for_what_is_not_said_yet(concern, question, fields):
    found = lacking(concern)

    assert (found.question, found.fields) == (question, fields)


@pytest.mark.parametrize(
    "concern",
    [
        at(Stage.REPORTED),
        at(Stage.ACKNOWLEDGED, team="Depot"),
        at(Stage.PLANNED, fix_due=DAY, colleague_id=uuid4()),
        at(Stage.FIXED, root_cause="No line", cause_kind=CauseKind.PROCESS, fix="A line"),
        at(Stage.CONFIRMED, beyond_the_fix="Flowers"),
        at(Stage.WITHDRAWN, why_withdrawn="It was ours to get wrong"),
        at(Stage.NOT_CONFIRMED),
    ],
)
def test_where_all_is_said_nothing_is_asked(concern):
    assert lacking(concern) is None
