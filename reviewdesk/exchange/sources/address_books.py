"""The contact lists of Outlook and Google."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

FORMS = (
    Form(
        source="Outlook",
        kind=TableKind.CONTACTS,
        marks=marks(
            "e-mail address|e-mail type|e-mail display name|business street|business city|business phone|"
            "business postal code|business country/region|web page|categories"
        ),
        columns={
            "title": None,  # "Dr.", not what the person does
            "first name": Field.FIRST_NAME,
            "middle name": Field.MIDDLE_NAME,
            "last name": Field.LAST_NAME,
            "suffix": None,
            "company": Field.ACCOUNT,
            "department": None,
            "job title": Field.ROLE,
            "business phone": Field.PHONE,
            "mobile phone": Field.MOBILE,
            "e-mail address": Field.EMAIL,
            "e-mail type": None,
            "e-mail display name": None,
            "categories": None,
            "notes": Field.NOTES,
            "web page": None,
        },
    ),
    Form(
        source="Google contacts",
        kind=TableKind.CONTACTS,
        marks=marks(
            "organization name|organization title|labels|e-mail 1 - label|e-mail 1 - value|phone 1 - label|"
            "phone 1 - value|website 1 - value"
        ),
        columns={
            "first name": Field.FIRST_NAME,
            "middle name": Field.MIDDLE_NAME,
            "last name": Field.LAST_NAME,
            "organization name": Field.ACCOUNT,
            "organization title": Field.ROLE,
            "labels": None,
            "e-mail 1 - label": None,
            "e-mail 1 - value": Field.EMAIL,
            "phone 1 - label": None,
            "phone 1 - value": Field.PHONE,
            "notes": Field.NOTES,
            "birthday": None,
        },
    ),
    Form(
        source="Google contacts",
        kind=TableKind.CONTACTS,
        marks=marks(
            "given name|family name|group membership|e-mail 1 - type|e-mail 1 - value|organization 1 - name|"
            "organization 1 - title"
        ),
        columns={
            "name": Field.NAME,
            "given name": Field.FIRST_NAME,
            "family name": Field.LAST_NAME,
            "group membership": None,
            "e-mail 1 - type": None,
            "e-mail 1 - value": Field.EMAIL,
            "phone 1 - value": Field.PHONE,
            "organization 1 - name": Field.ACCOUNT,
            "organization 1 - title": Field.ROLE,
            "notes": Field.NOTES,
            "birthday": None,
        },
    ),
)
