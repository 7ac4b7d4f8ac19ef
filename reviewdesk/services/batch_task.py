"""What goes to a process that writes summaries and what comes back, each as one line of JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewdesk.domain.leaks import Forbidden
from reviewdesk.domain.plain_json import read_json, write_json

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class NamesOfAll:
    """Whose names may be somebody else's, told once: the accounts, and of each person the account, by their ids."""

    accounts: tuple[tuple[str, str], ...]
    people: tuple[tuple[str, str], ...]
    rivals: tuple[str, ...]

    def without(self, own: frozenset[str], forbidden: Forbidden) -> Forbidden:
        """Add all but those who belong to the customer to what else must not be read."""
        return replace(
            forbidden,
            rivals=self.rivals,
            accounts=tuple(name for id, name in self.accounts if id not in own),
            people=tuple(name for id, name in self.people if id not in own),
        )


@dataclass(frozen=True, slots=True)
class BatchTask:
    """One summary to write: its value, what it is searched for beside the names of all, and the files to make.

    `own` are the ids of the accounts that are the customer's, `files` the ending of each format with the whole path.
    """

    value: str
    forbidden: Forbidden
    meant: tuple[str, ...]
    own: tuple[str, ...]
    files: tuple[tuple[str, str], ...]


def as_line(value: NamesOfAll | BatchTask) -> bytes:
    """Write a value as a line."""
    return f"{write_json(value)}\n".encode()


def names_from(line: bytes) -> NamesOfAll:
    """Read the names of all."""
    return read_json(NamesOfAll, line.decode())


def task_from(line: bytes) -> BatchTask:
    """Read a task."""
    return read_json(BatchTask, line.decode())


def answer_line(answer: Mapping[str, object]) -> bytes:
    """Write what came of a task as a line."""
    return f"{json.dumps(answer)}\n".encode()
