"""A new book for each test of storage."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book
from reviewdesk.storage.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Give a place for a book."""
    return tmp_path / "Acme.reviewdesk"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Give a new, open book."""
    store = open_book(path, Clock(), may_create=True, name="Acme")
    yield store
    store.close()
