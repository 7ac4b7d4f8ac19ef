"""HubSpot: calls, meetings, notes, tasks and deals, tied to companies and contacts by their record ids.

Emails cannot come in without their own head, so an answered mail goes as a note. It updates no activity by import:
what was changed goes again and says so.
"""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TIED: Final = (("Associated Company IDs", "{account_id}"), ("Associated Contact IDs", "{person_id}"))
_NOTES: Final = CrmTable("notes", (("Note body", "{body}"), ("Activity date", "{moment}"), *_TIED))
_MEETINGS: Final = CrmTable(
    "meetings",
    (
        ("Meeting name", "{title}"),
        ("Meeting start time", "{moment}"),
        ("Internal meeting notes", "{text}"),
        ("Meeting outcome", "Completed"),
        *_TIED,
    ),
)
FORMAT: Final = CrmFormat(
    name="HubSpot",
    by_id=True,
    tables={
        "note": _NOTES,
        "contact made": _NOTES,
        "contact made/call": CrmTable(
            "calls",
            (
                ("Call title", "{title}"),
                ("Call notes", "{text}"),
                ("Activity date", "{moment}"),
                ("Call status", "Completed"),
                *_TIED,
            ),
        ),
        "contact made/visit": _MEETINGS,
        "contact made/review": _MEETINGS,
        "follow-up": CrmTable(
            "tasks",
            (
                ("Task title", "{title}"),
                ("Task notes", "{text}"),
                ("Due date", "{due_moment}"),
                ("Task status", "{state}"),
                ("Task type", "To-do"),
                *_TIED,
            ),
        ),
        "opportunity": CrmTable(
            "deals",
            (
                ("Deal Name", "{title}"),
                ("Pipeline", "Sales Pipeline"),
                ("Deal Stage", "{state}"),
                ("Amount", "{amount}"),
                ("Deal Currency Code", "{currency}"),
                ("Close Date", "{closes}"),
                ("Next step", "{next_step}"),
                ("Deal Description", "{text}"),
                ("Associated Company IDs (Primary)", "{account_id}"),
                ("Associated Contact IDs", "{person_id}"),
            ),
        ),
    },
    words={
        "open": "Not started",
        "done": "Completed",
        "dropped": "Deferred",
        "deal/open": "Appointment scheduled",
        "deal/won": "Closed won",
        "deal/lost": "Closed lost",
    },
)
