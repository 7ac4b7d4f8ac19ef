"""The real program in a session of its own: a screen nobody sees, a message bus, and a screen reader beside it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from installer.virtual_screen import screen
from tests.journeys.screen_reader import ScreenReader

ROOT = Path(__file__).parents[2]
NEEDED = ("Xvfb", "dbus-daemon")
REGISTRY = Path("/usr/libexec/at-spi2-registryd")
TRY_WINDOW = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"


def what_is_missing() -> str:
    """Name what this machine lacks for a window that a screen reader can press, or nothing."""
    if not sys.platform.startswith("linux"):
        return "this is no Linux"
    missing = [each for each in NEEDED if shutil.which(each) is None]
    missing += [] if REGISTRY.exists() else ["at-spi2-core"]
    return f"{', '.join(missing)} cannot be found on this machine" if missing else ""


@dataclass(frozen=True, slots=True)
class Session:
    """A desktop session: the environment programs are started in, and the reader that looks on."""

    environment: dict[str, str]
    reader: ScreenReader

    @contextmanager
    def started(self, *words: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start ReviewDesk with these words, and end it if it is still there at the end."""
        process = subprocess.Popen([sys.executable, "-m", "reviewdesk", *words], cwd=ROOT, env=self.environment)
        try:
            yield process
        finally:
            process.kill()
            process.wait()


@contextmanager
def session() -> Iterator[Session]:
    """Run a screen and a message bus for as long as the block lasts."""
    with screen() as display:
        settings = {**os.environ, "DISPLAY": display, "LANG": "C.UTF-8"}
        settings |= {"QT_QPA_PLATFORM": "xcb", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        words = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
        bus = subprocess.Popen(words, env=settings, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            address = bus.stdout.readline().strip() if bus.stdout else ""
            settings["DBUS_SESSION_BUS_ADDRESS"] = address
            with ScreenReader(address) as reader:
                yield Session(settings, reader)
        finally:
            bus.kill()
            bus.wait()
            if bus.stdout:
                bus.stdout.close()


def can_open_a_window(settings: dict[str, str]) -> bool:
    """Say whether Qt finds the libraries it needs for a window."""
    return (
        subprocess.run([sys.executable, "-c", TRY_WINDOW], env=settings, capture_output=True, check=False).returncode
        == 0
    )


def in_the_terminal(*words: str) -> str:
    """Run ReviewDesk in a terminal and give what it prints."""
    done = subprocess.run(
        [sys.executable, "-m", "reviewdesk", *words], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    return done.stdout
