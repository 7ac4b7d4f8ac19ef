"""Who else is affected: the accounts that share a cause, those that press most first."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import Final
from uuid import UUID

from reviewdesk.domain.cause_in_concern import LEAST_SHARED
from reviewdesk.domain.concern import Concern
from reviewdesk.domain.shared_problem import Cause, CauseBy, pressing
from reviewdesk.services.account_rows import rows_of_some
from reviewdesk.services.said_before import alike, ideas_in
from reviewdesk.services.shared_problem_values import Sharing
from reviewdesk.storage.lists.sharing import accounts_that_share, known_values, values_of
from reviewdesk.storage.reading import Reading

_OF_PURCHASES = (CauseBy.LOT, CauseBy.PRODUCT, CauseBy.CARRIER, CauseBy.SITE, CauseBy.TERM)
_A_LOT: Final = re.compile(
    r"\b(?:lot|lots|batch|charge|losnummer|chargennummer)\s+(?:no\.?\s*|nr\.?\s*)?((?=[\w/-]*\d)\w[\w/-]*\w)",
    re.IGNORECASE,
)
MOST_ALIKE: Final = 200


def sharing(reading: Reading, causes: Iterable[Cause], besides: UUID | None) -> tuple[Sharing, ...]:
    """Give the accounts that share any of these causes without the one that raised it, what presses most first."""
    by: dict[UUID, list[Cause]] = {}
    said: dict[UUID, str] = {}
    for cause in causes:
        said |= said_alike(reading, cause, besides) if cause.by is CauseBy.WORDS else {}
        for account_id in cohort(reading, cause, besides):
            by.setdefault(account_id, []).append(cause)
    rows = rows_of_some(reading, set(by))
    found = (
        Sharing(
            account_id=row.id, account=row.name, by=tuple(by[row.id]), revenue=row.revenue, currency=row.currency,
            health=row.health, pressing=pressing(row.revenue, row.health), said=said.get(row.id, ""),
        )
        for row in rows
    )  # fmt: skip
    return tuple(sorted(found, key=_most_pressing))


def cohort(reading: Reading, cause: Cause, besides: UUID | None) -> frozenset[UUID]:
    """Give the accounts that share one cause, without the one that raised it."""
    if cause.by is not CauseBy.WORDS:
        return accounts_that_share(reading.connection, cause) - {besides}
    return frozenset(said_alike(reading, cause, besides)) - {besides}


def said_alike(reading: Reading, cause: Cause, besides: UUID | None) -> dict[UUID, str]:
    """Give what other accounts said within the days of a cause that is like its words, of each what is likest."""
    ideas = ideas_in(cause.value)
    echo = alike(reading, ideas, besides or UUID(int=0), MOST_ALIKE) if ideas else None
    least = min(LEAST_SHARED, len(ideas))
    said = [each for each in (echo.found if echo else ()) if _in_days(cause, each.on) and len(each.shared) >= least]
    return {each.account_id: each.words for each in reversed(said)}


def why_nobody(reading: Reading, causes: Iterable[Cause]) -> str:
    """Say why nobody is found by what purchases bear: that none of them bears any, and where it is noted."""
    for cause in causes:
        if cause.by in _OF_PURCHASES and not known_values(reading.connection, cause.by, 1):
            return (
                f"No purchase in this book bears a {cause.by.value}: put it in at Revenue, or import it with the sales."
            )
    return ""


def causes_of(reading: Reading, concern: Concern) -> tuple[Cause, ...]:
    """Give by what others may share a concern: what it is said to be about, its words, and what the account bought."""
    said = [Cause(by=by, value=each) for by, values in _said_of(concern) for each in values]
    lots = [Cause(by=CauseBy.LOT, value=each) for each in _A_LOT.findall(concern.words)]
    tags = {each.casefold() for each in concern.tags}
    bought = [
        Cause(by=by, value=value)
        for by in _OF_PURCHASES
        for value in values_of(reading.connection, by, concern.account_id)
    ]
    named = [each for each in bought if each.value.casefold() in tags or _says(concern.words, each.value)]
    team = [Cause(by=CauseBy.TEAM, value=concern.team)] if concern.team else []
    others = [
        Cause(by=CauseBy.PROCESS, value=each) for each in concern.tags if not _is_named(each, (*said, *lots, *named))
    ]
    words = [Cause(by=CauseBy.WORDS, value=concern.words)]
    return _each_once((*said, *lots, *named, *words, *others, *team, *bought, *_of_the_account(reading, concern)))


def after_loss(reading: Reading, account_id: UUID) -> tuple[Cause, ...]:
    """Give by what others may share the loss of an account: the words and teams of its causes, and what it bought."""
    told = [each for loss in reading.reviewed_losses.where(account_id=account_id) for each in loss.causes]
    words = [Cause(by=CauseBy.WORDS, value=each.words) for each in told if each.words]
    teams = [Cause(by=CauseBy.TEAM, value=each.team) for each in told if each.team]
    concerns = reading.concerns.where(account_id=account_id)
    worried = [each.team for each in concerns if each.team and not each.is_withdrawn]
    bought = [
        Cause(by=by, value=value) for by in _OF_PURCHASES for value in values_of(reading.connection, by, account_id)
    ]
    return _each_once((*words, *teams, *(Cause(by=CauseBy.TEAM, value=each) for each in worried), *bought))


def _of_the_account(reading: Reading, concern: Concern) -> Iterator[Cause]:
    """Give who of us saw to it or knows them, and the lists the account stands on."""
    account = reading.accounts.get(concern.account_id)
    for each in (concern.colleague_id, account.owner_id):
        colleague = reading.colleagues.find(each) if each else None
        if colleague is not None and not colleague.is_me:
            yield Cause(by=CauseBy.PERSON, value=colleague.name)
    yield from (Cause(by=CauseBy.LIST, value=each) for each in account.tags)


def _said_of(concern: Concern) -> tuple[tuple[CauseBy, tuple[str, ...]], ...]:
    """Give what a concern is said to be about, the narrowest first."""
    return (
        (CauseBy.LOT, concern.lots),
        (CauseBy.PRODUCT, concern.products),
        (CauseBy.SITE, concern.sites),
        (CauseBy.CARRIER, concern.carriers),
        (CauseBy.PROCESS, concern.processes),
        (CauseBy.TERM, concern.contract_terms),
    )


def _each_once(causes: Iterable[Cause]) -> tuple[Cause, ...]:
    found: dict[tuple[CauseBy, str], Cause] = {}
    for each in causes:
        found.setdefault((each.by, each.value.casefold()), each)
    return tuple(found.values())


def _says(words: str, value: str) -> bool:
    """Say whether words name a value whole, as a lot or a product."""
    return re.search(rf"(?<!\w){re.escape(value.casefold())}(?!\w)", words.casefold()) is not None


def _is_named(tag: str, named: Collection[Cause]) -> bool:
    return tag.casefold() in {each.value.casefold() for each in named}


def _in_days(cause: Cause, day: date) -> bool:
    return (cause.since is None or day >= cause.since) and (cause.until is None or day <= cause.until)


def _most_pressing(each: Sharing) -> tuple[object, ...]:
    return -each.pressing, -(each.revenue or 0), each.account.casefold(), each.account_id.hex
