"""What the page of a document shows, and what can be done with it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID

from reviewdesk.domain.comparing import compared
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.printed_lines import Path
from reviewdesk.domain.remark import Remark
from reviewdesk.domain.review import StoredSummary
from reviewdesk.domain.summary import CustomerSummary, from_json
from reviewdesk.services.documents import CheckedDocument, DocumentNow
from reviewdesk.services.print_outs import PrintOut
from reviewdesk.services.remarks import Pinned
from reviewdesk.services.wordings import LineOnPage

Area = tuple[float, float, float, float]


__all__ = ["Pinned", "Remark"]


class Way(StrEnum):
    """What can be done with a document that is shown."""

    SAVE = "save"
    PRINT = "print"
    OPEN = "open"
    MAIL = "mail"
    SENT = "sent"
    TAKE_OUT = "take out"
    MEAN = "mean"
    REWORD = "reword"
    REMARK = "remark"
    FINISH = "finish"


class Boxed(Protocol):
    """Something that lies in a box."""

    @property
    def box(self) -> Area:
        """Give left, bottom, right and top."""
        ...


class Letters(Protocol):
    """The text of one page, and where its letters stand, as it was read from the document."""

    @property
    def number(self) -> int:
        """The page, counted from 1."""
        ...

    @property
    def text(self) -> str:
        """All letters in reading order."""
        ...

    @property
    def boxes(self) -> tuple[Area, ...]:
        """For each letter left, bottom, right and top in points."""
        ...

    def areas(self, start: int, end: int) -> Sequence[Boxed]:
        """Give where a part of the text stands, one area a line."""
        ...


OUT: Final = frozenset({Way.SAVE, Way.PRINT, Way.OPEN})


@dataclass(frozen=True, slots=True)
class ShownLeak:
    """Words that were not meant for the customer: what they are, where they stand, and what is taken out with them.

    Pages count from 1; each area is left, bottom, right, top in points from the lower left corner of its page.
    """

    kind: str
    words: str
    page: int
    areas: tuple[Area, ...] = ()
    goes: str = ""


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line that somebody wrote: the path of the value it is printed from, and where it stands on its page.

    A page of 0 says that it was not found on any.
    """

    path: Path
    part: str
    words: str
    quoted: bool = False
    page: int = 0
    areas: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a summary: whom it went to, and what is different from the one before."""

    summary_id: UUID
    number: int
    finished_on: date
    sent_on: date | None = None
    sent_to: tuple[str, ...] = ()
    differences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownDocument:
    """A document with what must be known before it leaves, and the ways it can go.

    `sizes` are the width and height of each page in points. Only a stored summary has versions; `is_behind` says that
    the book has changed since the document was made from it.
    """

    title: str
    file_name: str
    pdf: bytes
    sizes: tuple[tuple[float, float], ...] = ()
    ways: frozenset[Way] = OUT
    for_us: bool = False
    is_behind: bool = False
    is_draft: bool = False
    is_finished: bool = False
    leaks: tuple[ShownLeak, ...] = ()
    lines: tuple[ShownLine, ...] = ()
    review_id: UUID | None = None
    summary_id: UUID | None = None
    versions: tuple[Version, ...] = ()

    @property
    def version(self) -> Version | None:
        """The version that is shown, where there are any."""
        return next((each for each in self.versions if each.summary_id == self.summary_id), None)

    @property
    def known(self) -> Version | None:
        """The newest version that the customer has."""
        return next((each for each in reversed(self.versions) if each.sent_on is not None), None)

    def fallen_behind(self) -> "ShownDocument":
        """Give it as one that the book has gone on from."""
        return replace(self, is_behind=True)


def shown_summary(now: DocumentNow, lines: Sequence[LineOnPage], summary_id: UUID) -> ShownDocument:
    """Give what is shown of a stored summary; only its newest version is reworded."""
    found = now.document
    newest = now.versions[-1].id == summary_id
    return ShownDocument(
        title=f"{now.account}, {now.review.period or 'review'} summary",
        file_name=found.file_name,
        pdf=found.pdf,
        ways=OUT | {Way.MAIL, Way.SENT, Way.TAKE_OUT, Way.MEAN, Way.REMARK} | ({Way.REWORD} if newest else frozenset()),
        leaks=_leaks(found, now.goes),
        lines=tuple(map(_line, lines)) if newest else (),
        review_id=now.review.id,
        summary_id=summary_id,
        versions=tuple(_versions(now.versions)),
    )


def _versions(stored: Sequence[StoredSummary]) -> Iterator[Version]:
    before: CustomerSummary | None = None
    for each in stored:
        value = from_json(each.value)
        differences = compared(before, value) if before is not None else ()
        yield Version(each.id, each.number, each.finished_on, each.sent_on, each.sent_to, differences)
        before = value


def shown_draft(
    review_id: UUID, account: str, found: CheckedDocument, lines: Sequence[LineOnPage], *, finished: bool
) -> ShownDocument:
    """Give what is shown of a summary that is not finished yet."""
    return ShownDocument(
        title=f"{account}, draft of the summary",
        file_name=found.file_name,
        pdf=found.pdf,
        ways=frozenset({Way.REWORD, Way.REMARK, Way.TAKE_OUT, Way.FINISH}),
        leaks=_leaks(found, {}),
        lines=tuple(map(_line, lines)),
        review_id=review_id,
        is_draft=True,
        is_finished=finished,
    )


def shown_held(held: HeldBack, title: str) -> ShownDocument:
    """Give what is shown of a document that was held back until what was found in it is decided."""
    return ShownDocument(
        title=title,
        file_name=held.file_name,
        pdf=held.pdf,
        ways=frozenset({Way.MEAN, Way.TAKE_OUT} if held.may_take_out else {Way.MEAN}),
        leaks=tuple(ShownLeak(each.kind, each.words, each.page, each.areas) for each in held.leaks),
    )


def _leaks(found: CheckedDocument, goes: Mapping[str, str]) -> tuple[ShownLeak, ...]:
    return tuple(
        ShownLeak(each.kind.value, each.words, each.page, tuple(a.box for a in each.areas), goes.get(each.words, ""))
        for each in found.leaks
    )


def _line(found: LineOnPage) -> ShownLine:
    line, place = found.line, found.place
    areas = tuple(each.box for each in place.areas) if place else ()
    return ShownLine(line.path, line.part, line.words, line.quoted, place.page if place else 0, areas)


def shown_paper(made: PrintOut, title: str, *, mails: bool) -> ShownDocument:
    """Give what is shown of a document that was made from the book as it stands."""
    return ShownDocument(
        title=title,
        file_name=made.file_name,
        pdf=made.pdf,
        ways=OUT | ({Way.MAIL} if mails else frozenset()),
        for_us=made.is_for_us,
    )
