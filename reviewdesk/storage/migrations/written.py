"""Tables as the steps write them down, so that a step reads like what it makes.

A column is written as its name and its kind: `!` holds text, `#` a whole number, `##` a large one, `@` bytes; with `?`
it may be empty. `>account` points to the record of an account, `^account` goes with it at once.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

KINDS = {
    "!": (sa.Text, False),
    "?": (sa.Text, True),
    "#": (sa.Integer, False),
    "#?": (sa.Integer, True),
    "##": (sa.BigInteger, False),
    "@": (sa.LargeBinary, False),
}


def make_table(name: str, written: str, *, unique: str = "", is_numbered: bool = False) -> None:
    """Make a table of these columns, the first of which is its key; a numbered one never gives a number twice."""
    columns = [_column(name, each) for each in written.split()]
    alone = [sa.UniqueConstraint(each, name=f"uq_{name}_{each}") for each in unique.split()]
    key = sa.PrimaryKeyConstraint(columns[0].name, name=f"pk_{name}")
    op.create_table(name, *columns, key, *alone, sqlite_autoincrement=is_numbered)


def _column(table: str, written: str) -> sa.Column[Any]:
    name, kind, target = _apart(written)
    of_type, may_be_empty = KINDS[kind.rstrip(">^")]
    keys = []
    if target:
        rule: dict[str, Any] = {"deferrable": True, "initially": "DEFERRED"}
        if kind.endswith("^"):
            rule = {"ondelete": "CASCADE"}
        keys.append(sa.ForeignKey(f"{target}.id", name=f"fk_{table}_{name}_{target}", **rule))
    return sa.Column(name, of_type(), *keys, nullable=may_be_empty)


def _apart(written: str) -> tuple[str, str, str]:
    """Take a written column apart into its name, its kind and what it points to."""
    kind = "".join(each for each in written if each in "!?#>^@")
    name, target = written.split(kind)
    return name, kind, target
