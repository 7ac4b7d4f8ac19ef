"""Calls the program in a terminal's place: in this process, or as a real program of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
DAY = "2026-11-24"


@dataclass(frozen=True)
class Answer:
    """What a call answered."""

    code: int
    out: str
    err: str

    @property
    def refused(self) -> bool:
        """Say whether it was refused as it should be: with one line that says what to do, and nothing else."""
        return self.code == 1 and self.err.count("\n") == 1 and self.err.endswith("\n") and not self.out


def as_a_program(*arguments: str | bytes | Path, stdin: bytes = b"", **environment: str) -> Answer:
    """Start the real program and give what it answers; no answer ever holds a traceback."""
    asked = subprocess.run(
        [sys.executable, "-m", "reviewdesk", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )
    answer = Answer(asked.returncode, asked.stdout.decode("utf-8"), asked.stderr.decode("utf-8"))
    assert "Traceback" not in answer.out + answer.err
    return answer
