"""Each program's exports are recognised by their headers and read as what they are."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest

from reviewdesk.domain.importing.decisions import Deciding
from reviewdesk.domain.importing.fields import Certainty, Field, TableKind
from reviewdesk.domain.importing.incoming import Incoming
from reviewdesk.exchange.csv_files import read_table
from reviewdesk.exchange.read_records import read_records
from reviewdesk.exchange.recognise import Recognised, column_id, recognise
from reviewdesk.exchange.table import SourceRow, SourceTable


def table(headers: str, *rows: str, name: str = "export.csv") -> SourceTable:
    """Make a table of cells written with bars between them."""
    split = [tuple(each.strip(" ") for each in row.split("|")) for row in rows]
    return SourceTable(name, tuple(headers.split("|")), tuple(SourceRow(n, row) for n, row in enumerate(split, 2)))


def taken_for(made: SourceTable, **decisions: str) -> Recognised:
    return recognise(made, Deciding(decisions))


def read(*tables: SourceTable, decisions: dict[str, str] | None = None, currency: str = "EUR") -> Incoming:
    return read_records(tables, decisions or {}, base_currency=currency)


DO_NOT_MODIFY = "(Do Not Modify) Row Checksum|(Do Not Modify) Modified On"
COMPANIES, CONTACTS, DEALS = TableKind.COMPANIES, TableKind.CONTACTS, TableKind.DEALS
SPELLINGS = [
    ("HubSpot", COMPANIES, "Record ID|Company name|Company Domain Name|Phone Number|Industry|Company owner|City"),
    ("HubSpot", COMPANIES, "ID de registro|Nombre de la empresa|Ciudad"),
    (
        "HubSpot",
        CONTACTS,
        "Record ID|First Name|Last Name|Email|Phone Number|Job Title|Associated Company IDs (Primary)",
    ),
    ("HubSpot", CONTACTS, "Record ID|First Name|Last Name|Email|Job Title|Associated Company IDs|Associated Company"),
    ("HubSpot", COMPANIES, "Datensatz-ID|Unternehmensname|Ort|Domainname des Unternehmens"),
    ("HubSpot", CONTACTS, "Datensatz-ID|Vorname|Nachname|E-Mail|Jobbezeichnung|Associated Company IDs (Primary)"),
    ("HubSpot", COMPANIES, "ID de l'enregistrement|Nom de l'entreprise|Ville|Nom de domaine de l'entreprise"),
    ("HubSpot", CONTACTS, "ID de registro|Nombre|Apellidos|Correo|Cargo|Associated Company IDs (Primary)"),
    ("HubSpot", DEALS, "Record ID|Deal Name|Pipeline|Deal Stage|Amount|Close Date|Associated Company IDs (Primary)"),
    (
        "HubSpot",
        DEALS,
        "Record ID|Deal Name|Deal Stage|Amount in company currency|Close Date|Associated Company IDs (Primary)",
    ),
    (
        "Salesforce",
        COMPANIES,
        "Account Name|Account Owner|Account ID|Type|Industry|Annual Revenue|Employees|Billing City",
    ),
    ("Salesforce", COMPANIES, "Id|IsDeleted|MasterRecordId|Name|Type|ParentId|BillingCity|Phone|AnnualRevenue|OwnerId"),
    ("Salesforce", CONTACTS, "First Name|Last Name|Title|Account Name|Email|Phone|Mailing Street"),
    ("Salesforce", CONTACTS, "Id|IsDeleted|AccountId|FirstName|LastName|Email|Title"),
    ("Salesforce", DEALS, "Opportunity Name|Account Name|Amount|Stage|Close Date"),
    ("Salesforce", DEALS, "Id|IsDeleted|AccountId|Name|StageName|Amount|CloseDate|CurrencyIsoCode"),
    (
        "Dynamics 365",
        COMPANIES,
        f"(Do Not Modify) Account|{DO_NOT_MODIFY}| Account Name|Main Phone|Address 1: City",
    ),
    ("Dynamics 365", COMPANIES, "accountid|name|websiteurl|telephone1|address1_city"),
    (
        "Dynamics 365",
        CONTACTS,
        f"(Do Not Modify) Contact|{DO_NOT_MODIFY}|Full Name|Job Title|Company Name|Email",
    ),
    (
        "Dynamics 365",
        DEALS,
        f"(Do Not Modify) Opportunity|{DO_NOT_MODIFY}|Topic|Account|Status|Actual Revenue|Actual Close Date",
    ),
    (
        "Zoho",
        COMPANIES,
        "Record Id|Account Owner|Account Owner.id|Account Name|Phone|Account Type|Billing Code|Billing City",
    ),
    ("Zoho", COMPANIES, "Record Id|Account Name|Phone|Billing Address - City|Billing Address - Street"),
    ("Zoho", CONTACTS, "Record Id|First Name|Last Name|Account Name|Account Name.id|Email|Phone|Mobile|Title"),
    (
        "Zoho",
        DEALS,
        "Record Id|Deal Name|Account Name|Account Name.id|Stage|Closing Date|Amount|Currency|Reason For Loss",
    ),
    ("Pipedrive", COMPANIES, "Organization - Name|Organization - Address|Organization - Labels|Organization - ID"),
    ("Pipedrive", COMPANIES, "Organization - Name *|Organization – Owner|Organization - Pipedrive System ID"),
    ("Pipedrive", CONTACTS, "Person - Name|Person - Email|Person - Phone|Person - Organization"),
    ("Pipedrive", CONTACTS, "Person - Name|Person - Email (Work)|Person - Phone - Work|Person - Organization"),
    (
        "Pipedrive",
        DEALS,
        "Deal - Title|Deal - Value|Deal - Currency of value|Deal - Status|Deal - Won time|Deal - Organization",
    ),
    (
        "EspoCRM",
        COMPANIES,
        "id|name|website|emailAddress|phoneNumber|industry|billingAddressCity|createdAt|assignedUserName",
    ),
    ("EspoCRM", CONTACTS, "id|firstName|lastName|accountId|accountName|emailAddress|phoneNumber"),
    ("EspoCRM", DEALS, "id|name|accountId|accountName|stage|amount|amountCurrency|closeDate|assignedUserName"),
    (
        "Outlook",
        CONTACTS,
        "Title|First Name|Last Name|Company|Job Title|Business Phone|E-mail Address|E-mail Display Name",
    ),
    ("Google contacts", CONTACTS, "First Name|Last Name|Organization Name|Organization Title|Labels|E-mail 1 - Value"),
    (
        "Google contacts",
        CONTACTS,
        "Name|Given Name|Family Name|Group Membership|E-mail 1 - Value|Organization 1 - Name",
    ),
]


@pytest.mark.parametrize(("source", "kind", "headers"), SPELLINGS)
def test_every_known_spelling_is_recognised(source, kind, headers):
    found = taken_for(table(headers))

    assert (found.use.source, found.use.kind) == (source, kind)
    needed = {
        COMPANIES: {Field.NAME},
        CONTACTS: {Field.EMAIL} & set(found.places) or {Field.LAST_NAME},
        DEALS: {Field.AMOUNT, Field.DATE} & set(found.places) or {Field.AMOUNT},
    }
    assert needed[kind] <= found.places.keys()


@pytest.mark.parametrize(
    ("kind", "headers"),
    [
        (COMPANIES, "account|sector|year_established|revenue|employees|office_location|subsidiary_of"),
        (DEALS, "opportunity_id|sales_agent|product|account|deal_stage|engage_date|close_date|close_value"),
        (TableKind.PRODUCTS, "product|series|sales_price"),
        (TableKind.COLLEAGUES, "sales_agent|manager|regional_office"),
        (COMPANIES, "Firma|Branche|PLZ|Ort|Telefon"),
        (CONTACTS, "Nom|Prénom|Société|Courriel|Fonction"),
        (TableKind.SALES, "Datum|Kunde|Artikel|Betrag"),
        (TableKind.SALES, "Invoice no|Invoice date|Customer|Item|Net amount"),
    ],
)
def test_a_table_of_no_known_program_goes_by_the_words_over_its_columns(kind, headers):
    found = taken_for(table(headers))

    assert (found.use.source, found.use.kind) == ("CSV", kind)


def test_the_year_a_company_was_founded_is_not_when_it_became_a_customer():
    found = taken_for(table("account|year_established"))

    assert Field.CUSTOMER_SINCE not in found.places


def test_what_describes_other_tables_is_left_out_with_a_reason():
    incoming = read(table("accounts||||sales_teams||", "account|sector|||sales_agent|manager|", name="dictionary.csv"))

    assert incoming.left_out[0][:3] == ("dictionary.csv", 0, "it describes other tables and holds no records itself")
    assert incoming.to_decide == ()


def test_a_table_in_an_unknown_language_is_asked_about_and_read_as_decided():
    finnish = table("Yritys|Sposti|Puh", "Kone Oyj|info@kone.example|+358 204 751", name="asiakkaat.csv")

    asked = read(finnish)
    decided = {"kind:asiakkaat.csv": "companies", "name:asiakkaat.csv": "1"}
    incoming = read(finnish, decisions=decided)

    assert [(each.id, each.taken) for each in asked.to_decide] == [("kind:asiakkaat.csv", "leave")]
    assert asked.accounts == ()
    assert [(each.name, each.values["phones"]) for each in incoming.accounts] == [("Kone Oyj", ("+358 204 751",))]


def test_two_columns_on_one_field_are_refused_until_decided():
    twice = table("Company|Phone|Telephone", "Acme|1 234 567|7 654 321")

    undecided = read(twice)
    decided = read(twice, decisions={"twice:export.csv:Phone": "3"})

    assert undecided.to_decide[0].words == "Which column is the phone?"
    assert "phones" not in undecided.accounts[0].values
    assert decided.accounts[0].values["phones"] == ("7 654 321",)
    assert decided.to_decide[0].is_decided


def test_a_header_that_comes_twice_with_the_same_values_is_no_question():
    incoming = read(table("Company|City|City", "Acme|Kent|Kent"))

    assert incoming.to_decide == ()
    assert incoming.accounts[0].values["city"] == "Kent"
    assert [each.note for each in incoming.tables[0].columns] == ["", "", "left out"]


def test_a_column_may_be_appended_to_the_notes_or_given_another_field():
    made = table("Company|Fax|Town hall", "Acme|555|Kent")
    decisions = {column_id("export.csv", "Fax"): "notes", column_id("export.csv", "Town hall"): Field.CITY.value}

    account = read(made, decisions=decisions).accounts[0]

    assert account.values == {"notes": "Fax: 555", "city": "Kent"}


def test_columns_that_are_not_understood_are_shown_as_left_out():
    columns = taken_for(table("Company|Fax", "Acme|5")).use.columns

    assert columns[1].field is None
    assert (columns[1].certainty, columns[1].note) == (Certainty.UNKNOWN, "left out")


def test_hubspot_links_by_the_first_of_several_ids():
    person = read(
        table("Record ID|First Name|Last Name|Email|Associated Company IDs", "9|Ana|Ruiz|ana@a.example|77;78")
    ).people[0]

    assert person.origin[::3] == ("HubSpot", "9")
    assert person.account[:2] == ("HubSpot", "77")


def test_hubspot_reads_won_deals_and_falls_back_to_the_companys_currency():
    deals = table(
        "Record ID|Deal Name|Deal Stage|Amount in company currency|Close Date|Associated Company IDs (Primary)",
        "1|Rollout|Closed Won (Sales Pipeline)|12400.50|2026-09-12 10:30|77",
        "2|Pilot|Closed Lost|10|2026-09-12 10:30|77",
    )

    incoming = read(deals)

    assert [(each.amount, each.bought_on) for each in incoming.purchases] == [(Decimal("12400.50"), date(2026, 9, 12))]
    assert incoming.left_out[0].reason == "not won"


def test_salesforce_ids_are_compared_by_their_first_fifteen_letters_and_the_deleted_are_skipped():
    incoming = read(
        table(
            "Id|IsDeleted|MasterRecordId|Name|BillingCity",
            "0015g00000AbCdEFGH|0||Acme|Kent",
            "0015g00000AbCdF|1||Gone|X",
        )
    )

    assert incoming.accounts[0].origin.id == "0015g00000AbCdE"
    assert [each.reason for each in incoming.left_out] == ["deleted in Salesforce"]


def test_the_footer_of_a_salesforce_report_is_no_account(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text(
        "Account Name,Account Owner,Billing City\nAcme,Ann,Kent\n\n"
        '"Confidential Information - Do Not Distribute"\n"Copyright (c)"\n'
    )

    incoming = read(read_table(path))

    assert [each.name for each in incoming.accounts] == ["Acme"]
    assert [each.reason for each in incoming.left_out] == ["a footer line of the report"] * 2
    assert incoming.notes == ()


def test_zoho_ids_lose_their_prefix_and_three_date_styles_are_read_in_one_column():
    deals = table(
        "Record Id|Deal Name|Account Name|Account Name.id|Stage|Closing Date|Amount|Currency",
        "zcrm_1|a|Acme|zcrm_7|Closed Won|2026-09-30|1|EUR",
        "zcrm_2|b|Acme|zcrm_7|Closed Won|30/09/2026|1|EUR",
        "zcrm_3|c|Acme|zcrm_7|Closed Won|Sep 30, 2026|1|USD",
    )

    purchases = read(deals).purchases

    assert [each.origin.id for each in purchases] == ["1", "2", "3"]
    assert {each.bought_on for each in purchases} == {date(2026, 9, 30)}
    assert {each.account.id for each in purchases} == {"7"}
    assert [each.currency for each in purchases] == ["EUR", "EUR", "USD"]


def test_the_totals_of_a_salesforce_report_are_no_accounts_and_a_company_may_be_called_total(tmp_path):
    path = tmp_path / "report.csv"
    path.write_text(
        '"Account Name","Account Owner","Billing City"\n"Acme","Ann","Kent"\n"Total","Ann","Paris"\n'
        '"Subtotal (2 records)","",""\n"Grand Totals (2 records)","",""\n"Total","",""\n"Copyright (c)"\n'
    )

    incoming = read(read_table(path))

    assert [each.name for each in incoming.accounts] == ["Acme", "Total"]
    assert [each.line for each in incoming.left_out] == [4, 5, 6, 7]


def test_where_hubspot_names_several_companies_the_first_is_meant():
    headers = "Record ID|Deal Name|Pipeline|Deal Stage|Amount|Close Date|Associated Company IDs|Associated Company"
    deal = table(
        headers, "1|x|p|Closed Won|5|2026-10-01|501;502|Acme;Other", "2|x|p|Closed Won|5|2026-10-01||Acme;Other"
    )

    assert [each.account[1:3] for each in read(deal).purchases] == [("501", "Acme"), ("", "Acme")]


def test_a_mobile_number_beside_another_number_is_kept_in_the_notes():
    headers = "First Name|Last Name|Company|Business Phone|Mobile Phone|E-mail Address|Notes"
    people = read(
        table(headers, "Ida|Nor|Acme|+49 1|+49 170 2|i@a.example|Café", "Bo|Ek|Acme||+46 3||", "An|Li|Acme|+1|+1||")
    ).people

    assert people[0].values == {"email": "i@a.example", "phone": "+49 1", "notes": "Café\nMobile phone: +49 170 2"}
    assert [each.values for each in people[1:]] == [{"phone": "+46 3"}, {"phone": "+1"}]


def test_pipedrive_links_by_name_and_leaks_serial_dates():
    deals = table(
        "Deal - Title|Deal - Value|Deal - Currency of value|Deal - Status|Deal - Won time|Deal - Organization",
        "x|9 000|CZK|Won|45631|Acme",
    )
    people = table(
        "Person - Name|Person - Email|Person - Organization", "Ann|a@x.example, b@x.example|Acme", name="p.csv"
    )

    incoming = read(deals, people)

    assert incoming.purchases[0].bought_on == date(2024, 12, 5)
    assert (incoming.purchases[0].amount, incoming.purchases[0].currency) == (Decimal(9000), "CZK")
    assert incoming.people[0].values["email"] == "a@x.example"
    assert incoming.people[0].account.name == "Acme"


def test_espocrm_phones_keep_their_plus(tmp_path):
    path = tmp_path / "accounts.csv"
    path.write_text("id;name;phoneNumber;billingAddressCity;createdAt\n1;Acme;'+49 711 1;Köln;2026-01-01 10:00:00\n")

    assert read(read_table(path)).accounts[0].values["phones"] == ("+49 711 1",)


def test_the_guard_is_taken_off_the_numbers_of_an_espocrm_list_too():
    accounts = table("id|name|phoneNumber|createdAt|assignedUserId", """1|Acme|["'+49 711 1","+49 2"]|2026-01-01|u""")

    assert read(accounts).accounts[0].values["phones"] == ("+49 711 1", "+49 2")


def test_outlooks_title_is_no_role_and_an_exchange_path_no_address():
    headers = "Title|First Name|Last Name|Company|Job Title|E-mail Address|E-mail Type|Birthday"
    person = read(table(headers, "Dr.|Ida|Nor|Acme|Buyer|/o=Acme/cn=ida|EX|0/0/00")).people[0]

    assert person.values == {"role": "Buyer"}
    assert person.name == "Ida Nor"


def test_google_joins_several_values_in_one_cell():
    headers = "First Name|Middle Name|Last Name|Organization Name|Labels|E-mail 1 - Value|Phone 1 - Value|Birthday"
    row = "Lin||Wu|Acme|* myContacts ::: VIP|* lin@a.example ::: l@b.example|+86 1 ::: +86 2|--03-07"

    person = read(table(headers, row)).people[0]

    assert person.name == "Lin Wu"
    further = "Phone: +86 2\nE-mail: l@b.example"
    assert person.values == {"email": "lin@a.example", "phone": "+86 1", "notes": further}


def test_rows_without_a_name_or_an_account_are_left_out_with_their_line():
    incoming = read(
        table("Company|City", "|Kent", name="a.csv"),
        table("Name|Company|Email", "Ann||", "|Acme|", name="b.csv"),
    )

    assert [each[:3] for each in incoming.left_out] == [
        ("a.csv", 2, "without a name"),
        ("b.csv", 2, "without an account"),
        ("b.csv", 3, "without a name"),
    ]


def test_a_deal_is_left_out_for_one_reason_only_and_the_missing_account_comes_first():
    deals = table(
        "opportunity_id|account|deal_stage|close_date|close_value",
        "1||Engaging||",
        "2|Acme|Lost|3/18/2017|0",
        "3|Acme|Won||5",
        "4|Acme|Won|13/13/2017|5",
        "5|Acme|Won|3/18/2017|five",
        "6|Acme|Won|3/18/2017|5",
    )

    incoming = read(deals)

    assert [each.reason for each in incoming.left_out] == [
        "without an account",
        "not won",
        "without a close date that can be read",
        "without a close date that can be read",
        "without an amount that can be read",
    ]
    assert [each.origin.id for each in incoming.purchases] == ["6"]


def test_an_ambiguous_date_column_is_asked_and_not_guessed():
    deals = table("account|deal_stage|close_date|close_value", "Acme|Won|3/4/2017|5")

    undecided = read(deals)
    decided = read(deals, decisions={"dates:export.csv:close_date": "day/month/year"})

    assert undecided.to_decide[0].words == "Which comes first in 3/4/2017, the day or the month?"
    assert undecided.purchases == ()
    assert decided.purchases[0].bought_on == date(2017, 4, 3)


def test_an_ambiguous_amount_column_is_asked_and_not_guessed():
    deals = table("account|deal_stage|close_date|close_value", "Acme|Won|2017-03-04|1.234")

    undecided = read(deals)
    decided = read(deals, decisions={"decimals:export.csv:close_value": ","})

    assert undecided.to_decide[0].words == "How is 1.234 in “close_value” meant?"
    assert undecided.purchases == ()
    assert decided.purchases[0].amount == Decimal(1234)


def test_deals_without_a_word_for_won_are_asked_about():
    deals = table("Datum|Kunde|Betrag", "30.09.2026|Acme|1.234,56")

    assert {each.id: each.taken for each in read(deals).to_decide}["won:export.csv"] == "leave"
    assert read(deals, decisions={"won:export.csv": "all"}).purchases[0].amount == Decimal("1234.56")


def test_a_stage_of_ones_own_may_be_named_as_won():
    deals = table("account|stage|close_date|amount", "Acme|Signed|2026-01-02|5", "Acme|Open|2026-01-02|5")

    incoming = read(deals, decisions={"won:export.csv": "stage:Signed"})

    assert len(incoming.purchases) == 1


def test_values_that_cannot_be_read_are_remarked_with_their_lines():
    incoming = read(table("Company|Employees|Revenue", "Acme|about ten|1.5", "Bolt|12|2.5"))

    assert incoming.notes == ("1 value of “Employees” in export.csv cannot be read and is left blank: line 2.",)
    assert incoming.accounts[0].values == {"annual_revenue": Decimal("1.5")}


def test_six_hundred_columns_and_a_mail_in_a_cell_are_no_trouble(tmp_path):
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(["Record ID", "Company name", *(f"Property {n}" for n in range(600))])
    writer.writerow(["1", "Acme", "x" * 180_000, *[""] * 599])
    path = tmp_path / "wide.csv"
    path.write_text(written.getvalue())

    assert read(read_table(path)).accounts[0].name == "Acme"


DEALS_OF_ANY = "Company|Close date|Amount|Stage"


@pytest.mark.parametrize("day", ["0001-01-01", "1066-10-14", "9999-12-31"])
def test_a_day_that_no_book_holds_is_a_blank_in_disguise(day):
    incoming = read(table(DEALS_OF_ANY, f"Acme|{day}|5|won"), table("Company|Last review", f"Acme|{day}", name="a.csv"))

    assert [each.reason for each in incoming.left_out] == ["without a close date that can be read"]
    assert incoming.accounts[0].values == {}
    assert len(incoming.notes) == 2


def test_a_customer_may_be_one_since_before_the_days_that_a_book_holds():
    (account,) = read(table("Company|Customer since|City", "Acme|1954-03-01|Kent")).accounts

    assert account.values["customer_since"] == date(1954, 3, 1)


def test_an_amount_too_large_for_a_book_is_left_out_and_not_the_whole_file():
    incoming = read(table(DEALS_OF_ANY, "Acme|2026-10-01|1e18|won", "Acme|2026-10-01|5|won"))

    assert [each.amount for each in incoming.purchases] == [Decimal(5)]
    assert [each.reason for each in incoming.left_out] == ["without an amount that can be read"]


def test_an_amount_with_more_decimals_than_are_kept_is_rounded_and_that_is_said():
    incoming = read(table(DEALS_OF_ANY, "Acme|2026-10-01|1200.123456|won", "Acme|2026-10-01|5.1|won"))

    assert [each.amount for each in incoming.purchases] == [Decimal("1200.1235"), Decimal("5.1")]
    assert incoming.notes == ("1 value of “Amount” in export.csv has more than 4 decimals and is rounded: line 2.",)


def test_what_no_header_tells_is_seen_by_its_shape_and_asked_else():
    made = table(
        "Kód|Cégnév|Kelte|Érték", "ab-10000001|Kestrel|2026-10-01|5", "ab-10000002|Łódź|2026-10-02|6", name="x.csv"
    )
    answers = {"kind:x.csv": "deals", "won:x.csv": "all"}

    asked = read(made, decisions=answers)
    answered = read(made, decisions={**answers, "account:x.csv": "2", "amount:x.csv": "4"})

    assert [each.id for each in asked.to_decide if each.taken == "leave"] == ["account:x.csv", "amount:x.csv"]
    assert [(each.account.name, each.bought_on.day, each.amount) for each in answered.purchases] == [
        ("Kestrel", 1, Decimal(5)),
        ("Łódź", 2, Decimal(6)),
    ]
    assert [each.origin.id for each in answered.purchases] == ["ab-10000001", "ab-10000002"]


def test_of_two_columns_of_days_none_is_guessed():
    made = table("Cégnév|Kelte|Vége|Érték", "Kestrel|2026-10-01|2026-11-01|5", name="x.csv")

    asked = read(made, decisions={"kind:x.csv": "deals", "won:x.csv": "all"})

    assert "date:x.csv" in [each.id for each in asked.to_decide]


def test_the_account_of_people_in_an_unknown_language_is_asked_for():
    made = table("Név|Levél|Cég", "Ada|ada@k.example|Kestrel", name="x.csv")
    answers = {"kind:x.csv": "contacts", "account:x.csv": "3"}

    (person,) = read(made, decisions=answers).people

    assert (person.account.name, person.values["email"]) == ("Kestrel", "ada@k.example")


def test_a_column_that_looks_like_ids_is_none_where_the_headers_are_understood():
    made = taken_for(table("Company|City|Row token", "Kestrel|Leeds|ab-10000001", "Lodz|Bonn|ab-10000002"))

    assert Field.SOURCE_ID not in made.places


def test_a_currency_may_be_named_in_words_and_an_unknown_one_is_not_taken_for_the_books():
    headers = "Topic|Account|Status|Actual Revenue|Currency|Actual Close Date|(Do Not Modify) Row Checksum"
    rows = [f"d|Acme|Won|5|{each}|2026-10-01|x" for each in ("US Dollar", "Pound Sterling", "chf", "€", "Quatloo", "")]

    incoming = read(table(headers, *rows))

    assert [each.currency for each in incoming.purchases] == ["USD", "GBP", "CHF", "EUR", "EUR"]
    assert [(each.line, each.reason) for each in incoming.left_out] == [(6, "in a currency that is not known")]
    assert incoming.notes == ("1 amount in export.csv names no currency and is taken for EUR: line 7.",)


def test_ids_of_ones_own_are_compared_whole_and_common_words_are_no_program():
    deals = table(
        "Order ID|Account name|Stage|Close date|Amount",
        "NORTHGATE-2026-0001|Acme|Won|2026-10-01|5",
        "NORTHGATE-2026-0002|Acme|Won|2026-10-02|6",
    )

    assert [each.origin.id for each in read(deals).purchases] == ["NORTHGATE-2026-0001", "NORTHGATE-2026-0002"]
    assert taken_for(table("Company|Stage|Close date|Amount", "Acme|Won|2026-10-01|5")).use.source == "CSV"
    assert taken_for(table("Company|First name|Last name|Title", "Acme|A|B|Buyer")).use.source == "CSV"


def test_what_a_cell_says_twice_is_kept_once():
    (account,) = read(table("Company|Tags|Phone", "Acme|a, b;a|+49 1, +49 1")).accounts

    assert (account.values["tags"], account.values["phones"]) == (("a", "b"), ("+49 1",))


def test_won_is_known_behind_a_number_and_in_brackets_and_not_behind_a_not():
    stages = ("5 - Won", "Closed (Won)", "100 % Closed-Won", "closedwon", "Not won", "Wonderful", "Closed Lost")
    made = table(DEALS_OF_ANY, *(f"Acme|2026-10-01|5|{each}" for each in stages))

    assert [each.line for each in read(made).left_out] == [6, 7, 8]
