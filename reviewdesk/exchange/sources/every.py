"""Every form of every known program, in the order in which equals are preferred."""

from reviewdesk.exchange.form import Form
from reviewdesk.exchange.sources import address_books, dynamics, espocrm, hubspot, pipedrive, salesforce, vcard, zoho

FORMS: tuple[Form, ...] = (
    *hubspot.FORMS,
    *zoho.FORMS,
    *salesforce.FORMS,
    *dynamics.FORMS,
    *pipedrive.FORMS,
    *espocrm.FORMS,
    *address_books.FORMS,
    *vcard.FORMS,
)
