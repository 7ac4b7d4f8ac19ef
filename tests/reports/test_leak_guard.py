"""The leak guard reads the finished document as its reader does, and shows where each leak stands."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewdesk.domain.leaks import Forbidden, LeakKind
from reviewdesk.domain.summary import Agreed, Attendee, CustomerSummary, Heard, ShownConcern
from reviewdesk.reports.leak_guard import Leak, find_leaks, text_of
from reviewdesk.reports.summary import render
from tests.reports.summaries import FONTS, FULL, HUGE

TRAPS = ("Target", "Next", "Cheers", "Carrier", "May", "Status", "Owner", "Cause", "Results", "Met", "Kept")
INTERNAL = (
    "They will leave us in spring if the price moves again",
    "Piotr is against us and would rather buy elsewhere next year",
    "Сказали, что уйдут весной если цена снова вырастет",
    "客户说如果价格再涨春天就会离开我们",
)


def leaks(summary: CustomerSummary, forbidden: Forbidden, meant: frozenset[str] = frozenset()) -> tuple[Leak, ...]:
    rendered = render(summary, FONTS)
    own = replace(forbidden, own_names=(*forbidden.own_names, *summary.own_names))
    return find_leaks(rendered.pdf, own, template=rendered.template, meant=meant)


@pytest.mark.parametrize("summary", [FULL, HUGE, replace(FULL, language="de")], ids=["full", "huge", "German"])
@pytest.mark.parametrize("name", TRAPS)
def test_an_account_called_like_a_word_of_the_template_raises_no_alarm(summary: CustomerSummary, name: str):
    assert leaks(summary, Forbidden(accounts=(name,))) == ()


@pytest.mark.parametrize("name", TRAPS)
def test_the_same_account_is_found_once_somebody_wrote_it(name: str):
    planted = replace(FULL, decisions=(f"As we do it at {name}.",))

    assert name in [each.words for each in leaks(planted, Forbidden(accounts=(name,)))]


def test_the_template_s_own_words_are_those_of_a_document_without_data():
    rendered = render(FULL, FONTS)

    assert "What we heard from you" in rendered.template
    assert "Target" in rendered.template
    assert not [piece for piece in rendered.template if "Łódź" in piece or "Dana" in piece or "Nowak" in piece]


def test_the_customer_s_own_name_and_people_are_no_leak():
    forbidden = Forbidden(accounts=("Łódź", "Logistics", "North"), people=("Anna Nowak", "Dana Reyes"))

    assert leaks(replace(FULL, place="", next_review=None), forbidden) == ()


def test_a_leak_says_its_page_and_place():
    planted = replace(FULL, next_days=("As for Acme Freight.",))
    (leak,) = leaks(planted, Forbidden(accounts=("Acme Freight",)))
    page = pypdfium2.PdfDocument(render(planted, FONTS).pdf)[leak.page - 1]

    assert leak.kind is LeakKind.ACCOUNT
    assert leak.page == 2
    assert leak.rectangle is not None
    area = leak.rectangle
    found = page.get_textpage().get_text_bounded(area.left, area.bottom, area.right, area.top)
    assert found.strip() == "Acme Freight"


def test_a_name_over_two_lines_has_a_place_on_each():
    planted = replace(FULL, we_will=(Agreed("Do it exactly like they do it at the big Acme Freight Forwarding"),))
    (leak,) = leaks(planted, Forbidden(accounts=("exactly like they do it at the big Acme Freight Forwarding",)))

    assert leak.words == "exactly like they do it at the big Acme Freight Forwarding"
    assert len(leak.areas) == 2


def test_a_name_cut_inside_a_long_word_is_found():
    name = "Przedsiębiorstwo" + "Handlowo" * 8
    planted = replace(FULL, we_will=(Agreed("Call them", name),))

    assert [each.words for each in leaks(planted, Forbidden(accounts=(name,)))] == [name]


def test_a_name_broken_at_its_hyphen_is_found():
    for filler in range(1, 40):
        planted = replace(FULL, ask="x" * filler + " as at Rolls-Rotterdam and others")
        assert [each.words for each in leaks(planted, Forbidden(accounts=("Rolls-Rotterdam",)))] == ["Rolls-Rotterdam"]


@pytest.mark.parametrize(
    "name", ["חברת המשלוחים", "شركة النقل السريع", "上海物流有限公司", "Ελληνική Ναυτιλία", "Łukasz Żółć"]
)
def test_a_name_in_any_script_is_found(name: str):
    planted = replace(FULL, decisions=(f"{name}.",), we_will=(Agreed("Call", name),))

    assert len(leaks(planted, Forbidden(people=(name,)))) == 2


@pytest.mark.parametrize(
    "name",
    ["חברת הצפון", "משה כהן", "משה כהן-לוי", 'שלום בע"מ', "חברת Globex הצפון", "شركة النور", "علي حسن", "محمد بن علي"],
)
def test_a_name_read_from_the_right_is_found_inside_lines_read_from_the_left(name: str):
    planted = replace(
        FULL,
        sentences=(f"Ask {name} about it.",),
        decisions=(f"Same as {name}", f"The same as with {name} in May", f"Ask {name}, then {name} (CFO) in 2 weeks"),
        we_will=(Agreed(f"We call {name} on Friday", "Dana", date(2026, 12, 1)),),
    )

    assert [each.words for each in leaks(planted, Forbidden(people=(name,)))] == [name] * 6


@pytest.mark.parametrize("filler", range(2, 40, 4))
def test_such_a_name_is_found_when_the_line_ends_inside_it(filler: int):
    planted = replace(FULL, ask="Ask whether they would " + "so " * filler + "as חברת הצפון הקרה then")

    assert [each.words for each in leaks(planted, Forbidden(people=("חברת הצפון הקרה",)))] == ["חברת הצפון הקרה"]


def test_one_word_of_a_name_read_from_the_right_is_no_name():
    planted = replace(FULL, decisions=("We ask משה about the portal", "החברה של הצפון"))

    assert leaks(planted, Forbidden(people=("משה כהן",), accounts=("חברת הצפון",))) == ()


def test_labelled_values_and_lines_are_found_and_bare_numbers_are_not():
    planted = replace(FULL, decisions=("Their health 64 and a margin 22 % at 64 and 22 %.",))

    assert [each.words for each in leaks(planted, Forbidden())] == ["health 64", "margin 22 %"]


def test_what_the_person_meant_is_left_alone():
    planted = replace(FULL, decisions=("We carry on beside Swift.",))

    assert leaks(planted, Forbidden(rivals=("Swift",)), meant=frozenset({"Swift"})) == ()


def places() -> list[object]:
    """Give ways to plant words into a summary."""
    return [
        lambda words: replace(FULL, sentences=(f"We agreed. {words}",)),
        lambda words: replace(FULL, heard=(Heard(words, quoted=True),)),
        lambda words: replace(FULL, decisions=("One.", f"Also: {words}.")),
        lambda words: replace(FULL, we_will=(Agreed(words, "Dana", date(2026, 12, 1)),)),
        lambda words: replace(FULL, you_will=(Agreed("Call", words),)),
        lambda words: replace(FULL, ask=words),
        lambda words: replace(FULL, concerns=(ShownConcern("Late", words, words, "Ops", "Plan"),)),
        lambda words: replace(FULL, next_days=(words,)),
        lambda words: replace(FULL, theirs=(Attendee("Anna Nowak", words),)),
    ]


@settings(max_examples=60)
@given(st.sampled_from(INTERNAL), st.integers(0, 3), st.integers(0, 8), st.sampled_from(["", "and ", "so (", "– "]))
def test_a_planted_piece_of_an_internal_line_is_found(line: str, start: int, place: int, before: str):
    piece = " ".join(line.split()[start:]) if " " in line else line[start:]
    summary = places()[place](before + piece)  # type: ignore[operator]

    assert LeakKind.LINE in {each.kind for each in leaks(summary, Forbidden(lines=(line,)))}


@settings(max_examples=60)
@given(st.from_regex(r"[A-Z][a-z]{4,12}(?: [A-Z][a-z]{4,12}){0,2} GmbH", fullmatch=True), st.integers(0, 8))
def test_a_planted_name_is_found(name: str, place: int):
    summary = places()[place](f"as {name} does")  # type: ignore[operator]

    assert name in {each.words for each in leaks(summary, Forbidden(accounts=(name,)))}


def test_the_text_is_what_a_reader_extracts():
    assert "Łódź Logistics" in text_of(render(FULL, FONTS).pdf)
