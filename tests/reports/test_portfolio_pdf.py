"""The portfolio on paper: totals that add up, contents that lead to their page, one block an account."""

import re
from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from reviewdesk.domain.adding_up import whole_amounts
from reviewdesk.reports.apart import set_apart
from reviewdesk.reports.portfolio import render_portfolio
from tests.reports.boss_values import FULL_PORTFOLIO, line, portfolio, worried
from tests.reports.printed import assert_well_made, folded, outline, page_texts, reader
from tests.reports.summaries import FONTS


@pytest.fixture(scope="module")
def full():
    return render_portfolio(FULL_PORTFOLIO, FONTS)


def test_the_cover_says_what_all_customers_come_to(full):
    cover = folded(page_texts(full)[0])

    for words in (
        "All customers as they stood on 24 November 2026", "EUR 1,870,617 from 5 customers",
        "at risk, worth EUR 1,234,568 a year", "of 2 open promises are late", "1 at risk 1 watch 2 healthy",
        "Tier A 2 EUR 1,774,616 94.9 % 1 2 2 1", "Tier B 2 EUR 96,000 5.1 % 0 0 0 0",
        "All together 5 EUR 1,870,617 100.0 % 1 2 2 1", "1 account is not in the sums",
    ):  # fmt: skip
        assert words in cover, words


def test_the_lines_of_the_contents_add_up_to_each_tier_and_to_the_whole(full):
    cover = folded(page_texts(full)[0])
    listed = [int(each.replace(",", "")) for each in re.findall(r"EUR ([\d,]+) \d", cover.partition("Contents")[2])]

    assert listed == [1234568, 540048, 96000, 1]
    assert sum(listed) == 1870617


def test_amounts_are_rounded_so_that_any_of_them_in_a_row_add_up():
    assert whole_amounts(map(Decimal, ("0.5", "100.00", "0.3", "0.3", "-7.6"))) == (1, 100, 0, 0, -7)
    assert whole_amounts([Decimal(7), Decimal(12)]) == (7, 12)


def test_the_contents_and_the_outline_lead_to_the_page_of_each_account():
    value = portfolio(*(worried(number, f"Customer {number:02}", 4) for number in range(1, 20)))
    pdf = render_portfolio(value, FONTS)
    file, texts = reader(pdf), page_texts(pdf)
    entries = [each for each in outline(pdf) if each[0] == 2]
    links = [each.get_object() for page in file.pages for each in page.get("/Annots", ())]
    numbers = dict(re.findall(r"(Customer \d\d).*?EUR [\d,]+ (\d+)", folded(" ".join(texts[:2]))))

    assert [title for _, title, _ in entries] == [f"Customer {number:02}" for number in range(1, 20)]
    for _, title, page in entries:
        assert title in texts[page - 1]
        assert numbers[title] == str(page)
    assert len(links) == 2 * 19
    assert [file.get_page_number(each["/Dest"][0].get_object()) + 1 for each in links[::2]] == [
        page for _, _, page in entries
    ]


def test_the_running_header_names_the_first_and_the_last_account_of_a_page():
    value = portfolio(*(worried(number, f"Customer {number:02}", 3) for number in range(1, 6)))
    texts = page_texts(render_portfolio(value, FONTS))

    assert [text.partition(" Portfolio")[0] for text in texts[1:]] == [
        "Customer 01 – Customer 02", "Customer 03 – Customer 04", "Customer 05"
    ]  # fmt: skip


def test_names_of_both_directions_stand_in_the_order_of_their_accounts():
    value = portfolio(worried(1, "חברת הצפון", 1), worried(2, "Skagen Sails", 1))
    page = pypdfium2.PdfDocument(render_portfolio(value, FONTS))[1]
    (first,), (last,) = (list(_places(page, words))[:1] for words in ("ח", "Skagen"))

    assert first < last


def _places(page, words):
    """Give how far from the left each of these words stands, from the top of the page on."""
    found = page.get_textpage().search(words)
    while (hit := found.get_next()) is not None:
        yield page.get_textpage().get_charbox(hit[0])[0]


def test_an_account_that_runs_on_is_named_on_its_next_page_too():
    blocks = [worried(1, "First", 6), replace(worried(2, "Long " * 45, 6)), worried(3, "Third", 1)]
    texts = page_texts(render_portfolio(portfolio(*blocks), FONTS))
    heads = [text.split("Portfolio")[0] for text in texts]

    assert any("Long" in head for head in heads)
    assert any("continued" in text for text in texts) or len(texts) == 3


def test_a_block_says_how_an_account_stands_and_why_and_what_was_promised(full):
    said = folded(page_texts(full)[1])

    for words in (
        "Globex Tier A · Globex", "41 at risk", "based on 90 of 100", "EUR 1,234,568", "−4 % on the 12 months before",
        "in 12 days last 3 Sep notice by 3 Jan", "What weighs on it Concerns: open: severity 4; Globex",
        "Open concerns (2)", "“Globex” they may leave or someone may be hurt · reported · raised 16 Nov",
        "What we promised (2, 1 late)", "never held", "No open concern, and nothing promised.", "82 never asked",
    ):  # fmt: skip
        assert words in said, words


def test_the_file_is_well_made_and_the_same_value_gives_the_same_bytes(full):
    assert_well_made(full, "Northgate")
    assert full == render_portfolio(FULL_PORTFOLIO, FONTS)


def test_an_empty_book_says_so():
    (text,) = page_texts(render_portfolio(portfolio(), FONTS))

    assert "There are no customers in this book yet." in text


def test_one_account_is_a_portfolio():
    (cover, page) = page_texts(render_portfolio(portfolio(worried(1, "Acme", 1)), FONTS))

    assert "from 1 customer," in folded(cover)
    assert "All together" not in cover
    assert "Acme" in page


def test_set_apart_it_is_the_same_to_the_byte_and_tells_how_far_it_is(full):
    told = []

    assert set_apart("portfolio", FULL_PORTFOLIO, FONTS, lambda *how_far: told.append(how_far)) == full
    assert told
    assert all(total == 5 for _, total in told)


class Enough(Exception):  # noqa: N818 - what a person says
    """Somebody has waited long enough."""


def test_whoever_has_enough_of_it_ends_it():
    value = portfolio(*(worried(number, f"Customer {number}", 6) for number in range(1, 400)))

    def stop(done, _total):
        if done > 5:
            raise Enough

    with pytest.raises(Enough):
        set_apart("portfolio", value, FONTS, stop)


def test_a_line_without_any_purchase_in_the_book_has_no_column_of_revenue():
    block = replace(worried(1, "Acme", 1), line=line(1, "Acme", None, None, lacks_rate=False), months=())
    cover = page_texts(render_portfolio(portfolio(block), FONTS))[0]

    assert "Without a tier" in cover
    assert "EUR" not in cover
