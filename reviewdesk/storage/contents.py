"""What stands in the files kept inside a book, each content once, under the SHA-256 of its bytes.

Content is kept while any record or any step that can be taken back may name it; it goes only with `forget_unnamed`.
"""

from hashlib import sha256

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from reviewdesk.storage.kept_tables import content
from reviewdesk.storage.tables import attachment


def keep(connection: Connection, given: bytes) -> str:
    """Keep a content, unless it is there, and give the digest it is found under."""
    digest = sha256(given).hexdigest()
    connection.execute(insert(content).values(digest=digest, bytes=given).on_conflict_do_nothing())
    return digest


def find(connection: Connection, digest: str) -> bytes | None:
    """Give a content by its digest, or nothing where the book does not have it."""
    found: bytes | None = connection.execute(select(content.c.bytes).where(content.c.digest == digest)).scalar()
    return found


def forget_unnamed(connection: Connection) -> int:
    """Erase for good what no attachment names any more, and give how many contents that were."""
    named = select(attachment.c.digest)
    return connection.execute(delete(content).where(content.c.digest.not_in(named))).rowcount
