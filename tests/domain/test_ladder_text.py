"""Steps are typed as lines and read back as the same steps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.ladder import Rung, usual_steps
from reviewdesk.domain.ladder_text import ladder_text, read_ladder
from reviewdesk.domain.template import SHIPPED


@pytest.mark.parametrize("template", SHIPPED, ids=[each.name for each in SHIPPED])
def test_the_steps_of_every_template_are_read_as_they_were(template):
    assert read_ladder(ladder_text(template.ladder), template.ladder) == tuple(
        sorted(template.ladder, key=lambda each: each.days)
    )


@pytest.mark.parametrize(
    ("line", "days", "what", "tiers"),
    [
        ("7 before: Read the brief", -7, "Read the brief", ()),
        ("1 after Send it", 1, "Send it", ()),
        ("90 working days before: Ask (A, b)", -90, "Ask", ("A", "B")),
        ("2 days AFTER - Call  them", 2, "Call them", ()),
        ("0 after: Say (when) it is", 0, "Say (when) it is", ()),
    ],
)
def test_a_line_says_when_and_what(line, days, what, tiers):
    (step,) = read_ladder(line)
    assert (step.days, step.what, step.tiers) == (days, what, tiers)


@pytest.mark.parametrize("line", ["Read the brief", "before: x", "7 before:", "-7: x", "261 before: x", "x after: y"])
def test_a_line_that_does_not_say_it_is_refused(line):
    with pytest.raises(RefusedError):
        read_ladder(line)


def test_a_reworded_step_stays_what_it_is_and_a_moved_one_too():
    before = usual_steps()
    text = ladder_text(before).replace("Read and finish the brief", "Finish it").replace("30 before:", "20 before:")

    rungs = {each.what: each.rung for each in read_ladder(text, before)}

    assert rungs["Finish it"] is Rung.BRIEF
    assert rungs["Invite them"] is Rung.INVITE


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read_or_refused(text):
    try:
        read = read_ladder(text)
    except RefusedError:
        return
    assert [each.what for each in read_ladder(ladder_text(read))] == [each.what for each in read]
