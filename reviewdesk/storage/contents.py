"""What stands in the files kept inside a book, each content once, under the SHA-256 of its bytes.

Content is kept while any record or any step that can be taken back may name it; it goes only with `forget_unnamed`.
"""

from dataclasses import dataclass
from hashlib import sha256

from sqlalchemy import CompoundSelect, Connection, delete, func, select, union
from sqlalchemy.dialects.sqlite import insert

from reviewdesk.storage.kept_tables import content
from reviewdesk.storage.tables import account, attachment, book, source_file


def keep(connection: Connection, given: bytes) -> str:
    """Keep a content, unless it is there, and give the digest it is found under."""
    digest = sha256(given).hexdigest()
    connection.execute(insert(content).values(digest=digest, bytes=given).on_conflict_do_nothing())
    return digest


def find(connection: Connection, digest: str) -> bytes | None:
    """Give a content by its digest, or nothing where the book does not have it."""
    found: bytes | None = connection.execute(select(content.c.bytes).where(content.c.digest == digest)).scalar()
    return found


@dataclass(frozen=True, slots=True)
class Unnamed:
    """How many contents no file and no logo names any more, and how many bytes they are together."""

    count: int
    size: int


def unnamed(connection: Connection) -> Unnamed:
    """Count what `forget_unnamed` would erase."""
    size = func.coalesce(func.sum(func.length(content.c.bytes)), 0)
    count, total = connection.execute(select(func.count(), size).where(content.c.digest.not_in(_named()))).one()
    return Unnamed(count, total)


def forget_unnamed(connection: Connection) -> int:
    """Erase for good what no file and no logo names any more, and give how many contents that were."""
    return connection.execute(delete(content).where(content.c.digest.not_in(_named()))).rowcount


def _named() -> CompoundSelect[tuple[str]]:
    """Give the digests that files, logos and templates are found under."""
    named = (attachment.c.digest, account.c.logo, book.c.logo, book.c.prepared_logo, source_file.c.digest)
    return union(*map(select, named))
