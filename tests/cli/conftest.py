"""Books for the terminal's tests."""

import shutil
import sys
from datetime import date
from pathlib import Path

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.wiring import main, open_book
from tests.cli.program import DAY, Answer


@pytest.fixture
def call(capsys):
    """Give a way to call the program in this process."""

    def called(*arguments: str | Path) -> Answer:
        code = main([str(each) for each in arguments])
        told = capsys.readouterr()
        return Answer(code, told.out, told.err)

    return called


@pytest.fixture(scope="session")
def kept_sample(tmp_path_factory):
    """Give the sample book of one day, to be copied."""
    path = tmp_path_factory.mktemp("cli") / "Northgate.reviewdesk"
    book = open_book(path, Clock(date.fromisoformat(DAY)), may_create=True)
    book.services.sample.fill()
    book.close()
    return path


@pytest.fixture
def book(kept_sample, tmp_path):
    """Give a sample book of this test's own."""
    return shutil.copy(kept_sample, tmp_path / "Northgate.reviewdesk")


@pytest.fixture(autouse=True)
def the_hook_stays(monkeypatch):
    """Put back what tells crashes."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
