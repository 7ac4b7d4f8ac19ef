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


def make_table(name: str, written: str, *, unique: str = "", is_numbered: bool = False, keys: int = 1) -> None:
    """Make a table of these columns, the first of which are its key; a numbered one never gives a number twice."""
    columns = [_column(name, each) for each in written.split()]
    alone = [sa.UniqueConstraint(each, name=f"uq_{name}_{each}") for each in unique.split()]
    key = sa.PrimaryKeyConstraint(*(each.name for each in columns[:keys]), name=f"pk_{name}")
    op.create_table(name, *columns, key, *alone, sqlite_autoincrement=is_numbered)


def make_anew(name: str, written: str, *, indexed: str = "", **filled: str) -> None:
    """Make a table anew with these columns and bring over what it held; `filled` gives what stands in new ones.

    What points to it goes on doing so. The indexes over one column each are made anew, those of `indexed`.
    """
    op.execute("PRAGMA legacy_alter_table=ON")
    for each in indexed.split():
        op.drop_index(f"ix_{name}_{each}", name)
    op.rename_table(name, f"{name}_before")
    op.execute("PRAGMA legacy_alter_table=OFF")
    make_table(name, written)
    before = [each["name"] for each in sa.inspect(op.get_bind()).get_columns(f"{name}_before")]
    kept = [each for each in (_apart(one)[0] for one in written.split()) if each in before and each not in filled]
    into, out = ", ".join((*kept, *filled)), ", ".join((*kept, *filled.values()))
    op.execute(f"INSERT INTO {name} ({into}) SELECT {out} FROM {name}_before")  # noqa: S608 - names that steps write
    op.drop_table(f"{name}_before")
    for each in indexed.split():
        op.create_index(f"ix_{name}_{each}", name, [each])


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
