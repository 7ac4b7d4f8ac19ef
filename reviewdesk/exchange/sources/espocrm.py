"""EspoCRM's exports, by the attributes of its records."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "EspoCRM"

FORMS = (
    Form(
        source=_SOURCE,
        kind=TableKind.COMPANIES,
        marks=marks(
            "emailaddress|phonenumber|billingaddressstreet|billingaddresscity|billingaddresscountry|createdat|"
            "billingaddresspostalcode|assigneduserid|assignedusername"
        ),
        columns={
            "id": Field.SOURCE_ID,
            "name": Field.NAME,
            "website": Field.WEBSITE,
            "emailaddress": None,
            "phonenumber": Field.PHONE,
            "type": None,
            "industry": Field.INDUSTRY,
            "billingaddressstreet": Field.STREET,
            "billingaddresscity": Field.CITY,
            "billingaddressstate": Field.REGION,
            "billingaddresspostalcode": Field.POSTAL_CODE,
            "billingaddresscountry": Field.COUNTRY,
            "description": Field.NOTES,
            "createdat": None,
            "deleted": Field.DELETED,
            "assigneduserid": None,
            "assignedusername": Field.OWNER,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.CONTACTS,
        marks=marks("accountname|firstname|lastname|emailaddress|phonenumber|createdat|assigneduserid|salutationname"),
        columns={
            "id": Field.SOURCE_ID,
            "salutationname": None,
            "firstname": Field.FIRST_NAME,
            "lastname": Field.LAST_NAME,
            "title": Field.ROLE,
            "accountid": Field.ACCOUNT_ID,
            "accountname": Field.ACCOUNT,
            "emailaddress": Field.EMAIL,
            "phonenumber": Field.PHONE,
            "description": Field.NOTES,
            "deleted": Field.DELETED,
        },
        spare={"name": Field.NAME},
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.DEALS,
        marks=marks("accountname|amountcurrency|closedate|createdat|assigneduserid|assignedusername|probability|stage"),
        columns={
            "id": Field.SOURCE_ID,
            "name": Field.NAME,
            "accountid": Field.ACCOUNT_ID,
            "accountname": Field.ACCOUNT,
            "stage": Field.STAGE,
            "amount": Field.AMOUNT,
            "amountcurrency": Field.CURRENCY,
            "closedate": Field.DATE,
            "assignedusername": Field.OWNER,
            "deleted": Field.DELETED,
            "probability": None,
        },
    ),
)
