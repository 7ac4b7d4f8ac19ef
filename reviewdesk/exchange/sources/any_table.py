"""Tables of no known program, by the words people put over their columns in several languages."""

from collections.abc import Mapping
from dataclasses import dataclass

from reviewdesk.domain.importing.fields import Field, TableKind
from reviewdesk.exchange.form import folded_header


@dataclass(frozen=True, slots=True)
class AnyTable:
    """One kind of table: the fields its words stand for, and the fields it is not this kind without.

    Of each group in `needs` one field must be there, and none of the words in `unless`. A header in `likely` stands for
    its field with less certainty.
    """

    kind: TableKind
    words: Mapping[str, Field | None]
    likely: frozenset[str]
    needs: tuple[frozenset[Field], ...]
    unless: frozenset[str] = frozenset()

    def fields(self, headers: frozenset[str]) -> frozenset[Field]:
        """Give the fields that these folded headers stand for."""
        found = (self.words.get(plain_words(each)) for each in headers)
        return frozenset(each for each in found if each is not None)

    def fits(self, headers: frozenset[str]) -> bool:
        """Say whether everything this kind needs is there."""
        fields = self.fields(headers)
        return all(group & fields for group in self.needs) and not self.unless & {plain_words(each) for each in headers}

    def is_plain(self, headers: frozenset[str]) -> bool:
        """Say whether these headers speak plainly enough: two known words, or one that is hardly anything else."""
        known = [words for words in map(plain_words, headers) if self.words.get(words) is not None]
        return len(known) >= 2 or any(each not in self.likely for each in known)


def plain_words(header: str) -> str:
    """Give a header's words apart: `close_date` is "close date"."""
    return folded_header(header.replace("_", " "))


def _words(said: Mapping[Field | None, str]) -> dict[str, Field | None]:
    return {word.strip(): field for field, words in said.items() for word in words.split("|")}


def _need(*groups: tuple[Field, ...]) -> tuple[frozenset[Field], ...]:
    return tuple(frozenset(group) for group in groups)


_COMPANY = (
    "account|account name|company|company name|customer|customer name|client|client name|organization|organisation|"
    "organization name|firma|firmenname|kunde|kundenname|unternehmen|société|entreprise|client|raison sociale|empresa|"
    "nombre de la empresa|cliente|azienda|ragione sociale|bedrijf|bedrijfsnaam|"
    "unternehmensname|name des unternehmens|nom de l'entreprise|nome azienda"
)
_ACCOUNT_ID = "account id|company id|customer id|client id|customer no|customer number|kundennummer|kunden-nr|n° client"
_EMAIL = "email|e-mail|email address|e-mail address|mail|correo|correo electrónico|courriel|adresse e-mail"
_PHONE = (
    "phone|phone number|telephone|tel|telefon|telefonnummer|téléphone|numéro de téléphone|teléfono|número de teléfono|"
    "telefono|telefoon"
)
_NOTES = "notes|note|description|remarks|comment|comments|bemerkung|bemerkungen|notizen|commentaire|notas"
_AGENT = (
    "sales agent|sales rep|sales representative|salesperson|rep|agent|owner|account owner|account manager|"
    "verantwortlich|betreuer|vertreter|commercial|propietario"
)
_AMOUNT = "amount|value|close value|deal value|total|net amount|revenue|betrag|umsatz|montant|importe|importo|bedrag"
_DATE = "close date|closing date|date|won date|invoice date|order date|datum|rechnungsdatum|fecha|data|date de facture"
_DEAL_ID = "opportunity id|deal id|order id|invoice number|invoice no|order number|id|rechnungsnummer|auftragsnummer"
_STAGE = "deal stage|stage|status|phase|etapa|étape|stadium"

_PRODUCT = "product|product name|item|article|artikel|produkt|produit|producto|prodotto"
_CURRENCY = "currency|currency code|währung|devise|moneda|valuta"
_QUANTITY = "quantity|qty|menge|anzahl|quantité|cantidad"
_BEARS: dict[Field | None, str] = {
    Field.LOT: "lot|lot number|lot no|batch|batch number|batch no|charge|chargennummer|chargen-nr|losnummer|"
    "numéro de lot|n° de lot|lote",
    Field.SITE: "site|plant|delivery site|ship-to site|werk|standort|lieferort|usine|planta|stabilimento",
    Field.CARRIER: "carrier|haulier|shipper|forwarder|spediteur|spedition|frachtführer|transporteur|transportista",
    Field.CONTRACT_TERM: "contract term|contract terms|payment terms|vertragslaufzeit|vertragsbedingung|"
    "zahlungsbedingung|zahlungsbedingungen|conditions de paiement|durée du contrat",
}
_INVOICE = (
    "invoice|invoice number|invoice no|invoice id|document number|document no|rechnung|rechnungsnummer|rechnungsnr|"
    "beleg|belegnummer|facture|numéro de facture|n° facture|factura|número de factura|order id|"
    "order number|auftragsnummer"
)
_DEAL_LIKE = (
    _STAGE + "|won|is won|gewonnen|opportunity id|deal id|opportunity name|deal name|deal|opportunity|close date|"
    "closing date|won date|engage date|probability|close value|deal value"
)

ANY_TABLES = (
    AnyTable(
        kind=TableKind.SALES,
        words=_words(
            {
                Field.SOURCE_ID: _INVOICE,
                Field.ACCOUNT: _COMPANY + "|debitor|bill to|sold to|sold to party",
                Field.ACCOUNT_ID: _ACCOUNT_ID + "|debitorennummer|debitor no|debitorennr",
                Field.PRODUCT: _PRODUCT,
                Field.DATE: _DATE + "|month|monat|mois|mes|belegdatum|buchungsdatum|posting date|document date",
                Field.AMOUNT: _AMOUNT
                + "|net|net value|netto|nettobetrag|nettowert|sales|turnover|montant ht|line total",
                Field.CURRENCY: _CURRENCY,
                Field.QUANTITY: _QUANTITY,
                **_BEARS,
                Field.OWNER: _AGENT,
            }
        ),
        likely=frozenset(_AGENT.split("|")) | {"total", "value", "date", "revenue", "net", "sales", "invoice", "month"},
        needs=_need(
            (Field.AMOUNT,), (Field.DATE,), (Field.ACCOUNT, Field.ACCOUNT_ID), (Field.PRODUCT, Field.SOURCE_ID)
        ),
        unless=frozenset(_DEAL_LIKE.split("|")),
    ),
    AnyTable(
        kind=TableKind.DEALS,
        words=_words(
            {
                Field.SOURCE_ID: _DEAL_ID,
                Field.NAME: "opportunity name|deal name|deal|opportunity|title|subject",
                Field.ACCOUNT: _COMPANY,
                Field.ACCOUNT_ID: _ACCOUNT_ID,
                Field.OWNER: _AGENT,
                Field.PRODUCT: _PRODUCT,
                Field.STAGE: _STAGE,
                Field.WON: "won|is won|gewonnen|gagné|ganado",
                Field.AMOUNT: _AMOUNT,
                Field.CURRENCY: _CURRENCY,
                Field.DATE: _DATE,
                Field.QUANTITY: _QUANTITY,
                **_BEARS,
                None: "engage date|create date|created|probability",
            }
        ),
        likely=frozenset(_AGENT.split("|")) | {"id", "total", "value", "date", "status", "revenue"},
        needs=_need((Field.AMOUNT,), (Field.DATE,), (Field.ACCOUNT, Field.ACCOUNT_ID)),
    ),
    AnyTable(
        kind=TableKind.COMPANIES,
        words=_words(
            {
                Field.SOURCE_ID: _ACCOUNT_ID + "|id|record id|id de registro",
                Field.NAME: _COMPANY + "|name|nom|nombre|nome|naam",
                Field.INDUSTRY: "industry|sector|branche|secteur|sector industrial|settore|segment",
                Field.WEBSITE: "website|web site|web|url|homepage|webseite|site web|sitio web|sito web",
                Field.DOMAIN: "domain|domain name|company domain name|domäne|nom de domaine",
                Field.PHONE: _PHONE,
                Field.STREET: "street|address|street address|straße|strasse|rue|adresse|calle|dirección|via|indirizzo",
                Field.POSTAL_CODE: "postal code|postcode|zip|zip code|plz|postleitzahl|code postal|código postal|cap",
                Field.CITY: "city|town|ort|stadt|ville|ciudad|città|plaats",
                Field.REGION: "state|region|province|county|bundesland|région|provincia",
                Field.COUNTRY: "country|land|pays|país|paese|office location|location",
                Field.ANNUAL_REVENUE: "revenue|annual revenue|turnover|jahresumsatz|chiffre d'affaires|facturación",
                Field.EMPLOYEES: "employees|number of employees|headcount|mitarbeiter|effectif|empleados|dipendenti",
                Field.CUSTOMER_SINCE: "customer since|client since|kunde seit|client depuis|cliente desde",
                Field.LAST_CONTACT: "last contact|last activity|last activity date|letzter kontakt|dernier contact",
                Field.LAST_REVIEW: "last review|last review date|last qbr|letztes review|letztes gespräch",
                Field.PARENT: "subsidiary of|parent|parent company|parent account|group|konzern|maison mère",
                Field.OWNER: _AGENT,
                Field.TAGS: "tags|labels",
                Field.NOTES: _NOTES,
                None: "year established|founded|year founded|gegründet|type",
            }
        ),
        likely=frozenset(_AGENT.split("|")) | {"revenue", "office location", "location", "group", "id", "name"},
        needs=_need((Field.NAME,)),
    ),
    AnyTable(
        kind=TableKind.CONTACTS,
        words=_words(
            {
                Field.SOURCE_ID: "contact id|person id|id|record id|id de registro",
                Field.NAME: "name|full name|contact|contact name|contact person|ansprechpartner|nom complet",
                Field.FIRST_NAME: "first name|given name|vorname|prénom|voornaam|nombre",
                Field.LAST_NAME: "last name|surname|family name|nachname|nom|apellido|apellidos|cognome|achternaam",
                Field.ACCOUNT: _COMPANY,
                Field.ACCOUNT_ID: _ACCOUNT_ID + "|associated company ids (primary)|associated company ids",
                Field.EMAIL: _EMAIL,
                Field.PHONE: _PHONE,
                Field.MOBILE: "mobile|mobile phone|cell|cell phone|handy|mobil|portable|móvil|cellulare",
                Field.ROLE: "role|job title|title|position|funktion|fonction|cargo|puesto|ruolo|functie|"
                "jobbezeichnung|berufsbezeichnung|jobtitel|intitulé du poste",
                Field.LANGUAGE: "language|preferred language|sprache|langue|idioma",
                Field.NO_MARKETING: "no marketing|email opt out|opt out|do not contact",
                Field.NOTES: _NOTES,
            }
        ),
        likely=frozenset({"id", "title", "contact", "nom", "nombre", "name"}),
        needs=_need(
            (Field.NAME, Field.LAST_NAME, Field.EMAIL),
            (Field.ACCOUNT, Field.ACCOUNT_ID),
            (Field.EMAIL, Field.FIRST_NAME, Field.LAST_NAME, Field.ROLE),
        ),
    ),
    AnyTable(
        kind=TableKind.PRODUCTS,
        words=_words(
            {
                Field.SOURCE_ID: "product id|sku|product code|item number|article number|artikelnummer|code",
                Field.NAME: "product|product name|item|article|artikel|produkt|produit|producto|prodotto|name",
                Field.SERIES: "series|product line|line|family|category|serie|gamme|categoría|product family",
                Field.LIST_PRICE: "sales price|price|list price|unit price|preis|listenpreis|prix|precio|prezzo|prijs",
            }
        ),
        likely=frozenset({"code", "category", "family", "name"}),
        needs=_need((Field.NAME,), (Field.SERIES, Field.LIST_PRICE)),
    ),
    AnyTable(
        kind=TableKind.COLLEAGUES,
        words=_words(
            {
                Field.NAME: _AGENT + "|name|full name|colleague|employee|mitarbeiter",
                Field.EMAIL: _EMAIL,
                Field.PHONE: _PHONE,
                Field.ROLE: "role|job title|position|funktion|fonction|cargo",
                Field.TEAM: "team|manager|sales manager|leiter|équipe|equipo",
                Field.OFFICE: "regional office|office|region|niederlassung|bureau|oficina",
            }
        ),
        likely=frozenset({"manager", "sales manager", "region", "name"}),
        needs=_need((Field.NAME,), (Field.TEAM, Field.OFFICE)),
    ),
    AnyTable(
        kind=TableKind.NOTES,
        words=_words(
            {
                Field.SOURCE_ID: "activity id|note id|id",
                Field.NAME: "subject|title|betreff|objet|asunto",
                Field.NOTES: _NOTES + "|text|content|details",
                Field.DATE: "date|activity date|due date|created|created time|datum|fecha|data",
                Field.TYPE: "activity type|activity|type|aktivität|aktivitätstyp|typ",
                Field.DONE: "done|completed|erledigt|terminé|hecho",
                Field.ACCOUNT: _COMPANY,
                Field.ACCOUNT_ID: _ACCOUNT_ID,
                Field.PERSON: "person|contact|contact person|contact name|ansprechpartner",
            }
        ),
        likely=frozenset({"id", "title", "text", "content", "details", "date", "type", "typ"}),
        needs=_need(
            (Field.NOTES, Field.NAME), (Field.DATE,), (Field.ACCOUNT, Field.ACCOUNT_ID), (Field.TYPE,), (Field.DONE,)
        ),
    ),
)
