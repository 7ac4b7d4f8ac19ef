"""One command for everything a developer does: `python3 installer/dev.py --help`.

This file asks only whether Python is new enough, so it must stay readable for older ones.
"""

import sys
from pathlib import Path

NEEDED = (3, 11)


def is_too_old() -> bool:
    """Say whether this Python is older than ReviewDesk can be run with."""
    return sys.version_info[:2] < NEEDED


if __name__ == "__main__":
    if is_too_old():
        sys.exit(
            "ReviewDesk needs Python {}.{} or newer, and this is {}.{}. Install a newer one and start this with it, "
            "for example: python3.12 installer/dev.py run".format(*NEEDED, *sys.version_info[:2])
        )
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    from installer.commands import main

    sys.exit(main(sys.argv[1:]))
