"""What each column of the files is taken for, as rows of one list, and what it may be taken for instead."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from reviewdesk.desktop.importing.entries import Entry
from reviewdesk.desktop.importing.figures import counted
from reviewdesk.desktop.tokens import Tone
from reviewdesk.domain.importing.fields import FIELDS_OF, WITH_NOTES, Certainty, ColumnUse, TableKind, TableUse
from reviewdesk.domain.importing.plan import ImportPlan

ANY_SOURCE: Final = "CSV"
NOTES: Final = "notes"
LEAVE: Final = "leave"
AS_READ: Final = ""
_TONES: Final = {Certainty.SURE: Tone.GOOD, Certainty.LIKELY: Tone.ACCENT, Certainty.UNKNOWN: Tone.NEUTRAL}
_KINDS: Final = {
    TableKind.COMPANIES: "accounts",
    TableKind.CONTACTS: "people",
    TableKind.DEALS: "deals",
    TableKind.PRODUCTS: "products",
    TableKind.COLLEAGUES: "colleagues",
    TableKind.NOTES: "notes and activities",
    TableKind.SALES: "sales figures",
    TableKind.NOTHING: "nothing",
}


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways to take a column or a file: the answer, its words, and whether it holds now."""

    choice: str
    words: str
    holds: bool = False


def column_entries(made: ImportPlan) -> tuple[Entry, ...]:
    """List the columns under the name of their file; those that are read come first."""
    left_out = made.files_left_out()
    return tuple(entry for table in made.tables for entry in _entries(table, left_out.get(table.file, "")))


def _entries(table: TableUse, why_not: str) -> Iterator[Entry]:
    yield Entry(("file", table.file), table.file, _file_words(table), is_heading=True)
    if why_not:
        yield Entry(("why", table.file), "Left out as a whole", why_not, "left out")
        return
    shown = [each for each in table.columns if each.header]
    for each in sorted(shown, key=lambda column: column.field is None):
        yield _column(table, each)


def _file_words(table: TableUse) -> str:
    read_as = "" if table.source == ANY_SOURCE else f"{table.source} "
    rows = counted(table.rows, "figure" if table.kind is TableKind.SALES else "row")
    return rows if table.kind is TableKind.NOTHING else f"{read_as}{_KINDS[table.kind]}, {rows}"


def _column(table: TableUse, column: ColumnUse) -> Entry:
    key = (table.file, column.header)
    if column.field is None:
        is_open = column.note == "to be decided"
        return Entry(key, column.header, "", "decide" if is_open else "not read",
                     Tone.WARN if is_open else Tone.NEUTRAL, opens=True)  # fmt: skip
    title = f"{column.header} → {column.field}"
    return Entry(key, title, column.note, column.certainty, _TONES[column.certainty], opens=True)


def ways_to_take(made: ImportPlan, file: str, header: str, decisions: Mapping[str, str]) -> tuple[Way, ...]:
    """Give what a column may be taken for, first what the program makes of it by itself."""
    table = next(each for each in made.tables if each.file == file)
    column = next(each for each in table.columns if each.header == header)
    decided = decisions.get(column_decision(file, header), AS_READ)
    held = decided or (column.field.value if column.field else "")
    ways = [Way(AS_READ, "As ReviewDesk reads it", not decided)]
    ways += [Way(each.value, each.value, each.value == held) for each in FIELDS_OF.get(table.kind, ())]
    if table.kind in WITH_NOTES:
        ways.append(Way(NOTES, "Append to the notes", decided == NOTES))
    return (*ways, Way(LEAVE, "Leave it out", decided == LEAVE or not held))


def column_decision(file: str, header: str) -> str:
    """Give the id of the decision about one column."""
    return f"column:{file}:{header}"
