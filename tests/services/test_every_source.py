"""Whatever program a customer list comes from, the book holds the same people and purchases afterwards."""

from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.importing.fields import TableKind
from reviewdesk.domain.importing.names import folded
from reviewdesk.services.imports import ImportService
from tests.books import a_store
from tests.source_exports import ADA, EXPORTS, KESTREL, LODZ

TODAY = date(2026, 11, 21)
KINDS = {"companies": TableKind.COMPANIES, "people": TableKind.CONTACTS, "deals": TableKind.DEALS}


@pytest.fixture
def store(tmp_path):
    store = a_store(tmp_path, today=TODAY)
    yield store
    store.close()


def records(store, kind):
    with store.read() as reading:
        return getattr(reading, kind).all()


@pytest.fixture(params=EXPORTS)
def export(request):
    return EXPORTS[request.param]()


def test_each_export_is_known_as_what_it_is(store, export, tmp_path):
    made = ImportService(store).plan(export.write(tmp_path)).made

    assert {each.source for each in made.tables} == {export.source}
    assert {each.kind for each in made.tables} >= {KINDS[each] for each in export.has.split()}


def test_each_export_brings_the_same_book(store, export, tmp_path):
    imports, decisions = ImportService(store), {"unknown-accounts": "add"}
    shown = imports.plan(export.write(tmp_path), decisions)

    imports.apply(shown)

    accounts = {folded(each.name): each for each in records(store, "accounts")}
    if "companies" in export.has:
        assert set(accounts) == {folded(KESTREL), folded(LODZ)}
        kestrel, lodz = accounts[folded(KESTREL)], accounts[folded(LODZ)]
        assert (kestrel.city, kestrel.domain, kestrel.phones) == ("Leeds", "kestrel.example", ("+44 113 1",))
        assert (folded(lodz.city), lodz.domain, lodz.phones[0]) == ("lodz", "lodz.example", "+48 42 1")
    if "people" in export.has:
        ada = next(each for each in records(store, "people") if each.name == "Ada Byron")
        assert ada.account_id == accounts[folded(KESTREL)].id
        assert (ada.email, ada.role) == (ADA, "Head of Engineering")
    if "deals" in export.has:
        (bought,) = records(store, "purchases")
        assert (bought.amount, bought.currency, bought.bought_on) == (Decimal("1200.50"), "EUR", date(2026, 10, 1))
        assert bought.account_id == accounts[folded(KESTREL)].id


def test_each_export_read_again_changes_nothing(store, export, tmp_path):
    imports, files = ImportService(store), export.write(tmp_path)
    imports.apply(imports.plan(files, {"unknown-accounts": "add"}))

    again = imports.plan(files)

    assert (again.made.change_count, again.writes_nothing) == (0, True)
