"""Pipedrive: activities, notes and deals, tied to organisations and people by name as its import does."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TIED: Final = (
    ("Organization - Name", "{account}"),
    ("Organization - ID", "{account_id}"),
    ("Person - Name", "{person}"),
    ("Person - Email", "{email}"),
)


def _activities(name: str, kind: str) -> CrmTable:
    """Give the table of activities of a kind."""
    columns = (
        ("Activity - Subject", "{title}"),
        ("Activity - Type", kind),
        ("Activity - Due date", "{due_or_day}"),
        ("Activity - Done", "{done}"),
        ("Activity - Note", "{text}"),
        *_TIED,
    )
    return CrmTable(name, columns)


FORMAT: Final = CrmFormat(
    name="Pipedrive",
    by_id=False,
    asks_close=False,
    tables={
        "note": CrmTable("notes", (("Note - Content", "{body}"), ("Note - Creation date", "{day}"), *_TIED)),
        "contact made": _activities("activities", "{channel}"),
        "follow-up": _activities("tasks", "Task"),
        "opportunity": CrmTable(
            "deals",
            (
                ("Deal - Title", "{title}"),
                ("Deal - Value", "{amount}"),
                ("Deal - Currency of value", "{currency}"),
                ("Deal - Status", "{state}"),
                ("Deal - Note", "{text}"),
                *_TIED,
            ),
        ),
    },
    words={
        "call": "Call",
        "visit": "Meeting",
        "review": "Meeting",
        "answered mail": "Email",
        "yes": "Done",
        "no": "To do",
        "deal/open": "Open",
        "deal/won": "Won",
        "deal/lost": "Lost",
    },
)
