"""Saved views of the list of accounts: what was shown, under a name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID, uuid5

from reviewdesk.domain.errors import MissingError, RefusedError
from reviewdesk.domain.saved_view import SavedView
from reviewdesk.domain.text import fold
from reviewdesk.services import typed_values as typed
from reviewdesk.services.account_filter import Listings
from reviewdesk.services.outcome import Outcome
from reviewdesk.storage.lists.views import were_kept
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.store import Store
from reviewdesk.storage.unit_of_work import UnitOfWork

_OFFERED_AS: Final = UUID("5f7c1c6e-2a44-4d1b-9a0e-2f7d8b6f4c11")
OFFERED: Final = (
    SavedView(id=uuid5(_OFFERED_AS, "risk"), name="At risk", chips=("risk",), position=0),
    SavedView(id=uuid5(_OFFERED_AS, "quiet"), name="Gone quiet", chips=("quiet",), position=1),
)


@dataclass(frozen=True, slots=True)
class ViewsShown:
    """The views in their order; while `are_offered` nobody has saved or changed one."""

    views: tuple[SavedView, ...]
    are_offered: bool


@dataclass(frozen=True, slots=True)
class CountedView:
    """A view and how many accounts it shows; nothing where that is not known yet."""

    view: SavedView
    count: int | None


def is_usual(view: SavedView) -> bool:
    """Say whether a view is one of those offered at first, unchanged; it is shown only while it has accounts in it."""
    return any((each.id, each.filter, each.chips) == (view.id, view.filter, view.chips) for each in OFFERED)


class SavedViewService:
    """What a person does with views of the list of accounts."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> ViewsShown:
        """Give the views in their order: the person's, or the two that are offered at first."""
        with self._store.read() as reading:
            return _shown(reading)

    def counted(self, listings: Listings | None) -> tuple[CountedView, ...]:
        """Count the accounts each view shows among these; a usual one is left out while there are none in it."""
        views = self.all().views
        if listings is None:
            return tuple(CountedView(each, None) for each in views if not is_usual(each))
        counted = [CountedView(each, len(listings.left_by(each.filter, each.chips))) for each in views]
        return tuple(each for each in counted if each.count or not is_usual(each.view))

    def save(self, name: str, shown: SavedView) -> Outcome[SavedView]:
        """Save what is shown under a name, behind the other views.

        Raises:
            RefusedError: there is no name, or another view has it.
        """
        self._keep_offered()
        with self._store.write("Save view") as work:
            known = _ordered(work)
            fresh = SavedView(
                name=_free_name(name, known), filter=shown.filter, chips=shown.chips, columns=shown.columns,
                sort=shown.sort, descending=shown.descending, is_roomy=shown.is_roomy,
                position=1 + max((each.position for each in known), default=-1),
            )  # fmt: skip
            saved = work.saved_views.put(fresh)
        return Outcome(saved, work.changes)

    def update(self, view_id: UUID, shown: SavedView) -> Outcome[SavedView]:
        """Let a view show from now on what is shown now."""
        self._keep_offered()
        with self._store.write("Change view") as work:
            view = work.saved_views.get(view_id)
            changed = replace(
                view, filter=shown.filter, chips=shown.chips, columns=shown.columns, sort=shown.sort,
                descending=shown.descending, is_roomy=shown.is_roomy,
            )  # fmt: skip
            saved = work.saved_views.put(changed)
        return Outcome(saved, work.changes)

    def rename(self, view_id: UUID, name: str) -> Outcome[SavedView]:
        """Give a view another name.

        Raises:
            RefusedError: there is no name, or another view has it.
        """
        self._keep_offered()
        with self._store.write("Rename view") as work:
            view = work.saved_views.get(view_id)
            others = [each for each in work.saved_views.all() if each.id != view_id]
            saved = work.saved_views.put(replace(view, name=_free_name(name, others)))
        return Outcome(saved, work.changes)

    def move(self, view_id: UUID, by: int) -> Outcome[SavedView]:
        """Move a view up (-1) or down (1) among the others."""
        self._keep_offered()
        with self._store.write("Move view") as work:
            views = _ordered(work)
            at = next((at for at, each in enumerate(views) if each.id == view_id), None)
            if at is None:
                raise MissingError("This view is no longer in the book. Undo its removal, or go back.")
            moved = views.pop(at)
            views.insert(min(max(at + by, 0), len(views)), moved)
            for place, each in enumerate(views):
                if each.position != place:
                    work.saved_views.put(replace(each, position=place))
        return Outcome(moved, work.changes)

    def remove(self, view_id: UUID) -> Outcome[None]:
        """Take a view out; the accounts it showed stay as they are."""
        self._keep_offered()
        with self._store.write("Remove view") as work:
            work.saved_views.remove(view_id)
        return Outcome(None, work.changes)

    def _keep_offered(self) -> None:
        """Make the views that were offered the person's own, now that one is to be changed."""
        with self._store.read() as reading:
            if not _shown(reading).are_offered:
                return
        with self._store.write("Keep the usual views", quiet=True) as work:
            for each in OFFERED:
                work.saved_views.put(each)


def _shown(reading: Reading) -> ViewsShown:
    kept = _ordered(reading)
    if kept or were_kept(reading.connection, [each.id for each in OFFERED]):
        return ViewsShown(tuple(kept), are_offered=False)
    return ViewsShown(OFFERED, are_offered=True)


def _ordered(reading: Reading | UnitOfWork) -> list[SavedView]:
    return sorted(reading.saved_views.all(), key=_place)


def _place(view: SavedView) -> tuple[int, str]:
    return view.position, fold(view.name)


def _free_name(name: str, others: Sequence[SavedView]) -> str:
    if not name.strip():
        raise RefusedError("A view needs a name. Type one, for example “Contracts ending in spring”.")
    tidy = typed.name(name)
    if any(fold(each.name) == fold(tidy) for each in others):
        raise RefusedError(f"There is already a view called “{tidy}”. Choose another name, or update that view.")
    return tidy
