"""Pipedrive's exports, where each header begins with the kind of record and records are linked by name."""

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import Form, marks

_SOURCE = "Pipedrive"

FORMS = (
    Form(
        source=_SOURCE,
        kind=TableKind.COMPANIES,
        marks=marks(
            "organization - name|organization - address|organization - labels|organization - owner|organization - id|"
            "organization - pipedrive system id|organization - website"
        ),
        columns={
            "organization - name": Field.NAME,
            "organization - address": Field.STREET,
            "organization - labels": Field.TAGS,
            "organization - owner": Field.OWNER,
            "organization - id": Field.SOURCE_ID,
            "organization - website": Field.WEBSITE,
            "organization - industry": Field.INDUSTRY,
            "organization - annual revenue": Field.ANNUAL_REVENUE,
            "organization - number of employees": Field.EMPLOYEES,
            "organization - last activity date": Field.LAST_CONTACT,
            "organization - notes": Field.NOTES,
        },
        spare={"organization - pipedrive system id": Field.SOURCE_ID, "organization - label": Field.TAGS},
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.CONTACTS,
        marks=marks(
            "person - name|person - email|person - email (work)|person - email - work|person - phone - work|"
            "person - organization|person - phone|person - id|person - phone (work)"
        ),
        columns={
            "person - name": Field.NAME,
            "person - id": Field.SOURCE_ID,
            "person - email": Field.EMAIL,
            "person - phone": Field.PHONE,
            "person - organization": Field.ACCOUNT,
            "person - organization id": Field.ACCOUNT_ID,
            "person - job title": Field.ROLE,
            "person - phone - mobile": Field.MOBILE,
            "person - owner": None,
        },
        spare={
            "person - email (work)": Field.EMAIL,
            "person - email - work": Field.EMAIL,
            "person - phone - work": Field.PHONE,
            "person - phone (work)": Field.PHONE,
            "person - pipedrive system id": Field.SOURCE_ID,
        },
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.DEALS,
        marks=marks(
            "deal - title|deal - value|deal - currency of value|deal - status|deal - stage|deal - won time|"
            "deal - lost reason|deal - organization|deal - id|deal - owner"
        ),
        columns={
            "deal - title": Field.NAME,
            "deal - id": Field.SOURCE_ID,
            "deal - value": Field.AMOUNT,
            "deal - currency of value": Field.CURRENCY,
            "deal - status": Field.STAGE,
            "deal - stage": None,
            "deal - stage (pipeline)": None,
            "deal - won time": Field.DATE,
            "deal - lost reason": None,
            "deal - organization": Field.ACCOUNT,
            "deal - organization id": Field.ACCOUNT_ID,
            "deal - owner": Field.OWNER,
            "deal - product name": Field.PRODUCT,
        },
        spare={"deal - currency": Field.CURRENCY, "deal - pipedrive system id": Field.SOURCE_ID},
    ),
    Form(
        source=_SOURCE,
        kind=TableKind.NOTES,
        marks=marks("activity - subject|activity - type|activity - due date|activity - done|activity - note"),
        columns={
            "activity - id": Field.SOURCE_ID,
            "activity - subject": Field.NAME,
            "activity - type": Field.TYPE,
            "activity - due date": Field.DATE,
            "activity - done": Field.DONE,
            "activity - note": Field.NOTES,
            "activity - organization": Field.ACCOUNT,
            "activity - organization id": Field.ACCOUNT_ID,
            "activity - person": Field.PERSON,
            "activity - contact person": Field.PERSON,
            "activity - deal": None,
            "activity - assigned to user": None,
        },
        spare={
            "activity - marked as done time": Field.DATE,
            "activity - pipedrive system id": Field.SOURCE_ID,
            "organization - name": Field.ACCOUNT,
            "person - name": Field.PERSON,
        },
    ),
)
