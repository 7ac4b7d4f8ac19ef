"""The cards of any address book, with the headers that are given to their properties here."""

from typing import Final

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, folded_header, marks

_FIELDS: Final[dict[str, Field | None]] = {
    "UID of the card": Field.SOURCE_ID,
    "Name on the card": Field.NAME,
    "First name": Field.FIRST_NAME,
    "Middle name": Field.MIDDLE_NAME,
    "Last name": Field.LAST_NAME,
    "Organisation": Field.ACCOUNT,
    "Job title": Field.ROLE,
    "E-mail": Field.EMAIL,
    "Phone": Field.PHONE,
    "Mobile phone": Field.MOBILE,
    "Street": None,
    "Postal code": None,
    "City": None,
    "Region": None,
    "Country": None,
    "Website": None,
    "Categories": None,
    "Note": Field.NOTES,
}
HEADERS: Final = tuple(_FIELDS)
_OF_FIRMS: Final[dict[str, Field | None]] = {
    "UID of the card": Field.SOURCE_ID,
    "Organisation's card": Field.NAME,
    "Organisation": None,
    "E-mail": None,
    "Phone": Field.PHONE,
    "Street": Field.STREET,
    "Postal code": Field.POSTAL_CODE,
    "City": Field.CITY,
    "Region": Field.REGION,
    "Country": Field.COUNTRY,
    "Website": Field.WEBSITE,
    "Categories": Field.TAGS,
    "Note": Field.NOTES,
}
HEADERS_OF_FIRMS: Final = tuple(_OF_FIRMS)

FORMS = (
    Form(
        source="vCard",
        kind=TableKind.COMPANIES,
        marks=marks("uid of the card|organisation's card"),
        columns={folded_header(each): wanted for each, wanted in _OF_FIRMS.items()},
    ),
    Form(
        source="vCard",
        kind=TableKind.CONTACTS,
        marks=marks("uid of the card|name on the card"),
        columns={folded_header(each): wanted for each, wanted in _FIELDS.items()},
    ),
)
