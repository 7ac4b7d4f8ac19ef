"""What `installer/dev.py` can do, one function a command."""

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from installer import system_libraries
from installer.environment import ROOT, CannotError, Environment, say

NO_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
OPEN_DISPLAY = "from PySide6.QtGui import QGuiApplication; QGuiApplication([])"
CHECKS = (
    ("ruff", "format", "--check", "."),
    ("ruff", "check", "."),
    ("mypy",),
)
# Its own entry point, since the package cannot be started with -m.
LAYERS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"

Command = Callable[[argparse.Namespace, list[str]], int]


def run(asked: argparse.Namespace, more: list[str]) -> int:
    """Open ReviewDesk on the sample book; without a display, do its main job and say where the documents are."""
    environment = _prepared(window=has_display())
    if has_display() and _display_opens(environment):
        return _start(environment, "-m", "reviewdesk", "--sample", *more)
    folder = Path(asked.out).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    say("There is no display here, so ReviewDesk does its main job without a window.")
    code = _start(environment, "-m", "reviewdesk", *more, "demo", "--out", str(folder))
    if code == 0:
        say(f"The documents are in {folder}")
    return code


def test(_asked: argparse.Namespace, more: list[str]) -> int:
    """Run every test, or what the arguments for pytest choose."""
    environment = _prepared(window=False)
    system_libraries.provide_journey()
    return _test(environment, more)


def check(_asked: argparse.Namespace, more: list[str]) -> int:
    """Check format, style, types and layers, then run every test."""
    environment = _prepared(window=False)
    system_libraries.provide_journey()
    steps = {" ".join(words): ("-m", *words) for words in CHECKS} | {"lint-imports": ("-c", LAYERS)}
    failed = []
    for name, words in steps.items():
        say(f"== {name}")
        if _start(environment, *words) != 0:
            failed.append(name)
    say("== pytest")
    if _test(environment, more) != 0:
        failed.append("pytest")
    say(f"Not in order: {', '.join(failed)}" if failed else "All in order.")
    return 1 if failed else 0


def gallery(_asked: argparse.Namespace, more: list[str]) -> int:
    """Draw every page in light and dark, and every page of the documents, into build/gallery/."""
    return _start(_prepared(window=False), "-m", "tests.gallery", *more, settings=NO_SCREEN)


def bench(_asked: argparse.Namespace, more: list[str]) -> int:
    """Measure ReviewDesk beside its floors and print the ratios."""
    words = ("-m", "pytest", "tests/benchmarks", "-m", "benchmark", "-s", "--timeout=0")
    return _start(_prepared(window=False), *words, *more)


def bundle(_asked: argparse.Namespace, more: list[str]) -> int:
    """Pack ReviewDesk for machines without Python."""
    environment = _prepared("dev", "bundle", window=False)
    system_libraries.provide_bundle()
    return _start(environment, "-m", "installer.bundle", *more)


COMMANDS: dict[str, Command] = {
    "run": run,
    "test": test,
    "check": check,
    "gallery": gallery,
    "bench": bench,
    "bundle": bundle,
}


def main(words: Sequence[str]) -> int:
    """Do what the words ask for; the answer is the exit code."""
    asked, more = _read(words)
    command: Command = COMMANDS[asked.command]
    try:
        return command(asked, more)
    except CannotError as why:
        say(str(why))
        return 1
    except KeyboardInterrupt:
        return 130


def _read(words: Sequence[str]) -> tuple[argparse.Namespace, list[str]]:
    parser = argparse.ArgumentParser(prog="dev.py", description="Sets ReviewDesk up, runs it and checks it.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        does = command.__doc__ or ""
        one = commands.add_parser(name, help=does, description=does, epilog="Further arguments are handed on.")
        if name == "run":
            one.add_argument("--out", default=str(ROOT / "build" / "demo"), help="where the documents go (no display)")
    return parser.parse_known_args(words)


def has_display() -> bool:
    """Say whether this session says that it has a display."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _display_opens(environment: Environment) -> bool:
    """Say whether Qt can open the display; where it cannot, it ends the process, so a child tries."""
    return subprocess.run([environment.python, "-c", OPEN_DISPLAY], capture_output=True, check=False).returncode == 0


def _prepared(*extras: str, window: bool) -> Environment:
    environment = Environment()
    environment.prepare(*(extras or ("dev",)))
    system_libraries.provide(environment, window=window)
    return environment


def _test(environment: Environment, more: Sequence[str]) -> int:
    """Run pytest: the whole of it on all cores, a chosen part as it was asked for.

    A test of a window waits for half of its time until the window has settled, so there is work for half as many
    processes more than there are cores.
    """
    cores = os.cpu_count() or 1
    spread = [] if more or cores == 1 else ["-n", str(cores + cores // 2), "--dist", "worksteal"]
    return _start(environment, "-m", "pytest", *spread, *more)


def _start(environment: Environment, *words: str, settings: dict[str, str] | None = None) -> int:
    sys.stdout.flush()
    chosen = {**os.environ, **(settings or {})}
    return subprocess.run([environment.python, *words], cwd=ROOT, env=chosen, check=False).returncode
