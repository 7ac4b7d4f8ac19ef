"""Words in quotation marks: found, and taken out of what is printed without consent, with who said them."""

import re
from functools import lru_cache
from typing import Final

_PAIRS: Final = (('"', '"'), ("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("»", "«"), ("‹", "›"), ("「", "」"))
_QUOTED: Final = re.compile("|".join(rf"(?<!\w){first}[^{first}{last}]+{last}" for first, last in _PAIRS))
MARKS: Final = frozenset(mark for pair in _PAIRS for mark in pair)
_MANY: Final = 3
_SAYS: Final = (
    r"(?:(?:called|calls|nannte|nennt) (?:it|us|them|es|uns|sie)|"
    r"says?|said|told us|tells us|wrote|writes|asked|asks|complained|complains|according to|quoting|"
    r"sagte?|sagen|meinte?|meinen|schrieb|schreibt|laut|so|dit|disent|a dit|ont dit|écrit|selon|d['’]après)"
)
_NAME: Final = r"@?(?-i:[A-ZÀ-ÖØ-ÞŁŚŻŽČŠ])[\w'’.-]*"
_OPENING: Final = re.compile("[" + "".join(first for first, _ in _PAIRS) + "]")
_AFTER: Final = re.compile(
    rf"^\s*(?:(?:[,;:–—-]\s*)?{_SAYS}\b[^.;!?]*|[–—(@-]\s*\(?@?[^\W\d_][^.;!?]*|,\s*{_NAME}(?:\s+{_NAME})*\s*$)",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?:^|(?<=[.;!?]))\s*(?:[^.;!?:]*\b{_SAYS}\b[^.;!?:\"“„«]*:?|@?\w[\w .'’-]{{0,60}}:)\s*[,–—-]?\s*$", re.IGNORECASE
)
_NAMED_BEHIND: Final = re.compile(
    rf"^\s*(?:[,–—-]?\s*{_SAYS}\b|(?:[,–—-]\s*\(?|\(|(?=@)){_NAME}(?:\s+{_NAME})*\s*\)?\s*[.!]?\s*$)",
    re.IGNORECASE,
)


def quoted_run(text: str) -> str:
    """Give the first words in quotation marks that are somebody's sentence and not a single term, else nothing."""
    return next(iter(quoted_runs(text)), "")


@lru_cache(maxsize=1_000)
def quoted_runs(text: str) -> tuple[str, ...]:
    """Give all words in quotation marks that are somebody's sentence: three or more, or fewer with who said them."""
    return tuple(found.group()[1:-1].strip() for found in _QUOTED.finditer(text) if _is_said(found, text))


def unquoted(text: str) -> str:
    """Give a text without the quotation marks around somebody's words, and without what says whose words they are."""
    if not _OPENING.search(text):
        return text.strip()
    for found in _QUOTED.finditer(text):
        if _is_said(found, text):
            before = _BEFORE.sub(" ", text[: found.start()]).rstrip()
            after = _AFTER.sub("", text[found.end() :])
            said = found.group()[1:-1].strip()
            return unquoted(_joined(before, said, after))
    return text.strip()


def sentence(text: str) -> str:
    """Begin a text with a capital letter."""
    return text[:1].upper() + text[1:]


def plain_wording(words: str) -> str:
    """Give the wording for the customer that their own words begin with: no quotation marks, nobody's name on it."""
    return sentence(unquoted(words))


def _is_said(found: re.Match[str], text: str) -> bool:
    count = len(found.group()[1:-1].split())
    named_before = count > 1 and _BEFORE.search(text[: found.start()])
    return count >= _MANY or bool(named_before or _NAMED_BEHIND.match(text[found.end() :]))


def _joined(before: str, said: str, after: str) -> str:
    tail = after if after[:1] in {".", ",", ";", ":", "!", "?"} else f" {after.strip()}"
    return (" ".join(part for part in (before, said) if part) + tail).rstrip()
