"""Brings notes back that were typed and not saved when the program ended, and replaces nothing that was saved since."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from reviewdesk.storage.journal import EARLIER, Draft

RECOVERED: Final = "Recovered notes"
_MARK: Final = "Recovered: "


@dataclass(frozen=True, slots=True)
class Recovery:
    """What came back for one review.

    `differs`: other notes were saved since, and what was typed stands at their end. `refused`: a sentence why it could
    not be saved now; it is kept.
    """

    review_id: UUID
    differs: bool = False
    refused: str = ""


def recovered(draft: Draft, stored: str) -> str | None:
    """Give the notes with what was typed in them, or nothing where they hold all of it.

    Lines that come to the end of other notes are plain ones: what they were marked as was perhaps done since.
    """
    if draft.went_into(stored):
        return None
    if draft.was_typed_over(stored):
        return draft.text
    known = {each.strip() for each in stored.split("\n")}
    lost = [each.strip() for each in draft.text.split("\n") if each.strip() and each.strip() not in known]
    lost = [each for each in lost if _MARK + each not in known]
    if not lost:
        return None
    return "\n".join([*([stored.rstrip("\n")] if stored.strip() else []), *(_MARK + each for each in lost)])


def draft_key(review_id: UUID) -> str:
    """Name the place in the journal where the notes of a review are kept."""
    return f"review/{review_id}/notes"


def review_of(key: str) -> UUID | None:
    """Give the review whose notes are kept in this place, or nothing."""
    while key.endswith(EARLIER):
        key = key.removesuffix(EARLIER)
    kind, _, rest = key.partition("/")
    return UUID(rest.removesuffix("/notes")) if kind == "review" and rest.endswith("/notes") else None
