"""A customer's summary on its page: a finished version as it is kept, or the draft as the notes would make it now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from reviewdesk.desktop.document.model import ShownDocument, shown_draft, shown_summary
from reviewdesk.desktop.document.sources import Fixed, Paper, PaperSource, Source
from reviewdesk.domain.changes import Kind
from reviewdesk.domain.document_kinds import DocumentKind, kind_of
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.review import StoredSummary
from reviewdesk.domain.summary import from_json
from reviewdesk.services.documents import refuse_leaks
from reviewdesk.services.finishing import Finished

if TYPE_CHECKING:
    from pathlib import Path as FilePath
    from uuid import UUID

    from reviewdesk.domain.changes import Changes
    from reviewdesk.domain.printed_lines import Path
    from reviewdesk.services.document_templates import DocumentTemplateService
    from reviewdesk.services.documents import DocumentNow, DocumentService
    from reviewdesk.services.formats import FormatService
    from reviewdesk.services.guarding import GuardService
    from reviewdesk.services.meetings import MeetingService
    from reviewdesk.services.outcome import Outcome
    from reviewdesk.services.print_outs import PrintOutService
    from reviewdesk.services.remarks import RemarkService
    from reviewdesk.services.wordings import WordingService


@dataclass(frozen=True, slots=True)
class OtherFormats:
    """What writes a summary as something else than a PDF, and the templates it may be written into."""

    formats: FormatService
    templates: DocumentTemplateService


class Sources:
    """Gives the source of each document that can be shown."""

    def __init__(
        self, documents: DocumentService, prints: PrintOutService, wordings: WordingService, meetings: MeetingService,
        remarks: RemarkService, guard: GuardService, others: OtherFormats,
    ) -> None:  # fmt: skip
        self.documents, self.prints, self.wordings, self.meetings = documents, prints, wordings, meetings
        self.remarks, self.guard = remarks, guard
        self.formats, self.templates = others.formats, others.templates

    def summary(self, summary_id: UUID) -> Source:
        """Give a stored summary."""
        return SummarySource(self, summary_id)

    def draft(self, review_id: UUID) -> Source:
        """Give the summary of a review as its notes would make it now."""
        return DraftSource(self, review_id)

    def paper(self, paper: Paper) -> Source:
        """Give a document that is made from the book as it stands."""
        return PaperSource(self.prints, self.guard, paper)


class SummarySource(Fixed):
    """A stored summary; what was finished stays as it is, so nothing makes it fall behind."""

    falls_behind = False
    is_kept = True

    def __init__(self, sources: Sources, summary_id: UUID) -> None:
        self._sources, self.summary_id = sources, summary_id
        self._documents, self._wordings = sources.documents, sources.wordings
        self._now: DocumentNow | None = None

    def read(self) -> ShownDocument:
        """Render it, look through it, and find its lines."""
        now = self._now = self._documents.shown(self.summary_id)
        stored = now.document.summary
        lines = self._wordings.lines(from_json(stored.value), now.document.pdf) if stored else ()
        return shown_summary(now, lines, self.summary_id)

    def check(self) -> None:
        """Refuse it while a leak is undecided."""
        if self._now is not None:
            refuse_leaks(self._now.document.leaks)

    def save(self, path: FilePath) -> FilePath:
        """Write it as what the file's name ends with."""
        kind = DocumentKind.PDF if path.is_dir() else kind_of(path.suffix)
        return self._sources.formats.save_as(self.summary_id, kind, path)

    def put_aside(self) -> FilePath:
        """Write it beside the drafts."""
        return self._documents.save(self.summary_id, self._sources.prints.own_folder())

    def is_changed_by(self, changes: Changes) -> bool:
        """Say whether its leaks or versions may be others now."""
        return changes.touch(Kind.SUMMARY, Kind.REVIEW)

    def take_out(self, words: str) -> Outcome[Any]:
        """Make the next version without these words."""
        return self._documents.take_out(self.summary_id, words)

    def mean_it(self, words: str) -> Outcome[Any]:
        """Keep with this version that they are meant."""
        return self._documents.mean_it(self.summary_id, words)

    def reword(self, path: Path, words: str) -> Outcome[Any]:
        """Make the next version with other words."""
        return self._wordings.reword(self.summary_id, path, words)

    def say_as_heard(self, path: Path, words: str) -> Outcome[Any]:
        """Make the next version in which the quote is something heard."""
        del words
        return self._wordings.say_as_heard(self.summary_id, path)

    def after(self, value: object) -> Source:
        """Go on with the version that was made."""
        return SummarySource(self._sources, value.id) if isinstance(value, StoredSummary) else self


_DRAWN_FROM: Final = (
    Kind.REVIEW, Kind.NOTE_LINE, Kind.CONCERN, Kind.FOLLOW_UP, Kind.QUOTE, Kind.GOAL, Kind.ACTUAL, Kind.ANSWER,
    Kind.ACCOUNT, Kind.PERSON, Kind.COLLEAGUE, Kind.BOOK, Kind.PURCHASE, Kind.SUMMARY,
)  # fmt: skip


class DraftSource(Fixed):
    """A summary that is not finished; it is drawn anew as soon as its records change."""

    falls_behind = False

    def __init__(self, sources: Sources, review_id: UUID) -> None:
        self._sources, self._review_id = sources, review_id
        self._documents, self._wordings = sources.documents, sources.wordings

    def read(self) -> ShownDocument:
        """Make it from the records, look through it, and find its lines."""
        value = self._wordings.draft(self._review_id)
        found = self._documents.check_draft(self._review_id, value)
        lines = self._wordings.lines(value, found.pdf)
        return shown_draft(self._review_id, value.account, found, lines, finished=value.version > 1)

    def check(self) -> None:
        """Never let it leave."""
        raise RefusedError("This is a draft. Finish the review first; then it can be saved, printed and sent.")

    def save(self, path: FilePath) -> FilePath:
        """Refuse it."""
        self.check()
        return path

    def put_aside(self) -> FilePath:
        """Refuse it."""
        raise NotImplementedError

    def is_changed_by(self, changes: Changes) -> bool:
        """Say whether one of the records it is made from was touched."""
        return changes.touch(*_DRAWN_FROM)

    def take_out(self, words: str) -> Outcome[Any]:
        """Set aside what holds these words."""
        return self._wordings.take_out_of_draft(self._review_id, words)

    def reword(self, path: Path, words: str) -> Outcome[Any]:
        """Keep the wording with what the line comes from."""
        return self._wordings.reword_draft(self._review_id, path, words)

    def say_as_heard(self, path: Path, words: str) -> Outcome[Any]:
        """Print the quote as something heard from now on."""
        return self._wordings.draft_as_heard(self._review_id, path, words)

    def finish(self) -> Outcome[Any]:
        """Finish the review, which makes this its first version or its next one."""
        return self._sources.meetings.finish(self._review_id)

    def after(self, value: object) -> Source:
        """Go on with the version that was made, else stay with the draft."""
        return SummarySource(self._sources, value.summary.id) if isinstance(value, Finished) else self
