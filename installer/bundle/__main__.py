"""Packs ReviewDesk into a folder, on Debian into a package too, and tries what came out."""

import argparse
import shutil
import sys
import time
from pathlib import Path

from installer.bundle import debian, folder, pruning, trial
from installer.environment import ROOT, CannotError, say

MEGABYTE = 1_000_000


def main() -> int:
    """Pack, try and report; give the exit code."""
    asked = _read()
    started = time.monotonic()
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
        packed = folder.make_folder(asked.out)
        say(f"{packed}: {pruning.size_of(packed) / MEGABYTE:.0f} MB, packed in {time.monotonic() - started:.0f} s")
        if shutil.which("dpkg-deb") is None:
            say("No Debian package was made: dpkg-deb is not on this machine.")
            return 0
        package = debian.make_package(packed, asked.out)
        say(f"{package}: {package.stat().st_size / MEGABYTE:.0f} MB, all in {time.monotonic() - started:.0f} s")
        _tell(trial.try_package(package))
    except CannotError as why:
        say(str(why))
        return 1
    return 0


def _tell(tried: trial.Tried) -> None:
    if tried.window_seconds:
        say(f"The window stood after {tried.window_seconds:.2f} s.")
    say(f"The main job took {tried.demo_seconds:.1f} s and made {', '.join(tried.documents)}.")


def _read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="installer.bundle", description=main.__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "bundle", help="where the folder and package go")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
