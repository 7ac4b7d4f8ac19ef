"""Makes the folder: the program, Python and every library it needs, started by one file in it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.bundle import licences, pruning
from installer.environment import ROOT, CannotError, last_lines, say

SPEC = Path(__file__).with_name("reviewdesk.spec")
PROGRAM = "reviewdesk"
PARTS = "parts"


def make_folder(out: Path) -> Path:
    """Pack ReviewDesk into `out/reviewdesk` and give that folder.

    Raises:
        CannotError: PyInstaller could not.
    """
    say("Packing the program; this takes some minutes")
    folder = out / PROGRAM
    shutil.rmtree(folder, ignore_errors=True)
    _pack(out)
    pruning.prune(folder / PARTS)
    licences.collect(folder / PARTS, folder / "licences")
    return folder


def made_at() -> str:
    """Give the time to stamp on everything: of the last commit, so that the same source gives the same files."""
    asked = ["git", "log", "-1", "--format=%ct"]
    answer = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "1767225600"


def steady() -> dict[str, str]:
    """Give the environment in which the same source gives the same files."""
    return {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": made_at(), "LC_ALL": "C.UTF-8"}


def _pack(out: Path) -> None:
    words = ["--noconfirm", "--log-level", "WARN", "--distpath", str(out), "--workpath", str(out / "work"), str(SPEC)]
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", *words],
        cwd=ROOT,
        env=steady(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    (out / "packing.log").write_text(done.stdout, encoding="utf-8")
    if done.returncode != 0:
        raise CannotError(f"PyInstaller could not pack the program. Its last lines were:\n{last_lines(done.stdout)}")
