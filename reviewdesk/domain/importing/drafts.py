"""Records while a plan is made: as they stand in the book, and as they will stand after the import."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any, Generic
from uuid import UUID

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.incoming import LeftOut, Origin
from reviewdesk.domain.importing.plan import Action, FieldChange, Planned, Record

KEEP = "keep"
TAKE = "take"
_SHOWN = 3
_Spot = tuple[str, str]


@dataclass(slots=True)
class Draft(Generic[Record]):
    """One record; `before` is empty for a new one, `origin` until a row of the files names it."""

    after: Record
    before: Record | None = None
    origin: Origin | None = None

    def planned(self) -> Planned[Record]:
        """Give what will happen to the record."""
        if self.before is None:
            return Planned(Action.NEW, self.after, self.origin)
        if self.after is self.before or self.after == self.before:
            return Planned(Action.UNCHANGED, self.after, self.origin)
        changes = (
            FieldChange(each.name, getattr(self.before, each.name), getattr(self.after, each.name))
            for each in fields(self.before)
        )
        return Planned(Action.UPDATE, self.after, self.origin, tuple(each for each in changes if each.old != each.new))


class Drafts(Generic[Record]):
    """All records of one kind, the book's and the new ones."""

    def __init__(self, records: Iterable[Record]) -> None:
        self.by_id: dict[UUID, Draft[Record]] = {each.id: Draft(each, each) for each in records}

    def add(self, record: Record, origin: Origin | None) -> Draft[Record]:
        """Add a new record."""
        draft = Draft(record, None, origin)
        self.by_id[record.id] = draft
        return draft

    def __iter__(self) -> Iterator[Draft[Record]]:
        return iter(self.by_id.values())

    def planned(self) -> tuple[Planned[Record], ...]:
        """Give every record that is new, changed, or named by the files."""
        touched = (each for each in self if each.origin is not None or each.after is not each.before)
        return tuple(each.planned() for each in touched)


@dataclass(slots=True)
class Desk:
    """What all steps of making one plan share."""

    deciding: Deciding
    left_out: list[LeftOut] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    overwrites: dict[_Spot, list[str]] = field(default_factory=dict)
    named: list["Drafts[Any]"] = field(default_factory=list)

    def shown(self, value: object) -> str:
        """Show a value to the person: a record it refers to by its name."""
        if not isinstance(value, UUID):
            return str(value)
        return next((drafts.by_id[value].after.name for drafts in self.named if value in drafts.by_id), "")

    def leave_out(self, origin: Origin, reason: str, shown: str) -> None:
        """Leave a row out, with its reason."""
        self.left_out.append(LeftOut(origin.file, origin.line, reason, shown))

    def fill(self, draft: Draft[Record], kind: str, values: Mapping[str, Any], *, only_blanks: bool = False) -> None:
        """Fill what is blank; write over what is not only where the person chose it, for the field or the record."""
        changed = {}
        for name, new in values.items():
            old = getattr(draft.after, name)
            if _is_blank(old):
                changed[name] = new
            elif draft.before is not None and not only_blanks and not _holds(old, new):
                joined = _joined(old, new)
                if self._overwrites((kind, name), draft.before.id, f"{self.shown(old)} -> {self.shown(joined)}"):
                    changed[name] = joined
        if changed:
            draft.after = replace(draft.after, **changed)

    def take(self, draft: Draft[Record], values: Mapping[str, Any]) -> None:
        """Set what differs: the file is where these values are kept, and not the book."""
        changed = {name: new for name, new in values.items() if getattr(draft.after, name) != new}
        if changed:
            draft.after = replace(draft.after, **changed)

    def ask_about_overwrites(self) -> None:
        """Ask, once for each field, whose value holds where the book and the files differ."""
        for (kind, name), examples in self.overwrites.items():
            words = name.removesuffix("_id").replace("_", " ")
            more = f" and {len(examples) - _SHOWN:,} more" if len(examples) > _SHOWN else ""
            self.deciding.ask(
                f"overwrite:{kind}:{name}",
                f"{len(examples):,} × {kind}: the {words} in the files differs from the book's",
                "; ".join(each[:120] for each in examples[:_SHOWN]) + more,
                {KEEP: "keep the book's", TAKE: "take the files'"},
                KEEP,
            )

    def _overwrites(self, spot: _Spot, record_id: UUID, shown: str) -> bool:
        self.overwrites.setdefault(spot, []).append(shown)
        asked = f"overwrite:{spot[0]}:{spot[1]}"
        decided = self.deciding.decisions
        return decided.get(f"{asked}:{record_id}", decided.get(asked, KEEP)) == TAKE


def _is_blank(value: object) -> bool:
    return value is None or value is False or value in ("", ())


def _holds(old: object, new: object) -> bool:
    """Say whether the book already says what the file says."""
    if isinstance(old, tuple) and isinstance(new, Collection):
        return set(new) <= set(old)
    if isinstance(old, str) and "\n" in f"{old}{new}":
        return str(new) in old
    return old == new


def _joined(old: Any, new: Any) -> Any:  # noqa: ANN401
    """Add to a list; write over anything else."""
    return (*old, *(each for each in new if each not in old)) if isinstance(old, tuple) else new
