"""Any other CRM: one table with everything in it, whose headers say in plain words what stands below them."""

from typing import Final

from reviewdesk.exchange.crm.formats import CrmFormat, CrmTable

NAME: Final = "Any CRM"
_ALL: Final = CrmTable(
    "everything",
    (
        ("Kind", "{kind}"),
        ("Account Name", "{account}"),
        ("Account ID", "{account_id}"),
        ("Contact Name", "{person}"),
        ("Contact ID", "{person_id}"),
        ("Email", "{email}"),
        ("Subject", "{title}"),
        ("Text", "{text}"),
        ("Date", "{day}"),
        ("Due Date", "{due}"),
        ("Status", "{state}"),
        ("Amount", "{amount}"),
        ("Currency", "{currency}"),
        ("Next Step", "{next_step}"),
        ("ReviewDesk ID", "{record}"),
    ),
)
FORMAT: Final = CrmFormat(
    name=NAME,
    by_id=False,
    asks_close=False,
    tables=dict.fromkeys(("note", "contact made", "follow-up", "opportunity"), _ALL),
)
