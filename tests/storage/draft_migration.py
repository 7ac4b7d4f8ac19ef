"""Writes the first migration from the tables: `python -m tests.storage.draft_migration`.

For use until the first release; a migration that was released is never written again.
"""

from textwrap import wrap

from sqlalchemy import BigInteger, Column, Integer, Table, UniqueConstraint

from reviewdesk.storage.schema import HEAD, MIGRATIONS
from reviewdesk.storage.search import INDEX_SQL
from reviewdesk.storage.tables import metadata

FIRST = MIGRATIONS / "versions" / "m0001_first_book.py"
_AT = INDEX_SQL.index("words")
_MODULE = '''"""The first book: every table as the first release has it.

A column is written as its name and its kind: `!` holds text, `#` a whole number, `##` a large one; with `?` it may be
empty. `>account` points to the record of an account, `^account` goes with it at once.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "{head}"
down_revision = None
branch_labels = None
depends_on = None

KINDS = {{
    "!": (sa.Text, False),
    "?": (sa.Text, True),
    "#": (sa.Integer, False),
    "#?": (sa.Integer, True),
    "##": (sa.BigInteger, False),
}}
SEARCH_INDEX = (
    "{start}"
    "{rest}"
)
TABLES = {{
{tables}
}}
UNIQUE = {{{unique}}}
NUMBERED = {{{numbered}}}
INDEXES = (
{indexes}
)


def upgrade() -> None:
    """Make all tables, their indexes and the search index."""
    for name, written in TABLES.items():
        columns = [_column(name, each) for each in written.split()]
        unique = [sa.UniqueConstraint(each, name=f"uq_{{name}}_{{each}}") for each in UNIQUE.get(name, "").split()]
        key = sa.PrimaryKeyConstraint(columns[0].name, name=f"pk_{{name}}")
        op.create_table(name, *columns, key, *unique, sqlite_autoincrement=name in NUMBERED)
    for index, table, indexed in INDEXES:
        op.create_index(index, table, indexed.split())
    op.execute(SEARCH_INDEX)


def _column(table: str, written: str) -> sa.Column[str] | sa.Column[int]:
    name, kind, target = _apart(written)
    of_type, may_be_empty = KINDS[kind.rstrip(">^")]
    keys = []
    if target:
        rule: dict[str, Any] = {{"deferrable": True, "initially": "DEFERRED"}}
        if kind.endswith("^"):
            rule = {{"ondelete": "CASCADE"}}
        keys.append(sa.ForeignKey(f"{{target}}.id", name=f"fk_{{table}}_{{name}}_{{target}}", **rule))
    return sa.Column(name, of_type(), *keys, nullable=may_be_empty)


def _apart(written: str) -> tuple[str, str, str]:
    """Take a written column apart into its name, its kind and what it points to."""
    kind = "".join(each for each in written if each in "!?#>^")
    name, target = written.split(kind)
    return name, kind, target
'''


def first_migration() -> str:
    """Write the whole module."""
    tables = metadata.sorted_tables
    indexes = sorted(
        (each.name, table.name, " ".join(each.columns.keys())) for table in tables for each in table.indexes
    )
    return _MODULE.format(
        head=HEAD,
        start=INDEX_SQL[:_AT],
        rest=INDEX_SQL[_AT:],
        tables="\n".join(map(_table, tables)),
        unique=", ".join(f'"{each.name}": "{" ".join(_unique(each))}"' for each in tables if _unique(each)),
        numbered=", ".join(f'"{each.name}"' for each in tables if each.dialect_options["sqlite"]["autoincrement"]),
        indexes="\n".join(f'    ("{name}", "{table}", "{columns}"),' for name, table, columns in indexes),
    )


def _table(table: Table) -> str:
    lines = wrap(" ".join(map(_column, table.columns)), 100)
    if len(lines) == 1:
        return f'    "{table.name}": "{lines[0]}",'
    words = [f'        "{each}{" " if each is not lines[-1] else ""}"' for each in lines]
    return f'    "{table.name}": (\n' + "\n".join(words) + "\n    ),"


def _column(column: "Column[object]") -> str:
    kind = {Integer: "#", BigInteger: "##"}.get(type(column.type), "")
    kind += ("?" if column.nullable else "") if kind else ("?" if column.nullable else "!")
    for key in column.foreign_keys:
        return f"{column.name}{kind}{'^' if key.ondelete else '>'}{key.column.table.name}"
    return f"{column.name}{kind}"


def _unique(table: Table) -> list[str]:
    return [each.columns.keys()[0] for each in table.constraints if isinstance(each, UniqueConstraint)]


if __name__ == "__main__":
    FIRST.write_text(first_migration(), encoding="utf-8")
