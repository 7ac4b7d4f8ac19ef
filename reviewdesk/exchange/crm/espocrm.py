"""EspoCRM: calls, meetings, tasks and opportunities by their raw attributes; notes go as meetings that were held."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

_TIED: Final = (("parentType", "Account"), ("parentId", "{account_id}"), ("accountId", "{account_id}"))


def _held(name: str) -> CrmTable:
    """Give the table of calls or meetings that took place."""
    columns = (
        ("name", "{title}"),
        ("status", "Held"),
        ("dateStart", "{moment}"),
        ("dateEnd", "{moment}"),
        ("description", "{text}"),
        *_TIED,
    )
    return CrmTable(name, columns)


FORMAT: Final = CrmFormat(
    name="EspoCRM",
    by_id=True,
    tables={
        "note": _held("meetings"),
        "contact made": _held("meetings"),
        "contact made/call": _held("calls"),
        "follow-up": CrmTable(
            "tasks",
            (
                ("name", "{title}"),
                ("status", "{state}"),
                ("dateEndDate", "{due}"),
                ("description", "{text}"),
                *_TIED,
            ),
        ),
        "opportunity": CrmTable(
            "opportunities",
            (
                ("name", "{title}"),
                ("accountId", "{account_id}"),
                ("stage", "{state}"),
                ("amount", "{amount}"),
                ("amountCurrency", "{currency}"),
                ("closeDate", "{closes}"),
                ("description", "{text}"),
            ),
        ),
    },
    words={
        "open": "Not Started",
        "done": "Completed",
        "dropped": "Canceled",
        "deal/open": "Prospecting",
        "deal/won": "Closed Won",
        "deal/lost": "Closed Lost",
    },
)
