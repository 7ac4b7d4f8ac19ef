"""Runs one command, and turns everything that is refused into one line and an exit code."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Final

from reviewdesk.cli.arguments import Asked
from reviewdesk.cli.asking import FindsBackup, Folders, OpensBooks, RestoresBooks, Terminal
from reviewdesk.cli.crash import tell_crashes
from reviewdesk.cli.terminal import refuse
from reviewdesk.domain.errors import ReviewDeskError

INTERRUPTED: Final = 130
COMMANDS: Final = {
    "demo": "demo", "import": "importing", "accounts": "accounts", "due": "due", "brief": "brief", "review": "review",
    "follow-ups": "follow_ups", "summary": "summary", "calendar": "calendar", "backup": "backup", "restore": "restore",
    "check": "check", "crm-out": "crm_out", "export": "export", "monday": "monday", "portfolio": "portfolio",
}  # fmt: skip


def run(
    asked: Asked, folders: Folders, open_book: OpensBooks, restore_book: RestoresBooks, newest_backup: FindsBackup
) -> int:
    """Do what was asked and give the exit code: 0 done, 1 refused."""
    tell_crashes(folders.logs)
    command: Callable[[Terminal], int] = import_module(f"reviewdesk.cli.{COMMANDS[asked.command]}").run
    try:
        code = command(Terminal(asked, folders, open_book, restore_book, newest_backup))
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
