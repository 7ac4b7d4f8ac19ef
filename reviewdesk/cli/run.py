"""Runs one command, and turns everything that is refused into one line and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Final

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.crash import tell_crashes
from reviewdesk.cli.terminal import refuse
from reviewdesk.domain.errors import ReviewDeskError

INTERRUPTED: Final = 130
COMMANDS: Final = {
    "demo": "demo", "import": "importing", "accounts": "accounts", "due": "due", "brief": "brief", "review": "review",
    "follow-ups": "follow_ups", "summary": "summary", "calendar": "calendar", "backup": "backup", "restore": "restore",
    "check": "check", "crm-out": "crm_out", "export": "export", "monday": "monday", "portfolio": "portfolio",
    "books": "books", "new": "new", "pre-read": "papers", "meeting-sheet": "papers", "form": "forms",
    "reminder": "reminder", "form-in": "forms_in", "summaries": "summaries", "team-sheet": "team_sheet",
}  # fmt: skip


def run(terminal: Terminal) -> int:
    """Do what was asked and give the exit code: 0 done, 1 refused."""
    tell_crashes(terminal.folders.logs)
    command: Callable[[Terminal], int] = import_module(f"reviewdesk.cli.{COMMANDS[terminal.asked.command]}").run
    try:
        code = command(terminal)
        if sys.stdout is not None:
            sys.stdout.flush()
    except ReviewDeskError as error:
        return refuse(str(error))
    except BrokenPipeError:
        _let_go_of_output()
        return 0
    except UnicodeError:
        return refuse("A name that was given is not written in UTF-8. Rename the file, or write the name anew.")
    except OSError as error:
        _let_go_of_output()
        name = f"{error.filename}: " if error.filename else ""
        return refuse(f"{name}{error.strerror or error}. Check the name, the rights and the room on the disk.")
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _let_go_of_output() -> None:
    """Send what is still to be written nowhere: who read it has gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
