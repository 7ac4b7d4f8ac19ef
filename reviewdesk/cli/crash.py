"""A fault of ours in the terminal: where it happened goes to a file, and the person gets one line."""

import sys
import traceback
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType

from reviewdesk import __version__
from reviewdesk.cli.terminal import warn


def tell_crashes(logs: Path) -> None:
    """From now on write down what nobody foresaw in this folder, in place of showing it."""
    sys.excepthook = partial(_tell, logs)


def _tell(logs: Path, kind: type[BaseException], _error: BaseException, trace: TracebackType | None) -> None:
    try:
        path = _write(logs, kind, trace)
    except OSError:
        warn(f"ReviewDesk made a mistake ({kind.__name__}) and stopped; the book is as it was. Please report this.")
        return
    warn(f"ReviewDesk made a mistake and stopped; the book is as it was. Please report it with the file {path}.")


def _write(logs: Path, kind: type[BaseException], trace: TracebackType | None) -> Path:
    """Write the kind of the error and the lines it came through; its message is left out, it may quote the book."""
    logs.mkdir(mode=0o700, parents=True, exist_ok=True)
    now = datetime.now(UTC)
    path = logs / f"crash-{now:%Y%m%d-%H%M%S-%f}.txt"
    path.touch(mode=0o600)
    lines = [f"ReviewDesk {__version__}, in the terminal", f"{now:%Y-%m-%d %H:%M:%S} UTC", kind.__qualname__, ""]
    path.write_text("\n".join([*lines, *traceback.format_tb(trace)]), encoding="utf-8")
    return path
