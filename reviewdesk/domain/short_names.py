"""What people type for the name of a company: the name without its legal form, where what is left is a name still."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from reviewdesk.domain.common_words import is_common
from reviewdesk.domain.importing.names import folded, normalised

LONGEST_FORM: Final = 12
_LETTERS: Final = re.compile(r"[^\W\d_]+")


def short_names(names: Iterable[str], own_names: Iterable[str]) -> Iterator[str]:
    """Give these names without their legal forms, as they are written: of "Nordwind GmbH & Co. KG" "Nordwind".

    A single word that is a common one, or stands in a name of the customer's own, tells no account apart and is left
    out.
    """
    own = {word for name in own_names for word in folded(name).split()}
    for name in names:
        short = _without_form(name)
        if short and _is_distinct(short, own):
            yield short


@lru_cache(maxsize=20_000)
def _without_form(name: str) -> str:
    """Give the shortest beginning that stands for the same company, or nothing where there is no legal form."""
    words = name.split()
    if not words[1:] or len(words[-1]) > LONGEST_FORM:
        return ""
    company = normalised(name)
    beginnings = (" ".join(words[:count]) for count in range(1, len(words)))
    return next((each.rstrip(" ,;&+-") for each in beginnings if normalised(each) == company), "")


def _is_distinct(short: str, own: set[str]) -> bool:
    words = _LETTERS.findall(short)
    if len(words) > 1:
        return True
    return bool(words) and len(short) > 1 and not is_common(short) and folded(short) not in own
