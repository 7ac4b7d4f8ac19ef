"""What the database says, turned into something to tell the person.

No sentence holds anything that was written in the book: the database's own words may quote it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy.exc import DBAPIError

from reviewdesk.domain.errors import BookError, BusyBookError, DamagedBookError, RefusedError, ReviewDeskError
from reviewdesk.storage.driver import driver

_CODE_ALONE: Final = 0xFF


@contextmanager
def told(needed: ReviewDeskError | None = None) -> Iterator[None]:
    """Raise what the database says as an error of ours; what is a mistake of ours stays as it is.

    `needed` is what to raise where a record that another one needs is not there.

    Raises:
        BookError: the file cannot be read or written.
        RefusedError: two records belong together and one of them is gone.
    """
    try:
        yield
    except (DBAPIError, driver.Error) as error:
        ours = _error(error.orig if isinstance(error, DBAPIError) else error, needed)
        if ours is None:
            raise
        raise ours from error


def _error(said: BaseException | None, needed: ReviewDeskError | None) -> ReviewDeskError | None:
    code = getattr(said, "sqlite_errorcode", None)
    if code is None:
        return None
    code &= _CODE_ALONE
    if code == driver.SQLITE_CONSTRAINT:
        return needed or RefusedError(
            "Something this belongs to was removed, or it is in the book already. Go back, look again and repeat it."
        )
    return _sentences().get(code)


def _sentences() -> dict[int, BookError]:
    disk = BookError("The book's disk does not answer as it should. Check the disk, then try again.")
    locked = BusyBookError("Another program is writing to this book. Wait a moment and try again.")
    damaged = DamagedBookError("The book does not read as it was written. Close it and restore a backup.")
    return {
        driver.SQLITE_BUSY: locked,
        driver.SQLITE_LOCKED: locked,
        driver.SQLITE_FULL: BookError(
            "The disk is full, so nothing was saved. Free some space, or save to another place."
        ),
        driver.SQLITE_READONLY: BookError("The book may not be written to. Check the rights of its file and folder."),
        driver.SQLITE_CANTOPEN: BookError("The book cannot be opened. Check that its folder is there."),
        driver.SQLITE_PERM: BookError("The book may not be opened. Check the rights of its file and folder."),
        driver.SQLITE_IOERR: disk,
        driver.SQLITE_PROTOCOL: disk,
        driver.SQLITE_CORRUPT: damaged,
        driver.SQLITE_NOTADB: damaged,
    }
