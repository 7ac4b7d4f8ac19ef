"""Takes every picture: each page in every look on every book, and each page of the documents.

Looks that a program has from its start (dark, twice the pixels, a larger system font) are taken by processes beside
each other.
"""

import argparse
import os
import subprocess
import sys
import time
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from reviewdesk.domain.clock import Clock
from tests.home_folder import home_in

ROOT = Path(__file__).parents[2]
USUAL, LARGE = 10, 14
GROUPS = {"light": ("1", USUAL), "dark": ("1", USUAL), "2x": ("2", USUAL), "14pt": ("1", LARGE)}


def main() -> int:
    """Take the pictures that were asked for; give the exit code."""
    asked = _read()
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.group:
        return _take_group(asked)
    started = time.monotonic()
    groups = ["light"] if asked.help_pictures else list(GROUPS)
    takers = [
        subprocess.Popen([sys.executable, "-m", "tests.gallery", *sys.argv[1:], "--group", each]) for each in groups
    ]
    codes = [each.wait() for each in takers]
    print(f"{len(list(asked.out.glob('*.png')))} pictures in {asked.out} after {time.monotonic() - started:.0f} s")
    return max(codes)


def _take_group(asked: argparse.Namespace) -> int:
    """Take the pictures of one group; the machine's own wishes about scale and style do not count."""
    scale, points = GROUPS[asked.group]
    for name in ("QT_FONT_DPI", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
        os.environ.pop(name, None)
    os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
    with TemporaryDirectory(prefix="reviewdesk-home-") as home:
        os.environ |= home_in(Path(home))
        from tests.gallery.tour import tour

        wrong = tour(asked.out, asked.group, points, today=asked.today, only=asked.only, for_help=asked.help_pictures)
    for words in wrong:
        print(words, file=sys.stderr)
    return 1 if wrong else 0


def _read() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tests.gallery", description="Takes a picture of everything a person sees.")
    parser.add_argument("--out", type=Path, help="where the pictures go (build/gallery)")
    parser.add_argument("--only", default="", metavar="NAME", help="only scenes whose name holds this")
    parser.add_argument(
        "--today", type=date.fromisoformat, default=Clock().today(), help="the day on which they are taken"
    )
    parser.add_argument(
        "--help-pictures", action="store_true", help="only the pictures of the README, where it has them"
    )
    parser.add_argument("--group", choices=GROUPS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    asked.out = asked.out or ROOT / ("resources/help" if asked.help_pictures else "build/gallery")
    return asked


if __name__ == "__main__":
    sys.exit(main())
