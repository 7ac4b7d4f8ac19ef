"""Every CRM that what was noted can go back to, by name."""

from typing import Final

from reviewdesk.exchange.crm import any_crm, dynamics, espocrm, hubspot, pipedrive, salesforce, zoho
from reviewdesk.exchange.crm.formats import CrmFormat

CRMS: Final[dict[str, CrmFormat]] = {
    each.FORMAT.name: each.FORMAT for each in (hubspot, salesforce, dynamics, zoho, pipedrive, espocrm, any_crm)
}
