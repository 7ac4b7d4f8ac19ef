"""What is different between two versions of a summary, in words, for our side.

Unlike what a corrected summary tells its customer this also says what was taken out, in its own words.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Final

from reviewdesk.domain.corrections import ALIKE
from reviewdesk.domain.printed_lines import PrintedLine, printed_lines
from reviewdesk.domain.summary import CustomerSummary

_LONGEST: Final = 160
_NAMED: Final = {
    "next_review": "the next review", "theirs": "who was there", "place": "the place", "worth": "the worth",
}  # fmt: skip


def compared(before: CustomerSummary, now: CustomerSummary) -> tuple[str, ...]:
    """Say in short sentences how a version differs from the one before it."""
    was, says = list(printed_lines(before)), list(printed_lines(now))
    gone = [each for each in was if not _holds(says, each)]
    fresh = [each for each in says if not _holds(was, each)]
    return (*_changes(gone, fresh), *_others(before, now))


def _holds(lines: list[PrintedLine], line: PrintedLine) -> bool:
    return any((each.part, each.words, each.quoted) == (line.part, line.words, line.quoted) for each in lines)


def _changes(gone: list[PrintedLine], fresh: list[PrintedLine]) -> Iterator[str]:
    left = list(gone)
    for line in fresh:
        near = [each for each in left if each.part == line.part]
        like = max(near, key=lambda each: _share(each.words, line.words), default=None)
        if like is not None and (like.path == line.path or _share(like.words, line.words) >= ALIKE):
            left.remove(like)
            yield f"{line.part}: “{_short(like.words)}” became “{_short(line.words)}”"
        else:
            yield f"{line.part}, added: “{_short(line.words)}”"
    for line in left:
        yield f"{line.part}, taken out: “{_short(line.words)}”"


def _others(before: CustomerSummary, now: CustomerSummary) -> Iterator[str]:
    """Say what else is different beside the lines that somebody wrote."""
    for name, called in _NAMED.items():
        if getattr(before, name) != getattr(now, name):
            yield f"Changed: {called}"
    due = [(each.what, each.owner, each.due) for each in (*before.we_will, *before.you_will)]
    promised = [(each.what, each.owner, each.due) for each in (*now.we_will, *now.you_will)]
    kept = {each[0] for each in due} & {each[0] for each in promised}
    for what, owner, on in promised:
        was = next((each for each in due if each[0] == what), None)
        if what in kept and was is not None and (was[1:] != (owner, on)):
            yield f"“{_short(what)}”: now {', '.join(filter(None, (owner, on.isoformat() if on else '')))}"


def _share(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _short(words: str) -> str:
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 2]}…"
