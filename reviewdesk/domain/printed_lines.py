"""Each line of a summary that somebody wrote, by the path of the value it is printed from.

A path names a field of the summary, then a place in it, then a field of what stands there, like ("we_will", 0, "what").
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.summary import CustomerSummary, Heard

Path = tuple[str | int, ...]
Value = TypeVar("Value")

# In the order in which they are printed, each with what a person calls it.
PARTS: Final = {
    "sentences": "Sentence", "heard": "What we heard", "decisions": "Decided", "we_will": "We will",
    "you_will": "You will", "ask": "Our ask", "commitment": "Our commitment", "concerns": "Your concerns",
    "last_promises": "Last promises",
}  # fmt: skip
_FIELDS: Final = {
    "heard": ("text",), "we_will": ("what",), "you_will": ("what",), "concerns": ("summary", "cause", "fix"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line that is printed: where it comes from in the summary, what a person calls it, and its words."""

    path: Path
    part: str
    words: str
    quoted: bool = False


def printed_lines(summary: CustomerSummary) -> tuple[PrintedLine, ...]:
    """Give all lines that somebody wrote, in the order in which they are printed."""
    return tuple(
        PrintedLine(path, PARTS[str(path[0])], words, _is_quote(summary, path))
        for path, words in _written(summary)
        if words.strip()
    )


def words_at(summary: CustomerSummary, path: Path) -> str | None:
    """Give the words at a path, or nothing where the summary has no such line."""
    return dict(_written(summary)).get(path)


def with_words(summary: CustomerSummary, path: Path, words: str) -> CustomerSummary:
    """Give a summary with other words at a path, and all else as it was.

    Raises:
        LookupError: the summary has no such line.
    """
    if words_at(summary, path) is None:
        raise LookupError(path)
    return _with(summary, path, words)


def with_heard(summary: CustomerSummary, path: Path, words: str) -> CustomerSummary:
    """Give a summary in which a quote is printed as something heard, without quotation marks and name."""
    return _with(summary, path[:-1], Heard(words))


def as_heard(words: str) -> str:
    """Give the words of a quote as something heard."""
    return plain_wording(words)


def _is_quote(summary: CustomerSummary, path: Path) -> bool:
    return path[0] == "heard" and summary.heard[int(path[1])].quoted


def _written(summary: CustomerSummary) -> Iterator[tuple[Path, str]]:
    for part in PARTS:
        if part == "last_promises":
            last = summary.last_promises
            for side in ("ours", "theirs_open") if last is not None else ():
                for at, each in enumerate(getattr(last, side)):
                    yield ("last_promises", side, at, "what"), each.what
        else:
            yield from _of_field(part, getattr(summary, part))


def _of_field(part: str, value: Any) -> Iterator[tuple[Path, str]]:  # noqa: ANN401 - whatever the field holds
    if isinstance(value, str):
        yield (part,), value
        return
    for at, each in enumerate(value):
        if isinstance(each, str):
            yield (part, at), each
        else:
            yield from (((part, at, name), getattr(each, name)) for name in _FIELDS[part])


def _with(value: Value, path: Path, fresh: object) -> Value:
    """Give a value with something else at a path inside it."""
    changed: Any = fresh
    if path and isinstance(value, tuple):
        at = int(path[0])
        changed = (*value[:at], _with(value[at], path[1:], fresh), *value[at + 1 :])
    elif path:
        name = str(path[0])
        changed = replace(value, **{name: _with(getattr(value, name), path[1:], fresh)})  # type: ignore[type-var]
    return changed  # type: ignore[no-any-return]
