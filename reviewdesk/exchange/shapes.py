"""What a column may stand for by the shape of its values alone, where nobody understands its header."""

import re
from collections.abc import Sequence
from typing import Final

from reviewdesk.domain.importing.fields import Field

SAMPLE: Final = 200
_LONGEST: Final = 250
_SHAPES: Final[tuple[tuple[Field, re.Pattern[str]], ...]] = (
    (Field.EMAIL, re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")),
    (Field.WEBSITE, re.compile(r"(?:https?://|www\.)\S+\Z", re.IGNORECASE)),
    (Field.PHONE, re.compile(r"(?:\+|00?)[\d\s()/.-]{6,20}\Z")),
    (Field.DATE, re.compile(r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\1\d{2,4})(?:[T ]\d{1,2}:\d{2}.*)?\Z")),
    (Field.SOURCE_ID, re.compile(r"(?=.*[A-Za-z])(?=.*\d)[\w-]{8,40}\Z", re.ASCII)),
)
_EACH_ITS_OWN: Final = frozenset({Field.SOURCE_ID})


def shape_of(cells: Sequence[str]) -> Field | None:
    """Give the field whose shape all of these values have; ids are long, and no two of them are alike."""
    filled = [each for each in (cell[:_LONGEST].strip() for cell in cells) if each]
    for shape, pattern in _SHAPES:
        if filled and all(pattern.match(each) for each in filled):
            return shape if shape not in _EACH_ITS_OWN or len(set(filled)) == len(filled) else None
    return None
