"""What an import needs to know of the book: its newest import, and what rows are joined with records by."""

from typing import Final
from uuid import UUID

from sqlalchemy import Connection

from reviewdesk.domain.changes import Kind
from reviewdesk.storage.lists.touched import Fields
from reviewdesk.storage.steps import stacks

# A plan hangs on records that come and go, on these fields, and on those it changes itself: who types the industry of
# an account meanwhile makes no plan wrong.
JOINED_BY: Final[Fields] = {
    Kind.ACCOUNT: frozenset(
        {"name", "domain", "currency", "status", "tier", "tier_reason", "parent_id", "first_review_due", "added_on"}
    ),
    Kind.PERSON: frozenset({"name", "email", "account_id"}),
    Kind.COLLEAGUE: frozenset({"name", "email", "is_me"}),
    Kind.PRODUCT: frozenset({"name"}),
    Kind.PURCHASE: frozenset(),
    Kind.SOURCE_KEY: frozenset(),
    Kind.BOOK: frozenset(),
}


def newest_called(connection: Connection, words: tuple[str, ...]) -> UUID | None:
    """Give the newest step that stands and whose name begins with some of these words."""
    standing = reversed(stacks(connection).undo)
    return next((each.id for each in standing if each.label.startswith(words)), None)
