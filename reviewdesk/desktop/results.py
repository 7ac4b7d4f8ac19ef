"""What the search over everything shows: groups of results with the matches marked."""

from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Result:
    """One thing found; marks are (start, length) within the title and the remark."""

    key: object
    title: str
    icon: str = ""
    meta: str = ""
    right: str = ""
    title_marks: tuple[Span, ...] = ()
    meta_marks: tuple[Span, ...] = ()

    @property
    def said(self) -> str:
        """The result as it is read aloud."""
        return ", ".join(part for part in (self.title, self.meta, self.right) if part)


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """Results of one kind under their heading."""

    title: str
    results: tuple[Result, ...]
