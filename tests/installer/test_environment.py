"""The folder .venv: made once, filled again when the requirements changed, and clear words when it cannot be made."""

import sys

import pytest

from installer.environment import CannotError, Environment

REQUIREMENTS = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "nothing"
version = "1"
"""
# Builds an empty package without a network, and keeps count of how often it was asked to.
BACKEND = """
import pathlib, sys, zipfile

def build_editable(folder, settings=None, metadata=None):
    if pathlib.Path("broken").exists():
        sys.exit("nothing: the mill is closed today")
    with open("built", "a") as count:
        count.write("x")
    name = "nothing-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        about = "Metadata-Version: 2.1\\nName: nothing\\nVersion: 1\\nProvides-Extra: dev\\n"
        wheel.writestr("nothing-1.dist-info/METADATA", about)
        wheel.writestr("nothing-1.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr("nothing-1.dist-info/RECORD", "")
    return name

build_wheel = build_editable
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """Give a checkout of a package that needs nothing from elsewhere."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "pyproject.toml").write_text(REQUIREMENTS)
    (folder / "backend.py").write_text(BACKEND)
    Environment(folder).prepare("dev")
    return folder


def times_installed(checkout):
    """Say how often the package was installed."""
    return len((checkout / "built").read_text())


def test_the_second_start_installs_nothing(checkout):
    before = times_installed(checkout)

    Environment(checkout).prepare("dev")

    assert times_installed(checkout) == before


def test_changed_requirements_are_installed_once(checkout):
    before = times_installed(checkout)
    (checkout / "pyproject.toml").write_text(f"{REQUIREMENTS}# more\n")

    Environment(checkout).prepare("dev")
    Environment(checkout).prepare("dev")

    assert times_installed(checkout) == before + 1


def test_a_failed_installation_shows_its_last_lines_and_is_tried_again(checkout):
    before = times_installed(checkout)
    (checkout / "pyproject.toml").write_text(f"{REQUIREMENTS}# broken\n")
    (checkout / "broken").touch()

    with pytest.raises(CannotError, match=r"(?s)pip could not install.*the mill is closed today"):
        Environment(checkout).prepare("dev")

    (checkout / "broken").unlink()
    Environment(checkout).prepare("dev")
    assert times_installed(checkout) == before + 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for the Python without venv")
def test_a_python_without_venv_names_the_package_and_leaves_no_folder(tmp_path, monkeypatch):
    python = tmp_path / "python3"
    python.write_text("#!/bin/sh\nmkdir -p .venv\necho 'This failed: ensurepip is not available.'\nexit 1\n")
    python.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(python))
    monkeypatch.chdir(tmp_path)

    with pytest.raises(CannotError, match="apt-get install python3-venv"):
        Environment(tmp_path).prepare("dev")

    assert not (tmp_path / ".venv").exists()


def test_an_environment_that_was_only_begun_is_made_anew(tmp_path):
    (tmp_path / "pyproject.toml").write_text(REQUIREMENTS)
    (tmp_path / "backend.py").write_text(BACKEND)
    begun = Environment(tmp_path)
    begun.python.parent.mkdir(parents=True)
    begun.python.touch()

    Environment(tmp_path).prepare("dev")

    assert times_installed(tmp_path) == 1
