"""How tables are declared: what every record has, and what a column may hold."""

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def record(name: str, *columns: Column[str] | Column[int] | UniqueConstraint) -> Table:
    """Declare a table of records: what every record has, then its own columns."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
        *columns,
    )


def words(name: str) -> Column[str]:
    """Declare a column of text that is always there."""
    return Column(name, Text, nullable=False)


def maybe(name: str) -> Column[str]:
    """Declare a column of text that may be empty."""
    return Column(name, Text)


def whole(name: str) -> Column[int]:
    """Declare a column of whole numbers."""
    return Column(name, Integer, nullable=False)


def maybe_whole(name: str) -> Column[int]:
    """Declare a column of whole numbers that may be empty."""
    return Column(name, Integer)


def of_record(name: str, table: str) -> Column[str]:
    """Point to the record this one belongs to and goes with."""
    return Column(name, Text, key_of(table), nullable=False, index=True, info={"on_remove": "go"})


def may_name(name: str, table: str) -> Column[str]:
    """Point to a record this one can do without."""
    return Column(name, Text, key_of(table), index=True, info={"on_remove": "forget"})


def key_of(table: str) -> ForeignKey:
    """Name the record a column points to; looked at when the transaction ends."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
