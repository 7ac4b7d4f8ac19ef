"""Reads what was typed into a pack, one thing a line, and which of its parts words name."""

import re
from collections.abc import Iterator
from typing import Final

from reviewdesk.domain.hand_off import PackRisk, PackSceptic, PackTerm
from reviewdesk.domain.handing_off import PackPart

_THEN: Final = ("→", "->", ";")
_USUAL: Final = 2


def terms_in(text: str) -> tuple[PackTerm, ...]:
    """Read what was agreed, one a line: what, a colon, and how."""
    return tuple(PackTerm(what=what, agreed=rest) for what, rest in _pairs(text))


def sceptics_in(text: str) -> tuple[PackSceptic, ...]:
    """Read who is not convinced, one a line: a name, a colon, the doubt, and behind an arrow what may help."""
    found = []
    for name, rest in _pairs(text):
        doubt, helps = _split(rest)
        found.append(PackSceptic(name=name, doubts=doubt, what_helps=helps))
    return tuple(found)


def risks_in(text: str) -> tuple[PackRisk, ...]:
    """Read what may go wrong, one a line: exclamation marks for how grave it is (1-4), what, a colon, the answer."""
    found = []
    for what, rest in _pairs(text):
        bare = what.lstrip("!")
        grave = min(len(what) - len(bare), 4) or _USUAL
        found.append(PackRisk(what=bare.strip() or what, severity=grave, answer=rest))
    return tuple(found)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        what, _, rest = line.strip().lstrip("-•").strip().partition(":")
        if what.strip():
            yield what.strip(), rest.strip()


def _split(text: str) -> tuple[str, str]:
    for mark in _THEN:
        if mark in text:
            first, _, rest = text.partition(mark)
            return first.strip(), rest.strip()
    return text, ""


def parts_named(words: str) -> tuple[PackPart, ...]:
    """Give the parts of a pack that words name."""
    said = {each.rstrip("s") for each in re.findall(r"\w+", words.casefold())}
    return tuple(each for each in PackPart if each.value.removeprefix("the ").split()[0].rstrip("s") in said)
