"""Sets a long document in a process of its own, so that the window's frames are left alone meanwhile."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.plain_json import write_json
from reviewdesk.reports import SET_DOCUMENT

_PARENT: Final = Path(__file__).resolve().parents[2]
_FAILED: Final = "The document could not be made. Nothing was changed; try again, or with fewer accounts."


def set_apart(kind: str, value: object, fonts: Path, told: Callable[[int, int], None]) -> bytes:
    """Set a document of a kind from its value; `told` hears how far it is, and ends it by raising something.

    Raises:
        RefusedError: the child was ended, or there was no room for it.
    """
    try:
        child = subprocess.Popen(  # noqa: S603 - this program itself
            _command(kind, str(fonts)),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise RefusedError(_FAILED) from error
    with child:
        try:
            return _answer(child, write_json(value).encode(), told)
        except (OSError, ValueError) as error:
            raise RefusedError(_FAILED) from error
        finally:
            child.kill()


def _answer(child: "subprocess.Popen[bytes]", value: bytes, told: Callable[[int, int], None]) -> bytes:
    """Hand the value over and read how far it is until the document comes."""
    into, out = child.stdin, child.stdout
    assert into is not None  # noqa: S101 - a pipe was asked for
    assert out is not None  # noqa: S101 - the same
    with into:
        into.write(value)
    for line in out:
        answer: list[Any] = json.loads(line)
        if answer[0] == "pdf":
            pdf = out.read()
            if len(pdf) == answer[1]:
                return pdf
            break
        told(answer[1], answer[2])
    raise RefusedError(_FAILED)


def _command(*arguments: str) -> list[str]:
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reviewdesk"]
    return [*start, SET_DOCUMENT, *arguments]


def _surroundings() -> dict[str, str]:
    """Give the environment, with the place of this package before all others."""
    if getattr(sys, "frozen", False):
        return {**os.environ, "PYTHONUTF8": "1"}
    before = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, (str(_PARENT), before)))}
