"""Zoho: calls, events, tasks, notes and deals, tied by the record ids that its own exports bear."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TIED: Final = (
    ("Related To", "{account}"),
    ("Related To.id", "{account_id}"),
    ("Contact Name", "{person}"),
    ("Contact Name.id", "{person_id}"),
)
_EVENTS: Final = CrmTable(
    "meetings",
    (("Title", "{title}"), ("From", "{moment}"), ("To", "{moment}"), ("Description", "{text}"), *_TIED),
)
_TASKS: Final = CrmTable(
    "tasks",
    (("Subject", "{title}"), ("Due Date", "{due_or_day}"), ("Status", "{state}"), ("Description", "{text}"), *_TIED),
)
FORMAT: Final = CrmFormat(
    name="Zoho",
    by_id=True,
    tables={
        "note": CrmTable(
            "notes",
            (
                ("Note Title", "{title}"),
                ("Note Content", "{text}"),
                ("Parent ID", "{account_id}"),
                ("Parent Module", "Accounts"),
                ("Created Time", "{moment}"),
            ),
        ),
        "contact made": _TASKS,
        "contact made/call": CrmTable(
            "calls",
            (
                ("Subject", "{title}"),
                ("Call Type", "Outbound"),
                ("Call Start Time", "{moment}"),
                ("Call Duration", "00:00"),
                ("Description", "{text}"),
                *_TIED,
            ),
        ),
        "contact made/visit": _EVENTS,
        "contact made/review": _EVENTS,
        "follow-up": _TASKS,
        "opportunity": CrmTable(
            "deals",
            (
                ("Deal Name", "{title}"),
                ("Account Name", "{account}"),
                ("Account Name.id", "{account_id}"),
                ("Stage", "{state}"),
                ("Closing Date", "{closes}"),
                ("Amount", "{amount}"),
                ("Currency", "{currency}"),
                ("Next Step", "{next_step}"),
                ("Description", "{text}"),
            ),
        ),
    },
    words={
        "open": "Not Started",
        "done": "Completed",
        "dropped": "Deferred",
        "deal/open": "Qualification",
        "deal/won": "Closed Won",
        "deal/lost": "Closed Lost",
    },
)
