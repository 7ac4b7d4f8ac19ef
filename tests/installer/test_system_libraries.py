"""What Qt needs of the system: missing libraries are found, named by package, and installed where that is free."""

import sys

import pytest

from installer import system_libraries
from installer.environment import CannotError
from installer.system_libraries import Library

ABSENT = Library("libneverheardof.so.7", "libneverheardof7", "neverheardof-libs")

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux leaves these to the system")


@pytest.fixture
def commands(tmp_path, monkeypatch):
    """Give a folder that holds all the commands there are, and a way to put one there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def put(name, script="exit 0"):
        command = folder / name
        command.write_text(f"#!/bin/sh\n{script}\n")
        command.chmod(0o755)

    return put


def test_a_library_that_cannot_be_loaded_is_found():
    assert system_libraries.missing([Library("libc.so.6", "libc6", "glibc"), ABSENT]) == [ABSENT]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("apt-get", "sudo apt-get install libneverheardof7"),
        ("dnf", "sudo dnf install neverheardof-libs"),
        ("pacman", "your system's package manager"),
    ],
)
def test_the_advice_is_in_the_words_of_the_system(commands, command, words):
    commands(command)

    advice = system_libraries.advice([ABSENT])

    assert "libneverheardof.so.7" in advice
    assert words in advice


def test_packages_are_installed_once_each_after_the_lists_were_read(commands, tmp_path):
    commands("apt-get", f'echo "$@" >> {tmp_path}/asked')

    system_libraries.install(["libegl1", "libgl1", "libegl1"])

    assert (tmp_path / "asked").read_text().splitlines() == [
        "update -q",
        "install -q -y --no-install-recommends libegl1 libgl1",
    ]


def test_an_installation_that_fails_shows_why(commands):
    commands("apt-get", 'echo "E: Unable to locate package libegl1" >&2; exit 100')

    with pytest.raises(CannotError, match=r"(?s)apt-get update -q.*Unable to locate package libegl1"):
        system_libraries.install(["libegl1"])


def test_without_apt_get_nothing_is_installed(commands):
    commands("dnf")

    assert not system_libraries.may_install()
