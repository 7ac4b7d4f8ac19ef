"""Puts a backup in place of the book."""

from pathlib import Path
from typing import Final

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.terminal import say, warn
from reviewdesk.domain.errors import RefusedError

ENDING: Final = ".reviewdesk"


def run(terminal: Terminal) -> int:
    """Restore, and say what was restored and where the book that was there is kept."""
    path = terminal.path
    backup = _chosen(terminal) if terminal.asked.backup else _newest(terminal)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    was_there = path.exists()
    kept = terminal.restore_book(path, backup, terminal.clock)
    say(f"Restored {path}", f"    from {backup}")
    if was_there:
        say(f"What was there is kept in {kept}")
    return 0


def _folder(path: Path) -> Path:
    return path.parent / f"{path.stem} backups"


def _chosen(terminal: Terminal) -> Path:
    """Find the backup that was named: a file, or a name in the folder of backups."""
    named = placed(Path(terminal.asked.backup))
    within = _folder(terminal.path) / named.name
    for each in (named, within, within.with_name(within.name + ENDING)):
        try:
            if each.is_file():
                return each.absolute()
        except (OSError, ValueError):
            continue
    raise RefusedError(f"There is no backup “{terminal.asked.backup}”. Look in {_folder(terminal.path)}.")


def _newest(terminal: Terminal) -> Path:
    found = terminal.newest_backup(terminal.path, terminal.clock)
    if found is None:
        raise RefusedError(
            f"There is no backup of {terminal.path} yet. Name the file to restore: reviewdesk restore BACKUP"
        )
    warn(f"No backup was named: the newest is taken, {found.name}.")
    return found
