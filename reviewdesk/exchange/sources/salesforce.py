"""Salesforce's exports, by labels as reports write them and by the names of its interface."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "Salesforce"

_ACCOUNT_LABELS = Form(
    source=_SOURCE,
    kind=TableKind.COMPANIES,
    marks=marks(
        "account name|account owner|account id|employees|billing street|billing state/province|"
        "billing zip/postal code|last activity|billing city|billing country"
    ),
    columns={
        "account name": Field.NAME,
        "account owner": Field.OWNER,
        "account id": Field.SOURCE_ID,
        "parent account": Field.PARENT,
        "parent account id": Field.PARENT_ID,
        "type": None,
        "industry": Field.INDUSTRY,
        "annual revenue": Field.ANNUAL_REVENUE,
        "employees": Field.EMPLOYEES,
        "phone": Field.PHONE,
        "website": Field.WEBSITE,
        "billing street": Field.STREET,
        "billing city": Field.CITY,
        "billing state/province": Field.REGION,
        "billing zip/postal code": Field.POSTAL_CODE,
        "billing country": Field.COUNTRY,
        "description": Field.NOTES,
        "last activity": Field.LAST_CONTACT,
    },
    spare={"account id (18)": Field.SOURCE_ID},
)
_CONTACT_LABELS = Form(
    source=_SOURCE,
    kind=TableKind.CONTACTS,
    marks=marks("mailing street|mailing city|mailing state/province|mailing zip/postal code|account name|title"),
    columns={
        "contact id": Field.SOURCE_ID,
        "first name": Field.FIRST_NAME,
        "last name": Field.LAST_NAME,
        "salutation": None,
        "title": Field.ROLE,
        "account name": Field.ACCOUNT,
        "account id": Field.ACCOUNT_ID,
        "email": Field.EMAIL,
        "phone": Field.PHONE,
        "mobile": Field.MOBILE,
        "email opt out": Field.NO_MARKETING,
        "description": Field.NOTES,
    },
)
_DEAL_LABELS = Form(
    source=_SOURCE,
    kind=TableKind.DEALS,
    marks=marks("opportunity name|stage|account name|opportunity owner|opportunity id"),
    columns={
        "opportunity id": Field.SOURCE_ID,
        "opportunity name": Field.NAME,
        "account name": Field.ACCOUNT,
        "account id": Field.ACCOUNT_ID,
        "opportunity owner": Field.OWNER,
        "amount": Field.AMOUNT,
        "amount currency": Field.CURRENCY,
        "stage": Field.STAGE,
        "won": Field.WON,
        "close date": Field.DATE,
        "product name": Field.PRODUCT,
        "quantity": Field.QUANTITY,
    },
)
_ACCOUNT_NAMES = Form(
    source=_SOURCE,
    kind=TableKind.COMPANIES,
    marks=marks(
        "isdeleted|masterrecordid|parentid|billingstreet|billingpostalcode|annualrevenue|numberofemployees|ownerid|"
        "billingcity|billingstate|billingcountry"
    ),
    columns={
        "id": Field.SOURCE_ID,
        "isdeleted": Field.DELETED,
        "masterrecordid": None,
        "name": Field.NAME,
        "type": None,
        "parentid": Field.PARENT_ID,
        "billingstreet": Field.STREET,
        "billingcity": Field.CITY,
        "billingstate": Field.REGION,
        "billingpostalcode": Field.POSTAL_CODE,
        "billingcountry": Field.COUNTRY,
        "phone": Field.PHONE,
        "website": Field.WEBSITE,
        "industry": Field.INDUSTRY,
        "annualrevenue": Field.ANNUAL_REVENUE,
        "numberofemployees": Field.EMPLOYEES,
        "description": Field.NOTES,
        "lastactivitydate": Field.LAST_CONTACT,
        "ownerid": None,
    },
)
_CONTACT_NAMES = Form(
    source=_SOURCE,
    kind=TableKind.CONTACTS,
    marks=marks("accountid|firstname|lastname|isdeleted|masterrecordid|mailingstreet|hasoptedoutofemail|ownerid"),
    columns={
        "id": Field.SOURCE_ID,
        "isdeleted": Field.DELETED,
        "accountid": Field.ACCOUNT_ID,
        "firstname": Field.FIRST_NAME,
        "lastname": Field.LAST_NAME,
        "email": Field.EMAIL,
        "phone": Field.PHONE,
        "mobilephone": Field.MOBILE,
        "title": Field.ROLE,
        "description": Field.NOTES,
        "hasoptedoutofemail": Field.NO_MARKETING,
        "ownerid": None,
    },
    spare={"name": Field.NAME},
)
_DEAL_NAMES = Form(
    source=_SOURCE,
    kind=TableKind.DEALS,
    marks=marks("accountid|stagename|closedate|currencyisocode|iswon|isclosed|isdeleted"),
    columns={
        "id": Field.SOURCE_ID,
        "isdeleted": Field.DELETED,
        "accountid": Field.ACCOUNT_ID,
        "name": Field.NAME,
        "stagename": Field.STAGE,
        "iswon": Field.WON,
        "amount": Field.AMOUNT,
        "closedate": Field.DATE,
        "currencyisocode": Field.CURRENCY,
        "ownerid": None,
    },
)

FORMS = (_ACCOUNT_LABELS, _CONTACT_LABELS, _DEAL_LABELS, _ACCOUNT_NAMES, _CONTACT_NAMES, _DEAL_NAMES)
