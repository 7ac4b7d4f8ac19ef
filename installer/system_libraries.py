"""The libraries that Qt expects the system to bring: which are missing, what their packages are called."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from installer.environment import CannotError, Environment, last_lines, say


@dataclass(frozen=True, slots=True)
class Library:
    """A shared library and the packages it comes in."""

    file: str
    debian: str
    fedora: str


ALWAYS = (
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
    Library("libstdc++.so.6", "libstdc++6", "libstdc++"),
)
FOR_X11 = (
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
)
FOR_WAYLAND = (
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
)
# What the journey through a real window needs besides; without it that test is skipped and says so.
JOURNEY_PROGRAMS = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "/usr/libexec/at-spi2-registryd": "at-spi2-core",
}
# What packing needs besides: to read libraries, and to try the package in a window.
BUNDLE_PROGRAMS = {"objdump": "binutils", "Xvfb": "xvfb", "xdotool": "xdotool"}

TRY_EACH = """
import ctypes, sys
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        print(name)
"""
START_QT = "from PySide6 import QtCore, QtDBus, QtGui, QtNetwork, QtPrintSupport, QtSvg, QtWidgets"


def missing(libraries: Iterable[Library]) -> list[Library]:
    """Give the libraries that cannot be loaded here; each is tried in a child process."""
    names = [each.file for each in libraries]
    tried = subprocess.run([sys.executable, "-c", TRY_EACH, *names], capture_output=True, text=True, check=False)
    absent = set(tried.stdout.split())
    return [each for each in libraries if each.file in absent]


def for_this_display() -> tuple[Library, ...]:
    """Give the libraries that a window on this session's display needs."""
    x11 = FOR_X11 if os.environ.get("DISPLAY") else ()
    return x11 + (FOR_WAYLAND if os.environ.get("WAYLAND_DISPLAY") else ())


def provide(environment: Environment, *, window: bool) -> None:
    """See to it that Qt can start: install what is missing where that needs no asking, else name it.

    Raises:
        CannotError: something is missing that the person must install.
    """
    if sys.platform.startswith("linux"):
        absent = missing(ALWAYS + (for_this_display() if window else ()))
        if absent and may_install():
            install([each.debian for each in absent])
            absent = missing(absent)
        if absent:
            raise CannotError(advice(absent))
    _try_qt(environment)


def provide_journey() -> None:
    """Bring what the test in a real window needs, where that needs no asking; without it the test is skipped."""
    _provide_programs(JOURNEY_PROGRAMS, without="The test in a real window will be skipped.")


def provide_bundle() -> None:
    """Bring what packing needs, where that needs no asking; without it the package is not tried, or not made."""
    _provide_programs(BUNDLE_PROGRAMS, without="The package may not be made, or not be tried.")


def _provide_programs(wanted: dict[str, str], *, without: str) -> None:
    programs = [package for name, package in wanted.items() if shutil.which(name) is None]
    libraries = [each.debian for each in missing(FOR_X11)] if sys.platform.startswith("linux") else []
    if not (programs or libraries) or not may_install():
        return
    try:
        install([*programs, *libraries])
    except CannotError as why:
        say(f"{without} {why}")


def may_install() -> bool:
    """Say whether packages can be installed without asking: as root on Debian or Ubuntu."""
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(packages: Sequence[str]) -> None:
    """Install Debian packages.

    Raises:
        CannotError: apt-get could not.
    """
    names = list(dict.fromkeys(packages))
    say(f"Installing {' '.join(names)}")
    _apt_get("update", "-q")
    _apt_get("install", "-q", "-y", "--no-install-recommends", *names)


def _apt_get(*words: str) -> None:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(["apt-get", *words], env=quiet, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotError(
            f"`apt-get {' '.join(words)}` did not work. Its last lines were:\n{last_lines(done.stdout + done.stderr)}\n"
            "Mend what it says and start again."
        )


def advice(absent: Sequence[Library]) -> str:
    """Say which libraries are missing and how to install them on this machine."""
    files = ", ".join(each.file for each in absent)
    if shutil.which("apt-get"):
        how = "with: sudo apt-get install " + " ".join(dict.fromkeys(each.debian for each in absent))
    elif shutil.which("dnf"):
        how = "with: sudo dnf install " + " ".join(dict.fromkeys(each.fedora for each in absent))
    else:
        how = "with your system's package manager"
    return f"Qt needs libraries that this system does not have: {files}. Install them {how}\nThen start again."


def _try_qt(environment: Environment) -> None:
    tried = subprocess.run([environment.python, "-c", START_QT], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        raise CannotError(
            f"Qt does not start on this system. Its last lines were:\n{last_lines(tried.stderr)}\n"
            "Install the library that it names and start again."
        )
