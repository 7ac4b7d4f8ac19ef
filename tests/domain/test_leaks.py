"""What must not be read in a customer's text, and what is no leak."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewdesk.domain.leaks import Forbidden, LeakKind, fold, leaks_in

TEMPLATE = ("Goal", "Target", "Actual", "Status", "next review,", "The next 90 days", "Next", "23 May 2027")
TEXT = "Goal Target Actual Status Deliveries 98 % Met next review, Łódź The next 90 days Next 23 May 2027"


def words(text: str, forbidden: Forbidden, **settings: object) -> list[str]:
    return [each.words for each in leaks_in(text, forbidden, **settings)]  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["Target", "Next", "Cheers", "Carrier", "May", "Goal", "Met"][:6])
def test_an_account_called_like_a_word_of_the_template_is_no_leak(name: str):
    assert words(TEXT, Forbidden(accounts=(name,)), template=TEMPLATE) == []


@pytest.mark.parametrize("name", ["Target", "Next", "Cheers", "Carrier"])
def test_the_same_account_is_found_when_somebody_wrote_its_name(name: str):
    found = words(f"{TEXT} We do it as for {name}.", Forbidden(accounts=(name,)), template=TEMPLATE)

    assert name in found


def test_only_whole_words_with_their_case_are_names():
    forbidden = Forbidden(accounts=("North",), rivals=("Swift",))

    assert words("Northwind moved north; a swift answer; Swiftly", forbidden) == []
    assert words("As at North, and Swift's price.", forbidden) == ["North", "Swift"]


def test_a_rival_is_found_in_any_case_unless_it_is_a_common_word():
    forbidden = Forbidden(rivals=("dhl", "FastFreight", "Target"), accounts=("Globex",))

    found = words("As DHL and fastfreight do; our target is globex", forbidden)

    assert found == ["DHL", "fastfreight"]


def test_each_finding_says_what_it_is_and_where():
    text = "Ask Jan Kowalski of Acme GmbH whether Swift or Blue Book pays."
    forbidden = Forbidden(rivals=("Swift",), accounts=("Acme GmbH",), people=("Jan Kowalski",), books=("Blue Book",))

    found = leaks_in(text, forbidden)

    assert [(each.kind, text[each.start : each.end]) for each in found] == [
        (LeakKind.PERSON, "Jan Kowalski"),
        (LeakKind.ACCOUNT, "Acme GmbH"),
        (LeakKind.RIVAL, "Swift"),
        (LeakKind.BOOK, "Blue Book"),
    ]


def test_white_space_compatibility_letters_and_direction_marks_make_no_difference():
    forbidden = Forbidden(accounts=("Acme  Office", "שלום"))

    assert words("At Acme\u00a0\nO\ufb03ce and \u202b\u05e9\u05dc\u05d5\u05dd\u202c today", forbidden) == [
        "Acme Office",
        "שלום",
    ]


@pytest.mark.parametrize("written", ["O'Brien Foods", "O’Brien Foods", "OʼBrien\u00a0Foods"])
@pytest.mark.parametrize("known", ["O'Brien Foods", "O’Brien Foods"])
def test_apostrophes_of_any_shape_are_one(written: str, known: str):
    assert words(f"As at {written} today", Forbidden(accounts=(known,))) == ["O'Brien Foods"]


@pytest.mark.parametrize("dash", ["-", "‐", "‑", "–", "—"])
def test_dashes_of_any_shape_are_one(dash: str):
    assert words(f"As at Rolls{dash}Rotterdam today", Forbidden(accounts=("Rolls-Rotterdam",))) == ["Rolls-Rotterdam"]


def test_the_customer_s_own_names_are_no_leak():
    forbidden = Forbidden(
        accounts=("North Star", "Northgate"), people=("Anna Nowak",), own_names=("North Star Logistics", "Anna Nowak")
    )

    assert words("North Star Logistics, Anna Nowak", forbidden) == []
    assert words("North Star Logistics is not North Star", forbidden) == ["North Star"]


def test_an_own_name_does_not_hide_a_longer_name_of_another():
    assert words("As for North Wind Ltd.", Forbidden(accounts=("North Wind Ltd",), own_names=("North",))) == [
        "North Wind Ltd"
    ]


def test_own_names_and_template_words_together_are_no_leak():
    forbidden = Forbidden(accounts=("Target",), own_names=("Target Stores",))

    assert words("Target Stores Goal Target Actual", forbidden, template=TEMPLATE) == []


def test_names_in_scripts_without_spaces_are_found_inside_a_line():
    assert words("我们和上海物流有限公司一起", Forbidden(accounts=("上海物流有限公司",))) == ["上海物流有限公司"]


def test_an_internal_line_is_known_by_five_words_in_a_row():
    forbidden = Forbidden(lines=("// They will leave us in spring if the price moves again",))

    assert words("We heard: leave us, in spring; if needed.", forbidden) == ["leave us, in spring; if"]
    assert words("They will leave us alone in spring.", forbidden) == []


def test_a_line_found_in_full_is_one_finding():
    line = "They will leave us in spring if the price moves again"

    assert words(f"Note: {line}. Bye.", Forbidden(lines=(line,))) == [line]


def test_five_words_of_the_template_are_no_line():
    own = ("If you remember anything otherwise, tell us",)

    assert words(own[0], Forbidden(lines=("ask if you remember anything otherwise today",)), template=own) == []


@pytest.mark.parametrize(
    "value",
    [
        "health 64",
        "Health: 64",
        "margin 22 %",
        "margin of 22,5 %",
        "22 % margin",
        "tier A",
        "Marge 12",
        "health score: 64",
        "health score 64",
        "Health-Score is now 64",
        "share of wallet is about 40 %",
        "Marge von rund 12 %",
    ],
)
def test_a_labelled_value_is_a_leak(value: str):
    assert words(f"We note {value} here", Forbidden()) == [value]


@pytest.mark.parametrize(
    "value",
    [
        "64",
        "22 %",
        "healthy 64",
        "your health matters",
        "a marginal 3",
        "frontier A",
        "tier one",
        "a health scorecard 3",
        "health score",
        "Your health is of interest to 3 people",
    ],
)
def test_a_bare_number_or_a_common_word_is_none(value: str):
    assert words(f"We note {value} here", Forbidden()) == []


def test_what_the_person_meant_is_left_alone():
    forbidden = Forbidden(accounts=("Acme  Office",), rivals=("Swift",))

    assert words("Acme Office and Swift", forbidden, meant=frozenset({"Acme Office"})) == ["Swift"]


def test_an_empty_name_is_never_found():
    assert words("Anything", Forbidden(accounts=("", "  ", "\u200b"), lines=("",), labels=("",))) == []


NAME = st.from_regex(r"[A-Z][a-z]{3,9}(?: [A-Z][a-z]{3,9})?", fullmatch=True)


@given(NAME, st.sampled_from(["", "before ", "(", "„"]), st.sampled_from(["", " after", ", ", ")", "."]))
def test_a_planted_name_is_always_found(name: str, before: str, after: str):
    found = leaks_in(f"xx 12 {before}{name}{after} yy", Forbidden(people=(name,)))

    assert [fold(each.words) for each in found] == [name]
