"""What is handed out holds the program and everything it shows and prints with."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[2]


def files_in(folder):
    """Give the files of a folder by their path below it."""
    found = (each.relative_to(ROOT / folder) for each in (ROOT / folder).rglob("*") if each.is_file())
    return {each.as_posix() for each in found if "__pycache__" not in each.parts}


def test_the_wheel_carries_every_resource_and_every_module(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as opened:
        carried = set(opened.namelist())

    assert {f"reviewdesk/_resources/{each}" for each in files_in("resources")} <= carried
    assert {f"reviewdesk/{each}" for each in files_in("reviewdesk")} <= carried
    assert not any(each.startswith(("tests/", "installer/")) for each in carried)
