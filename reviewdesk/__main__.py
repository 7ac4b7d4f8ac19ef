"""Starts the program; nothing else."""

import sys


def main() -> int:
    """Start ReviewDesk and give its exit code."""
    from reviewdesk.wiring import main as start

    return start()


if __name__ == "__main__":
    sys.exit(main())
