"""vCards of all three versions, as phones and address books write them."""

import pytest

from reviewdesk.domain.errors import UnreadableError
from reviewdesk.exchange.read_records import read_records
from reviewdesk.exchange.reading import read_tables

OLD = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\n"
    "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BCrgen;;Dr.\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Dr. J=C3=BCrgen M=C3=BCller\r\n"
    "ORG:Kestrel Air;Operations\r\n"
    "TEL;WORK;VOICE:+49 711 1234\r\nTEL;CELL:+49 170 99\r\nTEL;WORK;FAX:+49 711 0\r\n"
    "EMAIL;INTERNET:juergen@kestrel.example\r\n"
    "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Likes=20caf=C3=A9=\r\n=0Aand trains\r\n"
    "PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD=\r\n /9j/4AAQSkZJRg\r\n\r\n"
    "END:VCARD\r\n"
)
PHONE = (
    "BEGIN:VCARD\nVERSION:3.0\nPRODID:-//Apple Inc.//iPhone OS 17//EN\nN:Byron;Ada;King;;\nFN:Ada King Byron\n"
    "ORG:Kestrel Air\\, Ltd.;\nTITLE:Head of Engi\n neering\nitem1.EMAIL;type=INTERNET;type=pref:ada@kestrel.example\n"
    "item1.X-ABLabel:Work\nitem2.EMAIL;type=INTERNET:ada@home.example\nTEL;type=CELL;type=VOICE:+44 7700 1\n"
    "item3.ADR;type=WORK:;;1 High Street\\nFloor 2;Leeds;;LS1 1AA;United Kingdom\nNOTE:Met at Hannover\\; call back\n"
    "CATEGORIES:VIP,Engineering\nUID:ABCD-1\nPHOTO;ENCODING=b;TYPE=JPEG:AAAA\n BBBB\nEND:VCARD\n"
)
NEW = (
    "BEGIN:VCARD\nVERSION:4.0\nUID:urn:uuid:1\nFN:Grace Hopper\nN:Hopper;Grace;;;\nORG:Łódź Logistics\n"
    'EMAIL;PREF=2;TYPE="work,home":second@lodz.example\nEMAIL;PREF=1:grace@lodz.example\n'
    'TEL;VALUE=uri;TYPE="voice,work":tel:+48-42-1\nEND:VCARD\n'
)
FIRM = "BEGIN:VCARD\nVERSION:3.0\nFN:Nordic Parts\nORG:Nordic Parts\nX-ABShowAs:COMPANY\nTEL:+45 1\nURL:https://nordic.example\nEND:VCARD\n"


def tables(tmp_path, text, encoding="utf-8", name="people.vcf"):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return read_tables(path)


def people(tmp_path, text, encoding="utf-8"):
    return read_records(tables(tmp_path, text, encoding), {}, base_currency="EUR").people


def test_an_old_card_in_quoted_printable_is_read(tmp_path):
    (person,) = people(tmp_path, OLD)

    assert (person.name, person.account.name) == ("Jürgen Müller", "Kestrel Air")
    assert person.values == {
        "email": "juergen@kestrel.example",
        "phone": "+49 711 1234",
        "notes": "Likes café\nand trains\nMobile phone: +49 170 99",
    }


def test_a_card_of_a_phone_is_read_with_folded_lines_and_groups(tmp_path):
    (person,) = people(tmp_path, PHONE)

    assert (person.name, person.account.name, person.origin.id) == ("Ada King Byron", "Kestrel Air, Ltd.", "ABCD-1")
    assert person.values["role"] == "Head of Engineering"
    assert person.values["email"] == "ada@kestrel.example"
    assert person.values["notes"] == "Met at Hannover; call back\nE-mail: ada@home.example"


def test_a_card_of_version_4_gives_the_preferred_address_and_a_plain_number(tmp_path):
    (person,) = people(tmp_path, NEW)

    assert (person.values["email"], person.values["phone"]) == ("grace@lodz.example", "+48-42-1")


def test_several_cards_of_several_versions_stand_in_one_file(tmp_path):
    found = people(tmp_path, OLD.replace("\r\n", "\n") + PHONE + NEW)

    assert [each.name for each in found] == ["Jürgen Müller", "Ada King Byron", "Grace Hopper"]
    assert [each.origin.line for each in found] == [1, 16, 35]


def test_the_card_of_an_organisation_is_an_account(tmp_path):
    read = read_records(tables(tmp_path, PHONE + FIRM), {}, base_currency="EUR")

    assert [each.name for each in read.accounts] == ["Nordic Parts"]
    assert read.accounts[0].values["domain"] == "nordic.example"
    assert [each.name for each in read.people] == ["Ada King Byron"]
    assert [each.file for each in read.tables] == ["people.vcf, people", "people.vcf, organisations"]


def test_a_card_without_any_name_but_the_organisations_is_its_own(tmp_path):
    card = "BEGIN:VCARD\nVERSION:4.0\nFN:\nORG:Nordic Parts;Sales\nTEL:+49 1\nEND:VCARD\n"

    (account,) = read_records(tables(tmp_path, card), {}, base_currency="EUR").accounts

    assert (account.name, account.values["phones"]) == ("Nordic Parts", ("+49 1",))


def test_the_address_and_the_groups_of_a_card_can_be_appended_to_the_notes(tmp_path):
    decisions = {"column:people.vcf:City": "notes", "column:people.vcf:Categories": "notes"}
    (person,) = read_records(tables(tmp_path, PHONE), decisions, base_currency="EUR").people

    assert "\nCity: Leeds\nCategories: VIP,Engineering\n" in person.values["notes"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_cards_are_read_in_any_encoding(tmp_path, encoding):
    text = "BEGIN:VCARD\nVERSION:3.0\nN:Müller;Zoë;;;\nORG:Café\nEND:VCARD\n"

    assert [each.name for each in people(tmp_path, text, encoding)] == ["Zoë Müller"]


def test_a_property_may_be_in_a_character_set_of_its_own(tmp_path):
    card = b"BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-2:Wa\xb3\xeasa;Lech\nORG:X\nEND:VCARD\n"

    assert [each.name for each in people(tmp_path, card)] == ["Lech Wałęsa"]


def test_a_card_that_never_ends_is_refused_with_what_to_do(tmp_path):
    with pytest.raises(UnreadableError, match="holds no whole card. Export it again"):
        tables(tmp_path, "BEGIN:VCARD\nFN:Ada\n")


def test_a_large_picture_costs_nothing(tmp_path):
    picture = "PHOTO;ENCODING=b:" + "".join("A" * 75 + "\n " for _ in range(60_000))

    (person,) = people(tmp_path, PHONE.replace("PHOTO;ENCODING=b;TYPE=JPEG:AAAA\n BBBB", picture.rstrip()))

    assert person.name == "Ada King Byron"
