"""What the page of a document shows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from reviewdesk.services.documents import DocumentNow


@dataclass(frozen=True, slots=True)
class ShownLeak:
    """Words that were not meant for the customer: what they are, where they stand, and what is taken out with them.

    Pages count from 1; each area is left, bottom, right, top in points from the lower left corner of its page.
    """

    kind: str
    words: str
    page: int
    areas: tuple[tuple[float, float, float, float], ...] = ()
    goes: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One stored version of a summary."""

    summary_id: UUID
    number: int
    finished_on: date
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class ShownDocument:
    """A document with what must be known before it leaves."""

    summary_id: UUID
    review_id: UUID
    account: str
    title: str
    file_name: str
    pdf: bytes
    leaks: tuple[ShownLeak, ...]
    versions: tuple[Version, ...]

    @property
    def version(self) -> Version:
        """The version that is shown."""
        return next(each for each in self.versions if each.summary_id == self.summary_id)

    @property
    def sent_on(self) -> date | None:
        """The day on which this version was sent, if it was."""
        return self.version.sent_on

    @property
    def known(self) -> Version | None:
        """The newest version that the customer has."""
        return next((each for each in reversed(self.versions) if each.sent_on is not None), None)


def shown(now: DocumentNow, summary_id: UUID) -> ShownDocument:
    """Give what is shown of a document."""
    found = now.document
    leaks = tuple(
        ShownLeak(
            each.kind.value, each.words, each.page, tuple((a.left, a.bottom, a.right, a.top) for a in each.areas),
            now.goes.get(each.words, ""),
        )
        for each in found.leaks
    )  # fmt: skip
    versions = tuple(Version(each.id, each.number, each.finished_on, each.sent_on) for each in now.versions)
    title = f"{now.account}, {now.review.period or 'review'} summary"
    return ShownDocument(summary_id, now.review.id, now.account, title, found.file_name, found.pdf, leaks, versions)
