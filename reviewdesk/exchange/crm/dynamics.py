"""Dynamics 365: phone calls, appointments, tasks, notes and opportunities, tied by the account's name or its id."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TIED: Final = (("Regarding", "{account_id}"), ("Account Name", "{account}"))
_APPOINTMENTS: Final = CrmTable(
    "appointments",
    (
        ("Subject", "{title}"),
        ("Description", "{text}"),
        ("Start Time", "{moment}"),
        ("End Time", "{moment}"),
        ("Activity Status", "{state}"),
        *_TIED,
    ),
)
_TASKS: Final = CrmTable(
    "tasks",
    (
        ("Subject", "{title}"),
        ("Description", "{text}"),
        ("Due Date", "{due_or_day}"),
        ("Activity Status", "{state}"),
        ("Priority", "Normal"),
        *_TIED,
    ),
)
FORMAT: Final = CrmFormat(
    name="Dynamics 365",
    by_id=True,
    tables={
        "note": CrmTable("notes", (("Title", "{title}"), ("Description", "{text}"), *_TIED)),
        "contact made": _TASKS,
        "contact made/call": CrmTable(
            "phone calls",
            (
                ("Subject", "{title}"),
                ("Description", "{text}"),
                ("Due Date", "{day}"),
                ("Direction", "Outgoing"),
                ("Activity Status", "{state}"),
                *_TIED,
            ),
        ),
        "contact made/visit": _APPOINTMENTS,
        "contact made/review": _APPOINTMENTS,
        "follow-up": _TASKS,
        "opportunity": CrmTable(
            "opportunities",
            (
                ("Topic", "{title}"),
                ("Potential Customer", "{account_id}"),
                ("Account Name", "{account}"),
                ("Est. Revenue", "{amount}"),
                ("Currency", "{currency}"),
                ("Est. Close Date", "{closes}"),
                ("Status", "{state}"),
                ("Description", "{text}"),
            ),
        ),
    },
    words={
        "open": "Open",
        "done": "Completed",
        "dropped": "Canceled",
        "deal/won": "Won",
        "deal/lost": "Lost",
    },
)
