"""Damaged and hostile files never end in anything but a plan or a sentence."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.domain.importing.existing import Existing, ImportSettings
from reviewdesk.domain.importing.plan import ImportPlan
from reviewdesk.domain.importing.planning import plan
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.read_records import read_records

DEALS = (
    b"opportunity_id,sales_agent,product,account,deal_stage,close_date,close_value\n"
    b"1,Ann,GTX Pro,Acme,Won,3/18/2026,1054\n2,Bo,GTXPro,Bolt GmbH,Lost,,\n3,Ann,,,Engaging,3/1/2026,\n"
)
PEOPLE = (
    b"First Name,Last Name,Company,Job Title,E-mail Address,E-mail Display Name\nAnn,Lee,Acme,Buyer,a@x.example,A\n"
)
ANSWERS = {"unknown-accounts": "add", "won:file.csv": "all", "kind:file.csv": "companies", "name:file.csv": "1"}


def imported(folder, content: bytes) -> ImportPlan:
    path = folder / "file.csv"
    path.write_bytes(content)
    incoming = read_records([read_table(path)], ANSWERS, base_currency="EUR")
    return plan(incoming, Existing(), ANSWERS, ImportSettings(date(2026, 11, 21)))


@st.composite
def damaged(draw):
    content = bytearray(draw(st.sampled_from([DEALS, PEOPLE])))
    for _ in range(draw(st.integers(1, 12))):
        place = draw(st.integers(0, len(content)))
        piece = draw(
            st.binary(max_size=4) | st.sampled_from([b'"', b",", b";", b"\n", b"\r", b"\0", b"=", b"-", b"\xff"])
        )
        content[place : place + draw(st.integers(0, 6))] = piece
    return bytes(content)


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=damaged())
def test_a_damaged_file_is_planned_or_refused(tmp_path, content):
    try:
        made = imported(tmp_path, content)
    except UnreadableError:
        return
    accounts = {each.after.id for each in made.accounts}
    assert all(each.after.account_id in accounts for each in (*made.people, *made.purchases))


@pytest.mark.parametrize(
    "cell",
    [
        "." * 180_000,
        "1" * 180_000,
        " " * 180_000 + "x",
        "a@" + "." * 180_000,
        "x" * 180_000,
        "T " * 90_000,
        "(" * 180_000,
    ],
)
@pytest.mark.parametrize(
    "header", ["account,x,y", "account,close_date,close_value", "First Name,Company,Email", "q,r,s"]
)
@pytest.mark.timeout(30)  # what was slow here took minutes
def test_a_giant_cell_is_read_or_refused(tmp_path, header, cell):
    imported(tmp_path, f'{header}\n"{cell}","{cell}","{cell}"\n'.encode())


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "@SUM(1)", "<b>bold", "'; DROP TABLE account; --", "%s%n", "\u202eevil"]
)
def test_hostile_text_stays_text(tmp_path, text):
    made = imported(tmp_path, f'Company,City\n"{text}",Kent\n'.encode())

    assert [each.after.name for each in made.accounts] == [text]
