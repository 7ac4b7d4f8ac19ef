"""The child process that sets one long document.

It takes the value as JSON at its standard input and answers lines of JSON: how far it is, and at last how long the
document is that follows.
"""

import json
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import BinaryIO, Final

from reviewdesk.domain.boss_documents import PrintedPortfolio
from reviewdesk.domain.plain_json import read_json
from reviewdesk.reports.portfolio import render_portfolio

PORTFOLIO: Final = "portfolio"
_EVERY: Final = 0.1


def main(arguments: list[str]) -> int:
    """Set the document of this kind with the fonts of this folder."""
    kind, fonts = arguments
    with open(0, "rb", closefd=False) as file, open(1, "wb", closefd=False) as answers:
        pdf = _KINDS[kind](file.read().decode(), Path(fonts), _Teller(answers))
        answers.write(_line("pdf", len(pdf)))
        answers.write(pdf)
    return 0


def _portfolio(value: str, fonts: Path, told: "_Teller") -> bytes:
    return render_portfolio(read_json(PrintedPortfolio, value), fonts, told)


_KINDS: Final[dict[str, Callable[[str, Path, "_Teller"], bytes]]] = {PORTFOLIO: _portfolio}


class _Teller:
    """Tells how far it is, ten times a second at most."""

    def __init__(self, answers: BinaryIO) -> None:
        self._answers, self._last = answers, 0.0

    def __call__(self, done: int, total: int) -> None:
        now = monotonic()
        if now - self._last >= _EVERY:
            self._last = now
            self._answers.write(_line("done", done, total))
            self._answers.flush()


def _line(*answer: object) -> bytes:
    return json.dumps(answer).encode() + b"\n"
