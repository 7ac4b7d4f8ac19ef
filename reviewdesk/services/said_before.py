"""Who else said it: concerns and notes of other customers that are like the one that is being typed."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.marker import Marker
from reviewdesk.domain.notes.marks import find_mark
from reviewdesk.domain.said_before import ENOUGH, MOST_IDEAS, Idea, as_written, ideas_of, likeness, weight
from reviewdesk.domain.text import words_of
from reviewdesk.storage import search_alike
from reviewdesk.storage.lists.alike import SaidConcern, concern_words, line_texts
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.search_alike import Alike
from reviewdesk.storage.store import Store

SHOWN: Final = 5
OWN_SHOWN: Final = 2
LATELY: Final = timedelta(days=30)
SHARED_BY: Final = 3
_FULL: Final = 1.0
_OF_A_NOTE: Final = 0.85
_SAME_TAG: Final = 0.4  # a lot or a product in common is enough by itself
_TELLING: Final = 3
_LONGEST: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidBefore:
    """Something another customer said: `words` as it was noted, `shared` the words in it that are like what is typed.

    `score` says from 0 to 1 how alike both are; a note without a concern has no severity and no stage.
    """

    kind: Kind
    record_id: UUID
    account_id: UUID
    account: str
    words: str
    on: date
    score: float
    shared: tuple[str, ...]
    severity: int = 0
    stage: Stage | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """All that is like what is typed: the likeliest first, and how many customers said the like in the last 30 days.

    `own` are the latest concerns of the same customer that are like it, of `own_times` there are.
    """

    found: tuple[SaidBefore, ...] = ()
    accounts_lately: int = 0
    own: tuple[SaidBefore, ...] = ()
    own_times: int = 0

    @property
    def may_be_shared(self) -> bool:
        """Say whether, with the one who says it now, at least three customers do so within 30 days."""
        return self.accounts_lately + 1 >= SHARED_BY


class SaidBeforeService:
    """Looks for what is alike, in this book alone."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def look(self, words: str, account_id: UUID, limit: int = SHOWN) -> Echo:
        """Find what other customers said that is like these words; nothing where the words say too little."""
        ideas = ideas_in(words)
        with self._store.read() as reading:
            return alike(reading, ideas, account_id, limit) if ideas else Echo()


def ideas_in(words: str) -> dict[str, Idea]:
    """Give the ideas that are looked for: the first ones of a long text."""
    return dict(list(ideas_of(words[:_LONGEST]).items())[:MOST_IDEAS])


def alike(reading: Reading, ideas: Mapping[str, Idea], account_id: UUID, limit: int = SHOWN) -> Echo:
    """Find within a reading what customers other than this one said that is like these ideas."""
    held = search_alike.holding(reading.connection, ideas)
    candidates = search_alike.alike(reading.connection, ideas, held)
    if not candidates:
        return Echo()
    total = search_alike.total(reading.connection)
    weights = {key: weight(key, count, total) for key, count in held.items() if count}
    scored = sorted(_scored(reading, candidates, ideas, weights), key=_likeliest)
    ranked = [each for each in scored if each.entry.account_id != account_id]
    own = [each for each in scored if each.entry.account_id == account_id and each.concern is not None]
    since = reading.clock.today() - LATELY
    lately = {each.entry.account_id for each in ranked if each.on >= since and not each.is_taken_back}
    found = tuple(_said(reading, each, ideas) for each in _one_of_each(ranked, limit))
    latest = sorted(own, key=_latest)[:OWN_SHOWN]
    return Echo(
        found=found, accounts_lately=len(lately), own=tuple(_said(reading, each, ideas) for each in latest),
        own_times=len(own),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scored:
    """What was found and how alike it is, before it is told in full: few of the hundreds ever are."""

    entry: Alike
    concern: SaidConcern | None
    words: str
    score: float

    @property
    def is_taken_back(self) -> bool:
        return self.concern is not None and self.concern.taken_back

    @property
    def on(self) -> date:
        return self.concern.on if self.concern else date.fromisoformat(self.entry.day[:10])


def _scored(
    reading: Reading, candidates: Iterable[Alike], ideas: Mapping[str, Idea], weights: Mapping[str, float]
) -> Iterator[_Scored]:
    """Score what was found; a note that became a concern counts as the concern alone, one without a day not at all."""
    found = list(candidates)
    concerns = concern_words(reading.connection, [each.record_id for each in found if each.kind is Kind.CONCERN])
    told = {each.line_id for each in concerns.values() if each.line_id}
    notes = line_texts(reading.connection, [each.record_id for each in found if each.kind is Kind.NOTE_LINE])
    for each in found:
        concern = concerns.get(each.record_id)
        words = concern.words if concern else notes.get(each.record_id, "")
        if not words or each.record_id in told or (concern.withdrawn if concern else _is_praise(words)):
            continue
        if concern is None and not each.day:  # of a review that has no day yet
            continue
        score = likeness(ideas, ideas_of(words[:_LONGEST]), weights) * (_FULL if concern else _OF_A_NOTE)
        score = min(_FULL, score + _SAME_TAG * len(same_tags(concern, ideas)))
        if score >= ENOUGH:
            yield _Scored(each, concern, words, score)


def same_tags(concern: SaidConcern | None, ideas: Mapping[str, Idea]) -> tuple[str, ...]:
    """Give the product, lot, carrier or process of a concern that is named in what is typed: "lot L-2291"."""
    typed = {word for idea in ideas.values() for word in idea.words}
    found = concern.about if concern is not None else ()
    return tuple(f"{what} {value}" for what, value in found if _is_named(value, typed))


def _is_named(value: str, typed: Collection[str]) -> bool:
    telling = [each for each in words_of(value) if len(each) >= _TELLING]
    return bool(telling) and all(each in typed for each in telling)


def _is_praise(words: str) -> bool:
    return find_mark(words).marker is Marker.GOING_RIGHT


def _said(reading: Reading, found: _Scored, ideas: Mapping[str, Idea]) -> SaidBefore:
    entry, concern = found.entry, reading.concerns.find(found.entry.record_id) if found.concern else None
    account = reading.accounts.find(entry.account_id)
    other = ideas_of(found.words[:_LONGEST])
    return SaidBefore(
        kind=entry.kind,
        record_id=entry.record_id,
        account_id=entry.account_id,
        account=account.name if account else "",
        words=found.words,
        on=found.on,
        score=found.score,
        shared=(
            *as_written(found.words, (word for key, idea in other.items() if key in ideas for word in idea.words)),
            *same_tags(found.concern, ideas),
        ),
        severity=concern.severity if concern else 0,
        stage=concern.stage if concern else None,
    )


def _latest(each: _Scored) -> tuple[int, str]:
    return -each.on.toordinal(), each.entry.record_id.hex


def _likeliest(each: _Scored) -> tuple[float, float, str]:
    return -round(each.score, 6), -each.on.toordinal(), each.entry.record_id.hex


def _one_of_each(ranked: list[_Scored], limit: int) -> tuple[_Scored, ...]:
    """Give the likeliest of each account first, for the question is who else; then what else they said."""
    first: dict[UUID, _Scored] = {}
    for each in ranked:
        first.setdefault(each.entry.account_id, each)
    rest = [each for each in ranked if first[each.entry.account_id] is not each]
    return tuple([*first.values(), *rest][:limit])
