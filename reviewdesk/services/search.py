"""Search over accounts, people and everything ever written."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.intervals import short_day
from reviewdesk.domain.search_query import SearchQuery, read_query
from reviewdesk.domain.text import fold, words_of
from reviewdesk.domain.text_marks import excerpt, marked
from reviewdesk.services.found_values import Found
from reviewdesk.storage import search_finding
from reviewdesk.storage.lists.found import NameCard, accounts_named, name_cards
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.search_finding import Hit, Part, Within
from reviewdesk.storage.search_sources import SOURCES
from reviewdesk.storage.store import Store

NAMES: Final = (Kind.ACCOUNT, Kind.PERSON)
WRITTEN: Final = tuple(kind for kind in SOURCES if kind not in NAMES)
NAMED: Final = {
    Kind.NOTE_LINE: "Review notes",
    Kind.CONTACT: "Call or visit",
    Kind.QUOTE: "Their words",
    Kind.ATTACHMENT: "File",
    Kind.CUSTOM_VALUE: "Own field",
    Kind.SUMMARY: "Summary sent",
    Kind.COLLEAGUE: "Colleague",
    Kind.TOUCHED_BY_CHANGE: "How a change was taken",
    Kind.AFFECTED: "Reached about a problem",
    Kind.PRICE_DIAGNOSIS: "Why price?",
}
_CANDIDATES: Final = 400
_AT_A_KEYSTROKE: Final = 500  # of so many of the newest matches the palette shows a handful; the page ranks more


class SearchService:
    """Finds accounts, people and what was written, in this book and no other."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def names(self, text: str, limit: int = 6) -> tuple[Found, ...]:
        """Find accounts and people: those whose name begins with the words first."""
        query = read_query(text)
        with self._store.read() as reading:
            within = within_named(reading, query, Within(NAMES))
            if within is None:
                return ()
            candidates = Part(_CANDIDATES, names_only=True, ranked=_CANDIDATES)
            named = search_finding.find(reading.connection, query, within, candidates)
            best = sorted(named, key=lambda hit: _names_first(hit, query))[:limit]
            hits = search_finding.whole(reading.connection, best)
            cards = name_cards(reading.connection, [each.record_id for each in best])
        return tuple(_named(each, cards[each.record_id], query) for each in hits if each.record_id in cards)

    def written(self, text: str, *, account_id: UUID | None = None, limit: int = 12) -> tuple[Found, ...]:
        """Find what was said and written, newest first with the best on top."""
        query = read_query(text)
        with self._store.read() as reading:
            within = within_named(reading, query, Within(WRITTEN, (account_id,) if account_id else ()))
            if within is None:
                return ()
            hits = search_finding.find(reading.connection, query, within, Part(2 * limit, ranked=_AT_A_KEYSTROKE))
            shown, today = each_once(hits)[:limit], reading.clock.today()
            fields = field_names(reading, shown)
        return tuple(found_of(each, query, today, place=fields.get(each.record_id, "")) for each in shown)


def within_named(reading: Reading, query: SearchQuery, within: Within) -> Within | None:
    """Look in the accounts that `in:` names alone; nothing where none is called so."""
    accounts = within.accounts
    for name in query.within:
        named = accounts_named(reading.connection, name)
        accounts = tuple(each for each in named if not accounts or each in accounts)
        if not accounts:
            return None
    return Within(within.kinds, accounts, within.since, within.until)


def each_once(hits: Iterable[Hit]) -> list[Hit]:
    """Leave a note line out where the record it made says the same."""
    once: dict[tuple[object, ...], Hit] = {}
    for each in hits:
        key = (each.account_id, *words_of(each.text.split("\n", 1)[0]))
        if key not in once or once[key].kind is Kind.NOTE_LINE:
            once[key] = each
    return list(once.values())


def field_names(reading: Reading, hits: Iterable[Hit]) -> dict[UUID, str]:
    """Give the names of the person's own fields in which something was found, by what was found."""
    values = reading.custom_values.where(id=[each.record_id for each in hits if each.kind is Kind.CUSTOM_VALUE])
    return {each.id: reading.custom_fields.get(each.field_id).name for each in values}


def found_of(hit: Hit, query: SearchQuery, today: date, *, place: str = "") -> Found:
    """Give what was found with the words around the first match; `place` says where, if its kind does not."""
    title = excerpt(hit.text, query.words)
    review_id = hit.record_id if hit.kind is Kind.REVIEW else hit.review_id
    day = short_day(date.fromisoformat(hit.day[:10]), today) if hit.day else ""
    meta = " · ".join(filter(None, (place or called(hit.kind), hit.account, day)))
    marks = marked(title, query.words)
    return Found(
        hit.kind, hit.record_id, hit.account_id, review_id, title, marks, meta, account=hit.account, day=hit.day[:10]
    )


def called(kind: Kind) -> str:
    """Give what a kind of record is called where it was found."""
    return NAMED.get(kind, kind.value.capitalize())


def _names_first(hit: Hit, query: SearchQuery) -> tuple[bool, bool, int, str]:
    name = fold(hit.text.split("\n", 1)[0])
    holds = any(each in name for each in query.words)
    begins = any(name.startswith(each) for each in query.words)
    return (not holds, not begins, len(name), name)


def _named(hit: Hit, card: NameCard, query: SearchQuery) -> Found:
    title = hit.text.split("\n", 1)[0]
    meta = _with_reason(hit, (title, card.meta, card.phone), query.words)
    marks = marked(title, query.words)
    return Found(hit.kind, hit.record_id, hit.account_id, None, title, marks, meta, card.phone, account=hit.account)


def _with_reason(hit: Hit, shown: tuple[str, str, str], words: list[str]) -> str:
    """Give the remark, with the words of a note behind it where what is shown does not hold all that was typed."""
    meta = shown[1]
    if all(marked("\n".join(shown), [each]) for each in words):
        return meta
    return " · ".join(filter(None, (meta, excerpt(hit.text.partition("\n")[2], words))))
