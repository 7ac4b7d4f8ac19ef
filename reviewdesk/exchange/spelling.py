"""Dictionaries as Hunspell writes them: where they lie, and the child process that looks words up in them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any, Final
from weakref import finalize

from reviewdesk.exchange import SPELL
from reviewdesk.exchange.spelling_child import CHECK, SUGGEST

OURS: Final[Mapping[str, tuple[str, ...]]] = {"en": ("en_US", "en_GB"), "fr": ("fr",)}
_PARENT: Final = Path(__file__).resolve().parents[2]
# Dictionaries that no program may bring along under terms like ours are used where the machine has them.
THEIRS: Final[Mapping[str, tuple[str, ...]]] = {"de": ("de_DE_frami", "de_DE", "de_AT", "de_CH", "de")}


def machine_folders() -> tuple[Path, ...]:
    """Give the folders in which systems and LibreOffice keep dictionaries."""
    fixed = (
        "/usr/share/hunspell",
        "/usr/share/myspell",
        "/usr/share/myspell/dicts",
        "/usr/local/share/hunspell",
        "/usr/lib/libreoffice/share/extensions/dict-de",
        "/opt/libreoffice/share/extensions/dict-de",
        "/Applications/LibreOffice.app/Contents/Resources/extensions/dict-de",
        "/Library/Spelling",
        "C:/Program Files/LibreOffice/share/extensions/dict-de",
    )
    return (*map(Path, fixed), Path.home() / "Library" / "Spelling")


def dictionaries(language: str, shipped: Path, folders: Sequence[Path]) -> tuple[Path, ...]:
    """Give the places, without their endings, of the dictionaries there are for a language."""
    if language in OURS:
        return tuple(_whole(shipped, OURS[language]))
    return tuple(each for folder in folders for each in _whole(folder, THEIRS.get(language, ())))[:1]


def _whole(folder: Path, names: Sequence[str]) -> Iterator[Path]:
    for name in names:
        if all((folder / f"{name}.{ending}").is_file() for ending in ("aff", "dic")):
            yield folder / name


class SpellingChild:
    """A child process that knows one language; one that ended knows nothing and finds nothing wrong."""

    def __init__(self, places: Sequence[Path]) -> None:
        self._lock = Lock()
        self._process = subprocess.Popen(  # noqa: S603 - this program itself
            [*_command(), *map(str, places)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_surroundings(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._end = finalize(self, _end, self._process)

    def unknown(self, words: Sequence[str]) -> list[str]:
        """Give those of some words that are not in the dictionaries."""
        return self._ask(CHECK, list(words))

    def meant(self, word: str) -> list[str]:
        """Give the words that may have been meant."""
        return self._ask(SUGGEST, word)

    def close(self) -> None:
        """End the child; one that nobody holds any more ends by itself."""
        self._end()

    def _ask(self, kind: str, asked: Any) -> list[str]:  # noqa: ANN401 - whatever can be written as JSON
        into, out = self._process.stdin, self._process.stdout
        assert into is not None  # noqa: S101 - a pipe was asked for
        assert out is not None  # noqa: S101 - the same
        with self._lock:
            try:
                into.write(json.dumps([kind, asked]).encode() + b"\n")
                into.flush()
                answer = out.readline()
            except (OSError, ValueError):
                return []
        return list(json.loads(answer)) if answer.endswith(b"\n") else []


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for each in (process.stdin, process.stdout):
        if each is not None:
            with suppress(OSError):  # what it was not told any more is of no use
                each.close()


def _command() -> list[str]:
    start = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reviewdesk"]
    return [*start, SPELL]


def _surroundings() -> dict[str, str]:
    """Give the environment, with the place of this package before all others."""
    if getattr(sys, "frozen", False):
        return {**os.environ, "PYTHONUTF8": "1"}
    before = os.environ.get("PYTHONPATH", "")
    return {
        **os.environ, "PYTHONUTF8": "1", "PYTHONPATH": os.pathsep.join(filter(None, (str(_PARENT), before))),
    }  # fmt: skip
