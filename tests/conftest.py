"""What every test stands on: no screen, a home folder of its own, and nothing left behind."""

import os
import threading
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings

from tests import left_behind
from tests.home_folder import home_in

# The same examples each time, so that a change is judged by what it changed, and never by a clock;
# `--hypothesis-profile=searching` looks for new ones.
settings.register_profile("usual", derandomize=True, deadline=None)
settings.register_profile("searching", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile("usual")

# Before anything imports Qt; a journey on a real display starts the program itself and sets its own.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("REVIEWDESK_TEST_PLATFORM", "offscreen")
for each in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(each, None)


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Give each test an empty home folder, so that none reads or writes the person's own."""
    base = tmp_path_factory.getbasetemp()
    with TemporaryDirectory(prefix="home-", dir=base, ignore_cleanup_errors=True) as folder:
        for name, path in home_in(Path(folder)).items():
            monkeypatch.setenv(name, path)
        yield Path(folder)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(request: pytest.FixtureRequest):
    """Fail a test that leaves a thread, a window, a modal dialog, a running timer or an open transaction."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    threads = set(threading.enumerate())
    windows = left_behind.windows()
    yield
    left = [*left_behind.windows_since(windows), *left_behind.timers(), *left_behind.threads_since(threads)]
    if folder is not None:
        left += left_behind.transactions_in(folder)
    if left:
        pytest.fail(f"The test left behind: {', '.join(left)}.", pytrace=False)
