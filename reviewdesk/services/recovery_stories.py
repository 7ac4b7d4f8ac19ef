"""Tells other customers how a concern was put right: without a name, or with it where the customer agreed.

What sets a PDF is imported when it is first needed, for it costs more than the window itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from reviewdesk.domain.branding import document_language
from reviewdesk.domain.concern_figures import confirmed_on, is_counted
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.held_back import HeldBack
from reviewdesk.domain.leaks import leaks_in
from reviewdesk.domain.quoting import plain_wording
from reviewdesk.domain.recovery_story import RecoveryStory, template_of, text_of
from reviewdesk.domain.summarising import sender_of
from reviewdesk.domain.summary import Vendor
from reviewdesk.services.branding_reading import branding_in
from reviewdesk.services.documents import family_of, forbidden_in, slug
from reviewdesk.services.everybody import everybody_in
from reviewdesk.services.guarding import hold_back, leaks_of_pdf, leaks_of_text, meant_in
from reviewdesk.services.myself import me
from reviewdesk.services.only_mine import only_mine_in
from reviewdesk.services.print_outs import PrintOut

if TYPE_CHECKING:
    from pathlib import Path
    from uuid import UUID

    from reviewdesk.domain.concern import Concern
    from reviewdesk.domain.leaks import Forbidden
    from reviewdesk.storage.reading import Reading
    from reviewdesk.storage.store import Store

STORY: Final = "story"
ASK_FIRST: Final = "Reword it; or, where they agreed to be named, say that it is meant."


@dataclass(frozen=True, slots=True)
class _Looked:
    """A story with what no other customer must read in it, but for words that are meant."""

    concern: Concern
    value: RecoveryStory
    forbidden: Forbidden
    meant: frozenset[str]


class RecoveryStoryService:
    """Makes the stories of recoveries that other customers may read."""

    def __init__(self, store: Store, fonts: Path, other_books: tuple[str, ...] = ()) -> None:
        self._store, self._fonts = store, fonts
        self._other_books = other_books

    def paper(self, concern_id: UUID, *, named: bool = False) -> PrintOut:
        """Set the story of a concern that its customer confirmed; `named` with the name of the account.

        Raises:
            RefusedError: it was not confirmed, or its cause or its fix is not said.
            LeakError: it would hold something internal, or names somebody of whom nobody said that they agreed.
        """
        from reviewdesk.reports.leak_guard import find_leaks
        from reviewdesk.reports.recovery_story import render_recovery_story

        looked = self._look(concern_id, named=named)
        made, value = render_recovery_story(looked.value, self._fonts), looked.value
        name = f"{slug(' '.join((value.account, value.words['story file'], str(value.written_on))))}.pdf"
        found = find_leaks(made.pdf, looked.forbidden, template=made.template, meant=looked.meant)
        if found:
            held = _held(looked)
            hold_back(replace(held, leaks=leaks_of_pdf(found), pdf=made.pdf, file_name=name), do=ASK_FIRST)
        return PrintOut(made.pdf, name)

    def text(self, concern_id: UUID, *, named: bool = False) -> str:
        """Give the same story as plain text.

        Raises:
            RefusedError: it was not confirmed, or its cause or its fix is not said.
            LeakError: it would hold something internal.
        """
        looked = self._look(concern_id, named=named)
        text, template = text_of(looked.value), template_of(looked.value)
        found = leaks_in(text, looked.forbidden, template=template, meant=looked.meant)
        if found:
            hold_back(replace(_held(looked), leaks=leaks_of_text(found), text=text), do=ASK_FIRST)
        return text

    def _look(self, concern_id: UUID, *, named: bool) -> _Looked:
        with self._store.read() as reading:
            concern = reading.concerns.get(concern_id)
            value = _story(reading, concern, named=named)
            forbidden = self._forbidden(reading, concern, value)
            return _Looked(concern, value, forbidden, meant_in(reading, concern_id, STORY))

    def _forbidden(self, reading: Reading, concern: Concern, value: RecoveryStory) -> Forbidden:
        """Give what no other customer must read: it is everybody's to read, so nobody's name is its own."""
        known = everybody_in(reading)
        own = family_of(known.accounts[concern.account_id], known.accounts)
        found = forbidden_in(reading, concern.account_id, value.as_summary, self._other_books, known)
        return replace(
            found,
            accounts=(*found.accounts, *(known.accounts[each].name for each in own)),
            people=(*found.people, *(each.name for each in known.people if each.account_id in own)),
            printed=(*found.printed, *(text.casefold().strip(" .,;:!?") for text in (value.beyond,) if text)),
            own_names=(),
        )


def _held(looked: _Looked) -> HeldBack:
    concern = looked.concern
    return HeldBack(account_id=concern.account_id, about=concern.id, document=STORY, leaks=())


def _story(reading: Reading, concern: Concern, *, named: bool) -> RecoveryStory:
    _refuse_untold(reading, concern)
    on, mine, book = confirmed_on(concern), me(reading), reading.book
    return RecoveryStory(
        vendor=Vendor(sender_of(book, mine), book.company_line),
        written_on=reading.clock.today(),
        told=plain_wording(concern.summary or concern.words),
        cause=concern.root_cause,
        fix=concern.fix,
        days=max((on - concern.raised_on).days, 0) if on is not None else 0,
        beyond=concern.beyond_the_fix,
        account=reading.accounts.get(concern.account_id).name if named else "",
        language=document_language(None, book),
        email=mine.email if mine is not None else "",
        branding=branding_in(reading),
    )


def _refuse_untold(reading: Reading, concern: Concern) -> None:
    if confirmed_on(concern) is None or not is_counted(concern):
        raise RefusedError("Only what a customer confirmed is told to others. Ask them first whether it is fixed.")
    if not concern.root_cause.strip() or not concern.fix.strip():
        raise RefusedError("A story needs its cause and its fix. Say both on the concern first.")
    if concern.set_aside or only_mine_in(reading).holds(concern):
        raise RefusedError("This concern is set aside, or for you alone. Change that first if others may hear it.")
