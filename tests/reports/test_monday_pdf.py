"""The Monday page on paper: what is said, that it adds up, that it stays short, and hostile words."""

import re

import pytest

from reviewdesk.domain.boss_documents import PrintedMonday
from reviewdesk.reports.monday import render_monday
from tests.reports.boss_values import FULL_WEEK, SENDER, week, words_everywhere
from tests.reports.printed import assert_well_made, outline, page_texts
from tests.reports.summaries import FONTS

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " * 3
STRAINING = (LONG, "客户服务有限公司上海分公司 " * 4, "شركة النور " * 9, "한국어 ไทย हिन्दी", "x\n" * 400, " ")


def test_a_week_is_told_in_its_parts_on_one_page():
    pdf = render_monday(FULL_WEEK, FONTS)
    (text,) = page_texts(pdf)

    for words in (
        "Week of 23\u00a0November 2026", "What happened since Monday 16\u00a0Nov", "Wonka Foods", "Lost",
        "41 at risk", "60 of 100", "Concerns: open: severity 4", "Answer batch 7", "9 days over", "Broken",
        "Review late 21 days", "210 days without contact",
    ):  # fmt: skip
        assert words.replace("\u00a0", " ") in text.replace("\u00a0", " "), words
    assert text.index("Broken") < text.index("Kept")
    assert [title for _, title, _ in outline(pdf)] == [
        "Northgate", "What changed", "Who is at risk, and why", "What we promised, late or due by 29\u00a0Nov",
        "Promises that ended since 16\u00a0Nov", "Reviews until 29\u00a0Nov", "Gone quiet",
    ]  # fmt: skip


def test_the_lines_add_up_to_the_sum_that_is_printed_below_and_above_them():
    text = page_texts(render_monday(FULL_WEEK, FONTS))[0].replace("\u00a0", " ")

    assert "EUR 380,001" in text
    assert "EUR 96,000" in text
    assert text.count("EUR 476,001") == 2
    assert "no rate" in text


def test_what_there_is_no_room_for_is_counted_and_its_revenue_summed():
    text = page_texts(render_monday(words_everywhere("Acme"), FONTS))[0].replace("\u00a0", " ")
    amounts = [int(each.replace(",", "")) for each in re.findall(r"EUR ([\d,]+)", text)]
    above, *listed, total = amounts
    (more,) = re.findall(r"and (\d+) more EUR", text)

    assert len(listed) - 1 + int(more) == 40
    assert above == total == sum(listed) == 49382700


@pytest.mark.parametrize("words", STRAINING)
def test_words_that_take_room_stay_on_two_pages_at_most(words):
    assert len(page_texts(render_monday(words_everywhere(words), FONTS))) <= 2


def test_the_file_is_well_made_and_the_same_value_gives_the_same_bytes():
    pdf = render_monday(words_everywhere("Łódź 上海 القاهرة"), FONTS)

    assert_well_made(pdf, "Łódź 上海")
    assert pdf == render_monday(words_everywhere("Łódź 上海 القاهرة"), FONTS)


def test_a_quiet_week_says_so():
    (text,) = page_texts(render_monday(PrintedMonday(SENDER, week()), FONTS))

    assert "Nothing changed, nobody is at risk" in text
    assert "What changed" not in text
