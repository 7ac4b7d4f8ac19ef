"""A line keeps its identity through whatever happens to the text around it."""

from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.notes.following import follow_lines

LATE = "! two late deliveries in March"
SPLIT = "? why was the August invoice split"
PLAN = "/we send the revised delivery plan by fri"
VISIT = "[] book the plant visit"


def noted(*lines: str) -> tuple[tuple[UUID, str], ...]:
    return tuple((uuid4(), line) for line in lines)


def ids_after(before: tuple[tuple[UUID, str], ...], *lines: str) -> list[UUID | None]:
    """Give the old id of each line, or nothing for a new line."""
    old = {each for each, _ in before}
    return [each if each in old else None for each, _ in follow_lines(before, "\n".join(lines))]


def test_a_line_typed_between_others_is_new_and_leaves_them_alone():
    before = noted(LATE, SPLIT)

    assert ids_after(before, LATE, PLAN, SPLIT) == [before[0][0], None, before[1][0]]


def test_an_edited_line_stays_the_same_line():
    before = noted(LATE, SPLIT, PLAN)

    assert ids_after(before, LATE, "? why was the September invoice split again", PLAN) == [each for each, _ in before]


def test_a_line_that_goes_on_growing_stays_the_same_line():
    before = noted("! la", PLAN)

    assert ids_after(before, "! late deliveries in March and again last week", PLAN) == [before[0][0], before[1][0]]


def test_a_line_of_one_letter_that_is_typed_on_stays_the_same_line():
    before = noted(LATE, "x", PLAN)

    assert ids_after(before, LATE, "x call Anna", PLAN) == [each for each, _ in before]


def test_moved_lines_take_their_identity_along():
    before = noted(LATE, SPLIT, PLAN, VISIT)

    assert ids_after(before, VISIT, PLAN, LATE, SPLIT) == [before[3][0], before[2][0], before[0][0], before[1][0]]


def test_a_split_line_leaves_its_identity_with_the_longer_half():
    before = noted(SPLIT, "! two late deliveries in March and again last week, plant called", VISIT)

    after = ids_after(before, SPLIT, "! two late deliveries in March and again", "last week, plant called", VISIT)

    assert after == [before[0][0], before[1][0], None, before[2][0]]


def test_a_line_split_near_its_beginning_goes_on_in_the_second_half():
    before = noted("so: late deliveries in March and again last week")

    assert ids_after(before, "so:", "late deliveries in March and again last week") == [None, before[0][0]]


def test_two_joined_lines_go_on_as_the_first():
    before = noted(SPLIT, "! late", "and again last week, the plant called Anna at six", VISIT)

    after = ids_after(before, SPLIT, "! late and again last week, the plant called Anna at six", VISIT)

    assert after == [before[0][0], before[1][0], before[3][0]]


def test_equal_lines_keep_their_order():
    before = noted("", LATE, "", SPLIT, "")

    assert ids_after(before, "", LATE, "", SPLIT, "") == [each for each, _ in before]


def test_a_line_that_has_nothing_of_the_old_one_is_new():
    before = noted(LATE, SPLIT)

    assert ids_after(before, LATE, "[] ok") == [before[0][0], None]


def test_a_line_emptied_and_typed_again_stays_the_same_line():
    before = noted(SPLIT, LATE, VISIT)

    emptied = follow_lines(before, f"{SPLIT}\n\n{VISIT}")
    again = follow_lines(emptied, f"{SPLIT}\n{LATE}\n{VISIT}")

    assert again == before


def test_a_removed_line_that_comes_back_is_the_line_it_was():
    before = noted(LATE, SPLIT, PLAN)

    without = follow_lines(before, f"{LATE}\n{PLAN}")
    again = follow_lines(without, f"{LATE}\n{SPLIT}\n{PLAN}", gone=[before[1]])

    assert again == before


def test_a_removed_line_that_was_typed_twice_comes_back_once():
    (gone,) = noted(LATE)

    first, second = follow_lines((), f"{LATE}\n{LATE}", gone=[gone])

    assert [first[0] == gone[0], second[0] == gone[0]] == [True, False]


def test_ids_made_twice_are_made_again():
    used, fresh = uuid4(), uuid4()
    made = iter((used, fresh))

    after = follow_lines(((used, LATE),), f"{LATE}\n{SPLIT}", lambda: next(made))

    assert [each for each, _ in after] == [used, fresh]


def test_one_change_in_four_thousand_lines_is_followed():
    before = noted(*(f"line {at} of a long meeting, late {at % 7}" for at in range(4_000)))
    lines = [line for _, line in before]
    lines[2_000] += " again"

    after = follow_lines(before, "\n".join(lines))

    assert [each for each, _ in after] == [each for each, _ in before]


def test_a_change_to_every_one_of_four_thousand_lines_is_followed():
    before = noted(*(f"line {at} of a long meeting, late {at % 7}" for at in range(4_000)))

    after = follow_lines(before, "\n".join(line.replace("late", "delayed") for _, line in before))

    assert [each for each, _ in after] == [each for each, _ in before]


def test_four_thousand_lines_pasted_over_four_thousand_others_are_taken():
    before = noted(*(f"{at} " + "abcdefgh"[at % 8] * 30 for at in range(4_000)))

    after = follow_lines(before, "\n".join("zyxwvuts"[at % 8] * 30 + f" {at}" for at in range(3_900)))

    assert len({each for each, _ in after}) == 3_900


LINES = st.lists(
    st.text(st.sampled_from("ab !\u05d0é"), max_size=6) | st.sampled_from([LATE, SPLIT, PLAN, ""]), max_size=12
)


@given(LINES, LINES)
def test_whatever_the_edit_no_id_is_given_twice_and_the_text_stays_as_typed(old, new):
    before = noted(*old)
    text = "\n".join(new)

    after = follow_lines(before, text)

    assert "\n".join(line for _, line in after) == text
    assert len({each for each, _ in after}) == len(after)


@given(
    st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1, max_size=30), unique=True, max_size=12),
    st.data(),
)
def test_lines_that_occur_once_and_did_not_change_keep_their_ids(lines, data):
    before = noted(*lines)
    kept = data.draw(st.permutations([each for each in before if data.draw(st.booleans())]))
    typed = data.draw(st.lists(st.text(st.characters(exclude_characters="\n"), max_size=30), max_size=4))
    texts = [line for _, line in kept] + [line for line in typed if line not in lines]

    after = {line: each for each, line in follow_lines(before, "\n".join(texts))}

    assert all(after[line] == each for each, line in kept)


@given(LINES)
def test_a_text_left_alone_leaves_every_line_alone(lines):
    before = noted(*lines) or noted("")

    assert follow_lines(before, "\n".join(line for _, line in before)) == before
