"""How one source writes one kind of table, declared by its headers."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from reviewdesk.domain.importing.fields import Field, TableKind

_SPACES = re.compile(r"\s+")


@lru_cache(maxsize=8192)
def folded_header(header: str) -> str:
    """Fold a header as headers are compared: trimmed, lower case, no trailing star, dashes and spaces made alike."""
    plain = unicodedata.normalize("NFKC", header).replace("–", "-").replace("\ufeff", "")
    return _SPACES.sub(" ", plain.strip().rstrip("*").strip().lower())


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of table as one source writes it.

    `columns` maps folded headers to fields; a header mapped to nothing is known and not read. `spare` holds headers
    that are read only where no column of `columns` gave their field. Two or more of `marks` recognise the source.
    `why_not` says why a table of no records is left out.
    """

    source: str
    kind: TableKind
    columns: Mapping[str, Field | None]
    marks: frozenset[str]
    spare: Mapping[str, Field] = field(default_factory=dict)
    why_not: str = ""

    def score(self, headers: frozenset[str]) -> tuple[int, int]:
        """Count the marks and the known columns among these folded headers."""
        known = sum(1 for each in headers if each in self.columns or each in self.spare)
        return (len(self.marks & headers), known)


def marks(headers: str) -> frozenset[str]:
    """Split marks written with a bar between them."""
    return frozenset(each.strip() for each in headers.split("|"))
