"""The folder `.venv` beside the checkout: made once, and filled again only when `pyproject.toml` changed."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHOWN_LINES = 10
NOISE = ("WARNING: Retrying", "[end of output]", "note: This error", "See above for output", "Looking in links")


class CannotError(Exception):
    """Something on this machine is in the way; the message says what to do next."""


class Environment:
    """The Python environment of one checkout."""

    def __init__(self, root: Path = ROOT) -> None:
        self.root = root
        self.folder = root / ".venv"
        below = "Scripts/python.exe" if os.name == "nt" else "bin/python"
        self.python = self.folder / below

    def prepare(self, *extras: str) -> None:
        """Make the environment and install ReviewDesk with these extras, unless that was done before.

        Raises:
            CannotError: `venv` is missing, or pip could not install.
        """
        if not self._works():
            self._make()
        stamp = self.folder / f"installed-{'-'.join(extras)}"
        wanted = self._fingerprint()
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
            return
        self._install(extras)
        stamp.write_text(wanted, encoding="utf-8")

    def _works(self) -> bool:
        """Say whether the environment is there, was finished, and is of the Python that runs this."""
        if not self.python.exists():
            return False
        ask = "import sys, pip; print(*sys.version_info[:2])"
        try:
            answer = subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=False)
        except OSError:
            return False
        return answer.stdout.split() == [str(part) for part in sys.version_info[:2]]

    def _make(self) -> None:
        say(f"Making {self.folder}")
        shutil.rmtree(self.folder, ignore_errors=True)
        made = _run([sys.executable, "-m", "venv", self.folder])
        if made.returncode != 0:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise CannotError(_why_no_venv(made.stdout))

    def _install(self, extras: Sequence[str]) -> None:
        say("Installing what ReviewDesk needs; the first time this takes some minutes")
        what = f"{self.root}[{','.join(extras)}]"
        quiet = ("--disable-pip-version-check", "--no-input")
        done = _run([self.python, "-m", "pip", "install", *quiet, "--editable", what])
        if done.returncode != 0:
            raise CannotError(
                f"pip could not install what ReviewDesk needs. Its last lines were:\n{last_lines(done.stdout)}\n"
                "The first time, this needs a network. Mend what pip says and start again."
            )

    def _fingerprint(self) -> str:
        """Tell apart what would be installed: the requirements, this Python and where the checkout lies."""
        requirements = (self.root / "pyproject.toml").read_bytes()
        parts = (hashlib.sha256(requirements).hexdigest(), sys.version, str(self.root))
        return "\n".join(parts)


def say(words: str) -> None:
    """Tell the person what is being done."""
    print(words, file=sys.stderr, flush=True)


def last_lines(text: str) -> str:
    """Give the end of what a tool printed, where its reason stands, without what only fills lines."""
    said = [line.rstrip() for line in text.splitlines() if line.strip() and not any(each in line for each in NOISE)]
    return "\n".join(f"  {line.strip()}" for line in said[-SHOWN_LINES:])


def _run(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    together = subprocess.STDOUT
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=together, text=True, errors="replace", check=False)


def _why_no_venv(output: str) -> str:
    if "ensurepip" in output or "No module named venv" in output:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        return (
            "This Python has no venv. On Debian and Ubuntu install it with "
            f"`apt-get install python3-venv` (or python{version}-venv), and start again."
        )
    return f"The folder .venv could not be made. The last lines were:\n{last_lines(output)}"
