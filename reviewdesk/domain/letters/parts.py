"""What the body of a letter is made of."""

from dataclasses import dataclass
from typing import TypeAlias

from reviewdesk.domain.letters.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, with a heading above it where it has one."""

    text: Pieces
    heading: Pieces = ()


@dataclass(frozen=True, slots=True)
class SetOff:
    """Words that stand by themselves on a soft ground: what the customer told us."""

    text: Pieces


Part: TypeAlias = Paragraph | SetOff
