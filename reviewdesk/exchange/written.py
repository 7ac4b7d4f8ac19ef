"""A document as another program's file, with which of its words are our own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Written:
    """The content of a file; `own` are the pieces of its text that it would have without any data."""

    content: bytes
    own: tuple[str, ...]
