"""Documents: rendered from what was stored, checked for leaks, and written whole where the person wants them.

What sets and searches a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from reviewdesk.domain.account import Account
from reviewdesk.domain.errors import LeakError, MissingError, RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.leaks import Forbidden
from reviewdesk.domain.review import Review, StoredSummary
from reviewdesk.domain.summary import CustomerSummary, from_json, to_json
from reviewdesk.domain.taking_out import what_goes, without
from reviewdesk.services.everybody import Everybody, everybody_in
from reviewdesk.services.gathering import charts_now
from reviewdesk.services.internal_words import internal_words
from reviewdesk.services.kept_out import keep_out
from reviewdesk.services.outcome import Outcome
from reviewdesk.services.versions import after, send_in, versions_of
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store

if TYPE_CHECKING:
    from reviewdesk.reports.leak_guard import Leak

LONGEST_NAME: Final = 120
LONGEST_ACCOUNT: Final = 80
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """A customer's document as it stands: its pages, the name of its file, and what must not leave with it."""

    pdf: bytes
    file_name: str
    leaks: tuple[Leak, ...] = ()
    summary: StoredSummary | None = None


@dataclass(frozen=True, slots=True)
class DocumentNow:
    """A document as its page shows it: beside it the review it belongs to and all its versions, oldest first.

    `goes` says of the words of each leak what is taken out with them.
    """

    document: CheckedDocument
    account: str
    review: Review
    versions: tuple[StoredSummary, ...]
    goes: Mapping[str, str] = field(default_factory=dict)


class DocumentService:
    """Renders, checks and writes the documents of a review."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store = store
        self._fonts = fonts
        self._other_books = other_books

    def newest(self, review_id: UUID) -> StoredSummary:
        """Give the newest stored summary of a review.

        Raises:
            MissingError: the review is not finished yet.
        """
        with self._store.read() as reading:
            found = versions_of(reading, review_id)
        if not found:
            raise MissingError("This review has no summary yet. Finish it in Wrap up first.")
        return found[-1]

    def check(self, summary_id: UUID) -> CheckedDocument:
        """Render a stored summary and look through it for what the customer must not read."""
        with self._store.read() as reading:
            stored = reading.summaries.get(summary_id)
            value = from_json(stored.value)
            review = reading.reviews.get(stored.review_id)
            forbidden = forbidden_for(reading, review, value, self._other_books)
            file_name = file_name_of(value, review_to_name(reading, review, value))
        pdf, leaks = self._render(value, forbidden, frozenset(stored.meant))
        return CheckedDocument(pdf, file_name, leaks, stored)

    def shown(self, summary_id: UUID) -> DocumentNow:
        """Give a document with its review and its other versions."""
        document = self.check(summary_id)
        with self._store.read() as reading:
            stored = reading.summaries.get(summary_id)
            review = reading.reviews.get(stored.review_id)
            versions = versions_of(reading, review.id)
            account = reading.accounts.get(review.account_id).name
        value = from_json(stored.value)
        goes = {each.words: what_goes(value, each.words) for each in document.leaks}
        return DocumentNow(document, account, review, tuple(versions), goes)

    def check_draft(self, review_id: UUID, value: CustomerSummary) -> CheckedDocument:
        """Render a summary that is not stored yet and look through it."""
        with self._store.read() as reading:
            forbidden = forbidden_for(reading, reading.reviews.get(review_id), value, self._other_books)
        pdf, leaks = self._render(value, forbidden, frozenset())
        return CheckedDocument(pdf, file_name_of(value), leaks)

    def save(self, summary_id: UUID, path: Path, *, keep_what_is_there: bool = False) -> Path:
        """Write a customer's summary whole to a file, or into a folder under its own name; give the file.

        With `keep_what_is_there` a new name is found beside a file that is there already.

        Raises:
            LeakError: it holds something internal that nobody said is meant; nothing is written.
            RefusedError: there is no such folder, no room or no right to write there; what was there is untouched.
        """
        if not path.parent.is_dir():
            raise RefusedError(f"There is no folder {path.parent}. Choose one that is there, or make it first.")
        checked = self.check(summary_id)
        refuse_leaks(checked.leaks)
        folder, name = (path, checked.file_name) if path.is_dir() else (path.parent, path.name)
        target = free_path(folder, name) if keep_what_is_there or path.is_dir() else path
        write_whole(target, checked.pdf)
        return target

    def mean_it(self, summary_id: UUID, words: str) -> Outcome[StoredSummary]:
        """Say that words found by the leak guard are meant for the customer; this is kept in the history."""
        with self._store.write(f"“{words}” is meant") as work:
            stored = work.summaries.get(summary_id)
            stored = work.summaries.put(replace(stored, meant=(*stored.meant, words)))
        return Outcome(stored, work.changes)

    def take_out(self, summary_id: UUID, words: str) -> Outcome[StoredSummary]:
        """Take what holds these words out of a summary, and set it aside; this makes its next numbered version.

        Raises:
            RefusedError: the words stand where nothing can be taken out, as in the account's name.
        """
        with self._store.write(f"Take out “{words}”") as work:
            stored = work.summaries.get(summary_id)
            today = self._store.clock.today()
            left = replace(without(from_json(stored.value), words), finished_on=today)
            keep_out(work, work.reviews.get(stored.review_id), words)
            left = replace(left, charts=charts_now(work, work.reviews.get(stored.review_id), left.held_on))
            value = after(versions_of(work, stored.review_id), left)
            fresh = StoredSummary(
                account_id=stored.account_id, review_id=stored.review_id, number=value.version, value=to_json(value),
                finished_on=today, meant=stored.meant,
            )  # fmt: skip
            stored = work.summaries.put(fresh)
        return Outcome(stored, work.changes)

    def mark_sent(self, summary_id: UUID) -> Outcome[StoredSummary]:
        """Say that the customer has this version.

        Raises:
            LeakError: it holds something internal that nobody said is meant.
        """
        refuse_leaks(self.check(summary_id).leaks)
        with self._store.write("Summary sent") as work:
            stored, _ = send_in(work, summary_id)
        return Outcome(stored, work.changes)

    def warm_up(self) -> None:
        """Import what sets and searches a PDF while nobody waits for it."""
        import reviewdesk.reports.leak_guard
        import reviewdesk.reports.summary  # noqa: F401 - for what importing it brings

    def _render(
        self, value: CustomerSummary, forbidden: Forbidden, meant: frozenset[str]
    ) -> tuple[bytes, tuple[Leak, ...]]:
        from reviewdesk.reports.leak_guard import find_leaks
        from reviewdesk.reports.summary import render

        try:
            rendered = render(value, self._fonts)
        except (OSError, ValueError) as error:
            raise RefusedError("The summary could not be written. Try again; what you typed is safe.") from error
        return rendered.pdf, find_leaks(rendered.pdf, forbidden, template=rendered.template, meant=meant)


def forbidden_for(reading: Reading, review: Review, value: CustomerSummary, other_books: tuple[str, ...]) -> Forbidden:
    """Gather what the customer of a review must not read in what says as much as `value`."""
    return forbidden_in(reading, review.account_id, value, other_books)


def forbidden_in(
    reading: Reading, account_id: UUID, value: CustomerSummary, other_books: tuple[str, ...],
    known: Everybody | None = None,
) -> Forbidden:  # fmt: skip
    """Gather what a customer must not read in what says as much as `value`; `known` are all who were read already."""
    known = known or everybody_in(reading)
    own = family_of(known.accounts[account_id], known.accounts)
    internal = internal_words(reading, account_id, value)
    return Forbidden(
        rivals=tuple(sorted(known.rivals)),
        accounts=tuple(each.name for each in known.accounts.values() if each.id not in own),
        people=tuple(each.name for each in known.people if each.account_id not in own),
        books=tuple(each for each in other_books if not any(_names_part_of(own, each) for own in _ours(value))),
        lines=internal.lines,
        reworded=internal.reworded,
        printed=internal.printed,
        quoted=internal.quoted,
        quotes=internal.quotes,
        own_names=(
            *value.own_names,
            *(known.accounts[each].name for each in own),
            *(each.name for each in known.people if each.account_id in own),
        ),
    )


def _ours(value: CustomerSummary) -> tuple[str, ...]:
    """Give what a document says of its sender, in whose names a book of ours may be called."""
    return value.vendor.name, value.branding.prepared_by, value.branding.footer


def _names_part_of(ours: str, book: str) -> bool:
    """Say whether a book is called by words of our own name, as the book of a company often is."""
    words, wanted = folded(ours).split(), folded(book).split()
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words)))


def refuse_leaks(leaks: tuple[Leak, ...]) -> None:
    """Refuse to let a document out that holds something internal.

    Raises:
        LeakError: there is a leak; the sentence names the first ones.
    """
    if leaks:
        first = ", ".join(f"“{each.words}” ({each.kind.value})" for each in leaks[:3])
        raise LeakError(f"This document holds what is not for the customer: {first}. Take it out, or say it is meant.")


def family_of(account: Account, accounts: Mapping[UUID, Account]) -> set[UUID]:
    """Give the accounts reviewed together with this one: itself, its sites, and its group where that is ticked."""
    parent = accounts.get(account.parent_id) if account.parent_id else None
    top = parent if parent is not None and (parent.review_as_group or account.is_site) else account
    together = {
        each.id for each in accounts.values() if each.parent_id == top.id and (top.review_as_group or each.is_site)
    }
    return {account.id, top.id, *together}


def file_name_of(value: CustomerSummary, review_id: UUID | None = None) -> str:
    """Name the file of a summary: account, period, what it is and its version, safe on every system.

    The review is named too where another one would have the same name.
    """
    account, when = _cut(slug(value.account), LONGEST_ACCOUNT), value.period or value.held_on.isoformat()
    told_apart = f"-{review_id.hex[:8]}" if review_id else ""
    return f"{slug(f'{account} {when} review summary')}{told_apart}-v{value.version}.pdf"


def review_to_name(reading: Reading, review: Review, value: CustomerSummary) -> UUID | None:
    """Give the review where another one of this period, be it of an account of the same name, has a summary too."""
    named = _cut(slug(value.account), LONGEST_ACCOUNT).casefold()
    same = [each.id for each in reading.accounts.all() if _cut(slug(each.name), LONGEST_ACCOUNT).casefold() == named]
    held = {each.id for one in same for each in reading.reviews.outlines(one) if each.period == review.period}
    summed = {each.review_id for one in same for each in reading.summaries.where(account_id=one)}
    return review.id if (held & summed) - {review.id} else None


def slug(text: str) -> str:
    """Turn any text into part of a file name that every system takes: letters, digits and hyphens."""
    plain = unicodedata.normalize("NFC", text)
    kept = _cut(re.sub(r"[^\w]+", "-", plain).strip("-_"), LONGEST_NAME).strip("-_")
    return f"{kept}-file" if kept.casefold() in _RESERVED else kept or "document"


def _cut(text: str, most: int) -> str:
    """Cut a text to so many bytes, between two letters."""
    return text.encode()[:most].decode(errors="ignore")


def free_path(folder: Path, name: str) -> Path:
    """Give a place in a folder where nothing is overwritten."""
    path, number = folder / name, 2
    while path.exists():
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
        number += 1
    return path
