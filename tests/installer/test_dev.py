"""What `installer/dev.py` says to somebody whose machine is not ready yet."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DEV = ROOT / "installer" / "dev.py"


def started(*words, before="pass"):
    """Start dev.py in a Python of which something was changed before."""
    start = f"runpy.run_path({str(DEV)!r}, run_name='__main__')"
    script = f"import runpy, sys\n{before}\nsys.argv = ['dev.py', *{words!r}]\n{start}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)


def test_a_python_that_is_too_old_is_told_so_in_one_line():
    run = started("run", before="sys.version_info = (3, 9, 2)")

    assert run.returncode == 1
    assert run.stderr.startswith("ReviewDesk needs Python 3.11 or newer, and this is 3.9. Install a newer one")
    assert len(run.stderr.splitlines()) == 1


def test_the_file_that_says_so_can_be_read_by_old_pythons():
    assert ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("command", ["run", "test", "check", "gallery", "bench", "bundle"])
def test_each_command_says_what_it_does(command):
    run = started(command, "--help")

    assert run.returncode == 0
    assert f"usage: dev.py {command}" in run.stdout
    assert len(run.stdout.splitlines()) > 3


def test_an_unknown_command_is_wrong_usage():
    run = started("launch")

    assert run.returncode == 2
    assert "invalid choice: 'launch'" in run.stderr
