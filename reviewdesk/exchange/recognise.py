"""Which program a table came from, what its rows are, and what each of its columns stands for."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Certainty, ColumnUse, Field, TableKind, TableUse
from reviewdesk.exchange.figures import FiguresTable
from reviewdesk.exchange.form import Form, folded_header
from reviewdesk.exchange.known_headers import folded_headers, kind_by_words, known_form
from reviewdesk.exchange.shapes import SAMPLE, shape_of
from reviewdesk.exchange.sources.any_table import ANY_TABLES, AnyTable, plain_words
from reviewdesk.exchange.table import SourceTable

ANY_SOURCE = "CSV"
LEAVE = "leave"
NOTES = "notes"
_NO_RECORDS = "it holds no table of accounts, people, products, deals or colleagues that could be told by its headers"
_BLANK_HEADERS = "it describes other tables and holds no records itself"
_NO_YEAR = "nothing in it says of which year its months are"
_KINDS = {each.value: each for each in TableKind if each is not TableKind.NOTHING}
_WITHOUT_NAMES = (TableKind.DEALS, TableKind.NOTES, TableKind.SALES)
_ONLY_ONE = (Field.DATE, Field.SOURCE_ID)
_ASKED: Mapping[TableKind, tuple[Field, ...]] = {
    TableKind.CONTACTS: (Field.ACCOUNT,),
    TableKind.DEALS: (Field.ACCOUNT, Field.DATE, Field.AMOUNT),
    TableKind.SALES: (Field.ACCOUNT, Field.DATE, Field.AMOUNT),
}
_SPOKEN = {Field.ACCOUNT: "accounts", Field.DATE: "days", Field.AMOUNT: "amounts"}


@dataclass(frozen=True, slots=True)
class Recognised:
    """A table with what it is taken for.

    `places` gives the column of each field that is read; `to_notes` the columns appended to the notes; `why_not` says
    why the whole table is left out, if it is.
    """

    table: SourceTable
    use: TableUse
    places: Mapping[Field, int] = field(default_factory=dict)
    to_notes: tuple[int, ...] = ()
    why_not: str = ""


def recognise(table: SourceTable, deciding: Deciding) -> Recognised:
    """Take a table for what its headers say; what cannot be told from them is asked."""
    if isinstance(table, FiguresTable):
        if not table.periods:
            return _left_out(table, ANY_SOURCE, _NO_YEAR)
        return _Columns(table, TableKind.SALES, None, deciding).read()
    headers = folded_headers(table.headers)
    form = known_form(headers)
    if form is None and 2 * sum(1 for each in table.headers if not each) >= len(table.headers):
        return _left_out(table, ANY_SOURCE, _BLANK_HEADERS)
    kind = form.kind if form else kind_by_words(headers)
    if form is None:
        kind = _decided_kind(table, kind, deciding)
    if kind is TableKind.NOTHING:
        return _left_out(table, form.source if form else ANY_SOURCE, form.why_not if form else _NO_RECORDS)
    return _Columns(table, kind, form, deciding).read()


def _left_out(table: SourceTable, source: str, why: str) -> Recognised:
    columns = tuple(ColumnUse(each, None, Certainty.UNKNOWN) for each in table.headers if each)
    use = TableUse(table.name, source, TableKind.NOTHING, columns, len(table.rows), table.encoding, table.separator)
    return Recognised(table, use, why_not=why)


def _decided_kind(table: SourceTable, found: TableKind, deciding: Deciding) -> TableKind:
    """Ask what a table holds where its headers do not tell; a decision holds in any case."""
    asked = f"kind:{table.name}"
    if found is TableKind.NOTHING or asked in deciding.decisions:
        choices = {**{each: each for each in _KINDS}, LEAVE: "leave the file out"}
        default = LEAVE if found is TableKind.NOTHING else found.value
        shown = ", ".join(each for each in table.headers[:6] if each)
        chosen = deciding.ask(asked, f"What does {table.name} hold?", f"Its columns are {shown}", choices, default)
        return _KINDS.get(chosen, TableKind.NOTHING)
    return found


class _Columns:
    """Finds the field of each column of one table."""

    def __init__(self, table: SourceTable, kind: TableKind, form: Form | None, deciding: Deciding) -> None:
        self._table = table
        self._kind = kind
        self._form = form
        self._deciding = deciding
        self._words = next(each for each in ANY_TABLES if each.kind is kind)
        self._folded = [folded_header(each) for each in table.headers]
        self._fields: dict[int, tuple[Field | None, Certainty]] = {}

    def read(self) -> Recognised:
        """Give the table with its columns, asking where two stand for one field."""
        if self._form:
            self._take(_sure(self._form.columns), again=True)
            self._take(_sure(self._form.spare), again=False)
        self._take(_by_words(self._words), again=self._form is None)
        self._take_shapes()
        self._take_figures()
        to_notes = self._take_decided()
        places = self._places()
        self._ask_for_a_name(places)
        self._ask_for_the_rest(places)
        uses = tuple(self._use(index, places, to_notes) for index in range(len(self._folded)))
        source = self._form.source if self._form else ANY_SOURCE
        table = self._table
        use = TableUse(table.name, source, self._kind, uses, len(table.rows), table.encoding, table.separator)
        return Recognised(table, use, places, to_notes)

    def _take(self, field_of: Callable[[str], tuple[Field | None, Certainty] | None], *, again: bool) -> None:
        """Take columns not yet taken; `again` also takes a second column for one field, which is then asked about."""
        before = {field for field, _ in self._fields.values()}
        for index, header in enumerate(self._folded):
            found = field_of(header) if header and index not in self._fields else None
            if found is None or (found[0] is not None and found[0] in before):
                continue
            self._fields[index] = found
            if not again:
                before.add(found[0])

    def _take_shapes(self) -> None:
        """Go by the shape of the values where no header is understood.

        Days and ids are told by it only in a table that no header explains, and where one column alone has the shape.
        """
        if self._form is not None:
            return
        taken = {field for field, _ in self._fields.values()}
        wanted = set(self._words.words.values())
        free = [each for each, header in enumerate(self._folded) if header and each not in self._fields]
        shapes = {each: shape_of(self._table.first(each, SAMPLE)) for each in free}
        found = Counter(shapes.values())
        is_strange = kind_by_words(folded_headers(self._table.headers)) is TableKind.NOTHING
        for index, shape in shapes.items():
            is_clear = shape not in _ONLY_ONE or (is_strange and found[shape] == 1)
            if shape is not None and shape in wanted and shape not in taken and is_clear:
                self._fields[index] = (shape, Certainty.LIKELY)
                taken.add(shape)

    def _take_figures(self) -> None:
        """Take the last columns of figures by month for these, and the first for the customers if no header says so."""
        taken = {field for field, _ in self._fields.values()}
        if isinstance(self._table, FiguresTable) and not taken & {Field.ACCOUNT, Field.ACCOUNT_ID}:
            self._fields[0] = (Field.ACCOUNT, Certainty.LIKELY)
        if isinstance(self._table, FiguresTable):
            last = len(self._folded) - 1
            self._fields |= {last - 1: (Field.DATE, Certainty.SURE), last: (Field.AMOUNT, Certainty.SURE)}

    def _take_decided(self) -> tuple[int, ...]:
        """Follow what the person said about single columns."""
        to_notes = []
        for index, header in enumerate(self._table.headers):
            decided = self._deciding.decisions.get(column_id(self._table.name, header))
            if decided == NOTES:
                self._fields.pop(index, None)
                to_notes.append(index)
            elif decided == LEAVE:
                self._fields[index] = (None, Certainty.SURE)
            elif decided in set(Field):
                self._fields[index] = (Field(decided), Certainty.SURE)
        return tuple(to_notes)

    def _places(self) -> dict[Field, int]:
        """Give each field its one column."""
        candidates: dict[Field, list[int]] = {}
        for index, (found, _) in sorted(self._fields.items()):
            if found is not None:
                candidates.setdefault(found, []).append(index)
        chosen = {each: self._one_of(each, indexes) for each, indexes in candidates.items()}
        return {each: index for each, index in chosen.items() if index is not None}

    def _one_of(self, wanted: Field, indexes: list[int]) -> int | None:
        """Ask which of several columns is meant, unless all hold the same; undecided, none of them is read."""
        columns = [self._table.column(each) for each in indexes]
        if all(each == columns[0] for each in columns[1:]):
            return indexes[0]
        choices = {str(each + 1): f"{self._table.headers[each]} (column {each + 1})" for each in indexes}
        shown = " and ".join(f"“{self._table.headers[each]}”" for each in indexes)
        chosen = self._deciding.ask(
            f"twice:{self._table.name}:{wanted}",
            f"Which column is the {_spoken(wanted)}?",
            f"{shown} in {self._table.name} both look like it",
            {**choices, LEAVE: "none of them"},
            LEAVE,
        )
        return None if chosen == LEAVE else int(chosen) - 1

    def _ask_for_a_name(self, places: dict[Field, int]) -> None:
        """Ask which column holds the names where none was found and none is in question."""
        if self._kind in _WITHOUT_NAMES or {Field.NAME, Field.LAST_NAME, Field.EMAIL} & places.keys():
            return
        if any(found in (Field.NAME, Field.LAST_NAME) for found, _ in self._fields.values()):
            return
        self._ask(places, Field.NAME, "name", "names", "leave the rows out")

    def _ask_for_the_rest(self, places: dict[Field, int]) -> None:
        """Ask for the other columns without which no row is read, where no header and no shape tells them."""
        if self._form is not None or isinstance(self._table, FiguresTable):
            return
        known = places.keys() | {found for found, _ in self._fields.values()}
        known |= {Field.ACCOUNT} if Field.ACCOUNT_ID in known else set()
        for each in _ASKED.get(self._kind, ()):
            if each not in known:
                self._ask(places, each, _spoken(each), _SPOKEN[each], "none of them")

    def _ask(self, places: dict[Field, int], wanted: Field, id: str, what: str, leaving: str) -> None:
        """Ask which of the columns that are not read holds something."""
        free = [each for each, header in enumerate(self._folded) if header and each not in places.values()]
        choices = {str(each + 1): self._table.headers[each] for each in free}
        chosen = self._deciding.ask(
            f"{id}:{self._table.name}",
            f"Which column of {self._table.name} holds the {what}?",
            "Its rows cannot be read without one",
            {**choices, LEAVE: leaving},
            LEAVE,
        )
        if chosen != LEAVE:
            places[wanted] = int(chosen) - 1

    def _use(self, index: int, places: Mapping[Field, int], to_notes: tuple[int, ...]) -> ColumnUse:
        header = self._table.headers[index]
        if index in to_notes:
            return ColumnUse(header, Field.NOTES, Certainty.SURE, "appended to the notes")
        read = next((each for each, place in places.items() if place == index), None)
        found, certainty = self._fields.get(index, (None, Certainty.UNKNOWN))
        if read is not None:
            return ColumnUse(header, read, certainty if found is read else Certainty.SURE)
        is_open = found is not None and found not in places
        return ColumnUse(header, None, certainty, "to be decided" if is_open else "left out")


def column_id(file: str, header: str) -> str:
    """Give the id of the decision about one column: a field's words, "notes" or "leave"."""
    return f"column:{file}:{header}"


def _spoken(wanted: Field) -> str:
    return wanted.value[0].lower() + wanted.value[1:]


def _sure(
    columns: Mapping[str, Field] | Mapping[str, Field | None],
) -> Callable[[str], tuple[Field | None, Certainty] | None]:
    return lambda header: (columns[header], Certainty.SURE) if header in columns else None


def _by_words(table: AnyTable) -> Callable[[str], tuple[Field | None, Certainty] | None]:
    def find(header: str) -> tuple[Field | None, Certainty] | None:
        words = plain_words(header)
        if words not in table.words:
            return None
        return table.words[words], Certainty.LIKELY if words in table.likely else Certainty.SURE

    return find
