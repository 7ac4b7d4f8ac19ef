"""What every test of a window stands on: the program's own dress and a window that closes again."""

from pathlib import Path

import pytest

from reviewdesk.desktop.memory import WindowMemory
from reviewdesk.desktop.shell import Shell
from reviewdesk.desktop.tasks import Tasks
from reviewdesk.desktop.theme import Theme, ThemeChoice

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def dressed(qapp):
    """The application in the program's own dress, once for all tests."""
    theme = Theme(qapp, RESOURCES, ThemeChoice.LIGHT)
    theme.load_other_fonts()
    return theme


@pytest.fixture
def theme(dressed):
    """The program's dress, in light and in the usual size before and after each test."""
    yield dressed
    dressed.choose(ThemeChoice.LIGHT)
    dressed.set_text_size(0)


@pytest.fixture
def tasks(qapp):
    """Lanes of work that end with the test."""
    made = Tasks()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def memory(tmp_path):
    """What the machine remembers, in a file of the test's own."""
    return WindowMemory(tmp_path / "window.ini")


@pytest.fixture
def shell(qtbot, theme, memory):
    """The main window, shown."""
    window = Shell(memory)
    qtbot.addWidget(window)
    window.resize(1100, 760)
    window.show()
    return window
