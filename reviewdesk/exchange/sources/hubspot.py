"""HubSpot's exports of companies, contacts and deals."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "HubSpot"
_ID_IN_OTHER_LANGUAGES = dict.fromkeys(("id de registro", "datensatz-id", "id de l'enregistrement"), Field.SOURCE_ID)

FORMS = (
    Form(
        source=_SOURCE,
        kind=TableKind.COMPANIES,
        marks=marks(
            "record id|company name|company domain name|company owner|state/region|country/region|number of employees|"
            "last activity date|id de registro|nombre de la empresa|website url|datensatz-id|unternehmensname|"
            "domainname des unternehmens|id de l'enregistrement|nom de l'entreprise|nom de domaine de l'entreprise"
        ),
        columns={
            "record id": Field.SOURCE_ID,
            **_ID_IN_OTHER_LANGUAGES,
            "company name": Field.NAME,
            "nombre de la empresa": Field.NAME,
            "unternehmensname": Field.NAME,
            "nom de l'entreprise": Field.NAME,
            "company domain name": Field.DOMAIN,
            "domainname des unternehmens": Field.DOMAIN,
            "nom de domaine de l'entreprise": Field.DOMAIN,
            "website url": Field.WEBSITE,
            "phone number": Field.PHONE,
            "industry": Field.INDUSTRY,
            "company owner": Field.OWNER,
            "create date": None,
            "city": Field.CITY,
            "state/region": Field.REGION,
            "country/region": Field.COUNTRY,
            "street address": Field.STREET,
            "postal code": Field.POSTAL_CODE,
            "last activity date": Field.LAST_CONTACT,
            "annual revenue": Field.ANNUAL_REVENUE,
            "number of employees": Field.EMPLOYEES,
            "description": Field.NOTES,
            "parent company": Field.PARENT,
            "parent company ids": Field.PARENT_ID,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.CONTACTS,
        marks=marks(
            "record id|contact owner|lifecycle stage|lead status|associated company ids|associated company|"
            "associated company ids (primary)|id de registro|correo|cargo|datensatz-id|id de l'enregistrement"
        ),
        columns={
            "record id": Field.SOURCE_ID,
            **_ID_IN_OTHER_LANGUAGES,
            "first name": Field.FIRST_NAME,
            "last name": Field.LAST_NAME,
            "email": Field.EMAIL,
            "correo": Field.EMAIL,
            "phone number": Field.PHONE,
            "mobile phone number": Field.MOBILE,
            "job title": Field.ROLE,
            "cargo": Field.ROLE,
            "contact owner": None,
            "lifecycle stage": None,
            "lead status": None,
            "associated company ids (primary)": Field.ACCOUNT_ID,
            "associated company": Field.ACCOUNT,
            "preferred language": Field.LANGUAGE,
        },
        spare={
            "associated company ids": Field.ACCOUNT_ID,
            "associated company names (primary)": Field.ACCOUNT,
            "company name": Field.ACCOUNT,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.DEALS,
        marks=marks(
            "record id|deal name|deal stage|deal owner|pipeline|associated company ids (primary)|"
            "amount in company currency|associated company names (primary)"
        ),
        columns={
            "record id": Field.SOURCE_ID,
            "deal name": Field.NAME,
            "pipeline": None,
            "deal stage": Field.STAGE,
            "is closed won": Field.WON,
            "amount": Field.AMOUNT,
            "currency": Field.CURRENCY,
            "close date": Field.DATE,
            "create date": None,
            "deal owner": Field.OWNER,
            "associated company ids (primary)": Field.ACCOUNT_ID,
            "associated company names (primary)": Field.ACCOUNT,
        },
        spare={
            "amount in company currency": Field.AMOUNT,
            "associated company ids": Field.ACCOUNT_ID,
            "associated company": Field.ACCOUNT,
        },
    ),
)
