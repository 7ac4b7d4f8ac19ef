"""Salesforce: tasks (also for what was done), notes and opportunities by their API names, as Data Loader reads them."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TASKS: Final = CrmTable(
    "tasks",
    (
        ("WhatId", "{account_id}"),
        ("WhoId", "{person_id}"),
        ("Subject", "{title}"),
        ("Description", "{text}"),
        ("ActivityDate", "{due_or_day}"),
        ("Status", "{state}"),
        ("Priority", "Normal"),
        ("TaskSubtype", "{channel}"),
    ),
)
FORMAT: Final = CrmFormat(
    name="Salesforce",
    by_id=True,
    tables={
        "note": CrmTable("notes", (("ParentId", "{account_id}"), ("Title", "{title}"), ("Body", "{text}"))),
        "contact made": _TASKS,
        "follow-up": _TASKS,
        "opportunity": CrmTable(
            "opportunities",
            (
                ("AccountId", "{account_id}"),
                ("Name", "{title}"),
                ("StageName", "{state}"),
                ("Amount", "{amount}"),
                ("CurrencyIsoCode", "{currency}"),
                ("CloseDate", "{closes}"),
                ("NextStep", "{next_step}"),
                ("Description", "{text}"),
            ),
        ),
    },
    words={
        "open": "Not Started",
        "done": "Completed",
        "dropped": "Deferred",
        "deal/open": "Prospecting",
        "deal/won": "Closed Won",
        "deal/lost": "Closed Lost",
        "call": "Call",
        "visit": "Task",
        "review": "Task",
        "answered mail": "Email",
    },
)
