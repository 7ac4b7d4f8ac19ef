"""What a summary says after its first page, sentence by sentence, and how its tables take the room there is."""

import re
from dataclasses import replace
from datetime import date

import pypdfium2

from reviewdesk.domain.summary import (
    Agreed,
    CustomerSummary,
    LastPromises,
    PastPromise,
    ShownAnswer,
    ShownConcern,
    Tone,
)
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.summary import render_summary
from tests.reports.summaries import BARE, FONTS, FULL


def text(summary: CustomerSummary) -> str:
    return re.sub(r"\s+", " ", text_of(render_summary(summary, FONTS)))


def left_of(summary: CustomerSummary, words: str) -> float:
    """Say how far from the left these words begin on the first page."""
    page = pypdfium2.PdfDocument(render_summary(summary, FONTS))[0].get_textpage()
    found = page.search(words).get_next()
    assert found is not None
    return float(page.get_charbox(found[0])[0])


def test_what_they_confirmed_is_said_once():
    state = replace(BARE, concerns=(ShownConcern("Late", state="Confirmed by you", tone=Tone.GOOD, confirmed=True),))

    assert text(state).casefold().count("confirmed by you") == 1


def test_questions_that_too_few_answered_are_counted_and_not_listed():
    few = replace(FULL, answers=(*FULL.answers, ShownAnswer("How far do you trust us?", n=2), ShownAnswer("Q?", n=1)))
    alone = replace(BARE, answers=(ShownAnswer("Would you recommend us?", n=1),))

    assert "which have no score: 2" in text(few)
    assert "trust us" not in text(few)
    assert "Appendix: your own answers Questions that fewer than three of you answered" in text(alone)
    assert "which have no score" not in text(FULL)


def test_one_side_alone_takes_the_whole_width_and_so_do_sides_of_very_different_length():
    both = replace(FULL, sentences=())
    alone = replace(both, you_will=())
    many = replace(both, we_will=tuple(Agreed(f"Step {at}", "Dana Reyes", date(2026, 12, 1)) for at in range(30)))

    assert left_of(both, "Name a technical contact") > 250
    assert left_of(alone, "27 Nov") > left_of(both, "27 Nov") + 200
    assert left_of(many, "1 Dec") > 500


def test_a_bar_of_one_colour_alone_is_not_drawn():
    kept = LastPromises(kept=1, ours=(PastPromise("Call"),))
    one, two = replace(BARE, last_promises=kept), replace(BARE, last_promises=replace(kept, broken=1))

    assert "1 kept" in text(one)
    assert len(render_summary(two, FONTS)) > len(render_summary(one, FONTS))


def test_a_name_that_is_read_from_the_right_stays_on_one_line_where_there_is_room():
    page = render_summary(replace(BARE, you_will=(Agreed("Call", "ليلى حداد", date(2026, 12, 1)),)), FONTS)
    drawn = pypdfium2.PdfDocument(page)[0].get_textpage()
    tops = {round(drawn.get_charbox(at)[1] / 12) for at in range(drawn.count_chars()) if _is_arabic(drawn, at)}

    assert len(tops) == 1


def _is_arabic(page: pypdfium2.PdfTextPage, at: int) -> bool:
    letter = page.get_text_range(at, 1)
    return bool(letter) and "\u0600" <= letter[0] <= "\ufeff"
