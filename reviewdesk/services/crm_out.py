"""What goes back to the company's CRM: contacts made, notes, follow-ups and opportunities since last time."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final
from uuid import UUID

from reviewdesk.domain.changes import Kind
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.handed_over import HandedOver
from reviewdesk.domain.handing_over import (
    HandItem,
    HandKind,
    contact_item,
    first_day,
    follow_up_item,
    opportunity_item,
    review_item,
    sorted_out,
)
from reviewdesk.domain.people import Person
from reviewdesk.domain.purchase import SourceKey
from reviewdesk.domain.review import NoteLine
from reviewdesk.exchange.crm.any_crm import NAME as ANY
from reviewdesk.exchange.crm.every import CRMS
from reviewdesk.exchange.crm.formats import Linked, files_for, remark_of
from reviewdesk.services.crm_values import CrmOffer, HandedFiles, OfferedItem, StayingItem
from reviewdesk.services.documents import free_path, slug
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.atomic import write_whole
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

Key = tuple[HandKind, UUID]
_ALL: Final = tuple(CRMS)


class CrmOutService:
    """Hands over to the company's CRM."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def offer(self, crm: str = "", since: date | None = None) -> CrmOffer:
        """Say what would go to a CRM, without a name to the one that the book's accounts came from.

        Without a day it begins 30 days before the first time, which may be today.

        Raises:
            RefusedError: there is no such CRM.
        """
        with self._store.read() as reading:
            known = _known(reading)
            format_ = CRMS.get(crm or (known[0] if known else ANY))
            if format_ is None:
                raise RefusedError(f"“{crm}” is none of the CRMs known here: {', '.join(_ALL)}.")
            names = {each.id: each.name for each in reading.accounts.all()}
            handed = reading.handed_over.where(source=format_.name)
            links = _Links.of(reading, format_.name)
            items = [each for each in _items(reading) if each.account_id in names]
        begins = since or first_day(handed, self._store.clock.today())
        found = sorted_out(items, handed, links.accounts, begins, by_id=format_.by_id, crm=format_.name)
        going = (
            OfferedItem(
                item=each.item, account=names[each.item.account_id], again=each.again,
                remark=remark_of(format_, each.item), table=format_.table_for(each.item).name,
            )
            for each in found.going
        )  # fmt: skip
        return CrmOffer(
            crm=format_.name,
            crms=_ALL,
            known=known,
            today=self._store.clock.today(),
            going=tuple(going),
            staying=tuple(StayingItem(each.item, names[each.item.account_id], each.why) for each in found.staying),
            since=begins,
            earlier=found.earlier,
            last_on=max((each.handed_on for each in handed), default=None),
        )

    def hand_over(self, offer: CrmOffer, chosen: Collection[Key], folder: Path) -> Outcome[HandedFiles]:
        """Write what was chosen as the CRM's import files into a folder, and remember it as handed over: one step.

        Raises:
            RefusedError: nothing was chosen, or a file cannot be written there; nothing counts as handed over then.
        """
        going = [each for each in offer.going if each.key in chosen]
        if not going:
            raise RefusedError("Nothing is ticked. Tick what is to go, or leave it for another time.")
        format_ = CRMS[offer.crm]
        with self._store.read() as reading:
            links = _Links.of(reading, offer.crm)
            files = files_for(format_, [(each.item, links.of_item(each.item), each.again) for each in going])
        paths = [free_path(folder, f"{offer.today} {slug(offer.crm)} {name}.csv") for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            write_whole(path, content)
        with self._store.write(f"Hand over to {offer.crm}") as work:
            _remember(work, offer, going)
        return Outcome(HandedFiles(tuple(paths), len(going)), work.changes)

    def as_text(self, record_id: UUID) -> str:
        """Give one thing as text to be pasted into a CRM; *only me* stays here as it does in a file.

        Raises:
            RefusedError: it may not leave, or is not in the book.
        """
        with self._store.read() as reading:
            item = next(_items(reading, record_id), None)
            if item is None:
                raise RefusedError("Go to a contact, a follow-up or a review that was held first, then copy it.")
            if item.only_me:
                raise RefusedError(f"{item.only_me}. Show a line to our side first, then copy it.")
            links = _Links.of(reading, ANY)
            linked = links.of_item(item)
        return _text(item, linked)


def _known(reading: Reading) -> tuple[str, ...]:
    """Give the CRMs that accounts of the book came from, the one of most accounts first."""
    counts: dict[str, int] = {}
    for each in reading.source_keys.where(kind=Kind.ACCOUNT.value):
        if each.source in CRMS:
            counts[each.source] = counts.get(each.source, 0) + 1
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def _items(reading: Reading, record_id: UUID | None = None) -> Iterator[HandItem]:
    """Give everything that could go, or all that one record of the book gives."""
    only: dict[str, object] = {"id": record_id} if record_id else {}
    reviews = {each.id: each for each in (reading.reviews.where(**only) if record_id else reading.reviews.all())}
    lines = {line.id: line for each in reviews.values() for line in each.lines}
    today = reading.clock.today()
    for contact in reading.contacts.where(**only):
        yield contact_item(contact, reviews.get(contact.review_id) if contact.review_id else None)
    found = [review_item(each) for each in reviews.values()]
    found += [follow_up_item(each, today, _line(lines, reading, each)) for each in reading.follow_ups.where(**only)]
    found += [opportunity_item(each, _line(lines, reading, each)) for each in reading.opportunities.where(**only)]
    yield from (each for each in found if each is not None)


def _line(lines: Mapping[UUID, NoteLine], reading: Reading, record: object) -> NoteLine | None:
    """Give the note line that a record came from, or that the concern came from which it is about."""
    concern_id = getattr(record, "concern_id", None)
    if getattr(record, "line_id", None) is None and concern_id is not None:
        record = reading.concerns.find(concern_id)
    line_id, review_id = getattr(record, "line_id", None), getattr(record, "review_id", None)
    if line_id is None or review_id is None:
        return None
    if line_id in lines:
        return lines[line_id]
    review = reading.reviews.find(review_id)
    return next((each for each in review.lines if each.id == line_id), None) if review else None


@dataclass(frozen=True, slots=True)
class _Links:
    """The names of what things belong to, and the ids that a CRM gave them."""

    names: Mapping[UUID, str]
    people: Mapping[UUID, Person]
    accounts: Mapping[UUID, str]
    person_ids: Mapping[UUID, str]

    @classmethod
    def of(cls, reading: Reading, crm: str) -> "_Links":
        """Read them; an id made of a name is none."""
        keys = [each for each in reading.source_keys.where(source=crm) if not each.source_id.startswith("name ")]
        return cls(
            {each.id: each.name for each in reading.accounts.all()},
            {each.id: each for each in reading.people.all()},
            _ids(keys, Kind.ACCOUNT),
            _ids(keys, Kind.PERSON),
        )

    def of_item(self, item: HandItem) -> Linked:
        """Give what one thing belongs to."""
        person = self.people.get(item.person_id) if item.person_id else None
        return Linked(
            account=self.names.get(item.account_id, ""),
            account_id=self.accounts.get(item.account_id, ""),
            person=person.name if person else "",
            person_id=self.person_ids.get(person.id, "") if person else "",
            email=person.email if person else "",
        )


def _ids(keys: Iterable[SourceKey], kind: Kind) -> Mapping[UUID, str]:
    return {each.record_id: each.source_id for each in keys if each.kind == kind.value}


def _remember(work: UnitOfWork, offer: CrmOffer, going: Iterable[OfferedItem]) -> None:
    known = {(each.kind, each.record_id): each for each in work.handed_over.where(source=offer.crm)}
    for each in going:
        item, before = each.item, known.get((each.item.kind.value, each.item.record_id))
        fresh = HandedOver(
            account_id=item.account_id, source=offer.crm, kind=item.kind.value, record_id=item.record_id,
            digest=item.digest, handed_on=offer.today,
        )  # fmt: skip
        again = replace(before, digest=item.digest, handed_on=offer.today) if before else fresh
        work.handed_over.put(again)


def _text(item: HandItem, linked: Linked) -> str:
    """Write one thing as a few lines."""
    who = f"{linked.account}, {linked.person}" if linked.person else linked.account
    due = f"due {_long(item.due)}" if item.due and item.kind is HandKind.FOLLOW_UP else ""
    said = (f"{item.kind.capitalize()}, {_long(item.day)}, {who}", item.title, item.text, item.next_step, due)
    return "\n".join(each for each in said if each)


def _long(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
