"""What is handed to a boss is made of the book as it stands, and nothing that is only me gets in."""

from decimal import Decimal

import pytest

from reviewdesk.services import boss_papers
from reviewdesk.services.boss_papers import BossPaperService
from reviewdesk.services.portfolio import PortfolioService
from tests.books import a_store, small_book
from tests.reports.printed import page_texts
from tests.reports.summaries import FONTS
from tests.services.test_monday import BETWEEN_US, with_secrets


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path)
    yield store
    store.close()


@pytest.fixture
def papers(store):
    return BossPaperService(store, FONTS)


def said_in(made):
    """Give what a PDF says, spaces and line ends folded."""
    return " ".join(" ".join(page_texts(made.pdf)).split())


def test_the_monday_page_of_a_book_says_what_its_window_says(store, papers):
    small_book(store)

    made = papers.monday()

    assert made.file_name == "Northgate-Monday-page-2026-11-24-for-our-side.pdf"
    assert "Send the revised delivery plan Łódź Logistics Dana Reyes" in said_in(made)
    assert papers.monday().pdf == made.pdf


def test_what_is_only_me_is_on_no_paper(store, papers):
    with_secrets(store)

    said = said_in(papers.monday())

    assert BETWEEN_US not in said
    assert "gut feeling" not in said.casefold()
    assert "Acme" in said


def test_the_portfolio_on_paper_is_that_of_the_terminal_with_a_block_for_each_account(store, papers):
    small_book(store)

    value, made = papers.portfolio_value(), papers.portfolio()

    assert value.portfolio == PortfolioService(store).of_today()
    assert [each.line for each in value.blocks] == list(value.portfolio.lines)
    assert made.file_name == "Northgate-portfolio-2026-11-24-for-our-side.pdf"
    for each in value.blocks:
        assert each.line.name in said_in(made)
        assert len(each.concerns) == each.line.open_concerns
        assert sum(promise.is_late for promise in each.promises) == each.line.late_promises
        assert round(sum(each.months)) <= round(each.line.revenue * Decimal("1.1"))


def test_a_long_portfolio_is_set_apart_and_is_the_same(store, papers, monkeypatch):
    small_book(store)
    monkeypatch.setattr(boss_papers, "APART_FROM", 3)
    told = []

    assert papers.portfolio_apart(lambda *how_far: told.append(how_far)).pdf == papers.portfolio().pdf
    assert told[0] == (0, 26)


def test_what_is_only_me_is_neither_told_nor_counted_in_the_portfolio(store, papers):
    with_secrets(store)

    said = said_in(papers.portfolio())

    assert BETWEEN_US not in said
    assert "gut feeling" not in said.casefold()
    assert "0 open concerns" in said
    assert "0 of 0 open promises are late" in said
