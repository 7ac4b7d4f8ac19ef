"""The database driver: sqlcipher3, under the types of the standard library's module that it mirrors."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3 as driver
else:
    import sqlcipher3.dbapi2 as driver

__all__ = ["driver"]
