"""A made-up review, to see on a page how documents look before the first one is made."""

from datetime import date, time, timedelta
from typing import Final, NamedTuple

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.concern import Stage
from reviewdesk.domain.review import ReviewKind
from reviewdesk.domain.summary import (
    Agreed,
    Attendee,
    CustomerSummary,
    Heard,
    LastPromises,
    NextReview,
    ShownConcern,
    TellUs,
    Tone,
    Vendor,
)
from reviewdesk.domain.summary_words import words_in

ACCOUNT: Final = "Harbour Foods"
THEIR_LOGO: Final = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><circle cx="32" cy="32" r="30" fill="#7D8594"/>'
    b'<path d="M14 38 C22 28 28 28 34 36 C40 44 46 42 52 32" fill="none" stroke="#FFFFFF" stroke-width="6" '
    b'stroke-linecap="round"/></svg>'
)


class _Said(NamedTuple):
    """What is said at the review, in one language."""

    sentences: tuple[str, ...]
    asked: str
    praised: str
    decided: str
    ours: tuple[str, str]
    theirs: str
    ask: str
    commitment: str
    late: tuple[str, str, str]
    fixed: tuple[str, str, str]
    team: str


_SAID: Final = {
    "en": _Said(
        (
            "Orders arrive complete again since the second packing line opened in spring.",
            "Invoices are still hard to match with deliveries.",
            "We agreed one invoice for each order from next month on.",
        ),
        asked="Tell us a week before a delivery moves.",
        praised="The new portal saves us two calls a day.",
        decided="The pilot with the night shift goes on until summer.",
        ours=("Send one invoice for each order", "Show the portal to the night shift"),
        theirs="Name a contact for the night shift",
        ask="A forecast by the first of each month.",
        commitment="No delivery moves without a call.",
        late=("Invoices do not match deliveries", "Orders are split", "One invoice for each order"),
        fixed=("Pallets arrive wet", "Open gate in the rain", "A roof over the gate"),
        team="Operations",
    ),
    "de": _Said(
        (
            "Seit im Frühjahr die zweite Packlinie läuft, kommen Bestellungen wieder vollständig an.",
            "Rechnungen lassen sich noch schwer den Lieferungen zuordnen.",
            "Ab nächstem Monat gibt es eine Rechnung je Bestellung.",
        ),
        asked="Sagen Sie uns eine Woche vorher, wenn sich eine Lieferung verschiebt.",
        praised="Das neue Portal spart uns zwei Anrufe am Tag.",
        decided="Der Versuch mit der Nachtschicht läuft bis zum Sommer weiter.",
        ours=("Eine Rechnung je Bestellung senden", "Der Nachtschicht das Portal zeigen"),
        theirs="Eine Ansprechperson der Nachtschicht nennen",
        ask="Eine Vorschau zum Ersten jedes Monats.",
        commitment="Keine Lieferung verschiebt sich ohne Anruf.",
        late=("Rechnungen passen nicht zu Lieferungen", "Geteilte Bestellungen", "Eine Rechnung je Bestellung"),
        fixed=("Paletten kommen nass an", "Offenes Tor bei Regen", "Ein Dach über dem Tor"),
        team="Betrieb",
    ),
    "fr": _Said(
        (
            "Depuis l’ouverture de la deuxième ligne d’emballage, les commandes arrivent de nouveau complètes.",
            "Les factures restent difficiles à rapprocher des livraisons.",
            "Dès le mois prochain, chaque commande aura une seule facture.",
        ),
        asked="Prévenez-nous une semaine avant tout report de livraison.",
        praised="Le nouveau portail nous épargne deux appels par jour.",
        decided="L’essai avec l’équipe de nuit se poursuit jusqu’à l’été.",
        ours=("Envoyer une facture par commande", "Montrer le portail à l’équipe de nuit"),
        theirs="Désigner un contact pour l’équipe de nuit",
        ask="Une prévision le premier de chaque mois.",
        commitment="Aucune livraison reportée sans un appel.",
        late=("Factures et livraisons ne concordent pas", "Commandes divisées", "Une facture par commande"),
        fixed=("Palettes mouillées à l’arrivée", "Quai ouvert sous la pluie", "Un toit sur le quai"),
        team="Exploitation",
    ),
}


def example_of(vendor: Vendor, branding: Branding, language: str, today: date, me: str = "") -> CustomerSummary:
    """Give the summary of a made-up review that was held today."""
    said, mine, words = _SAID[language], me or "Robin Lee", words_in(language)
    first, second = said.ours
    plan = words.plan_by.format(day=words.short_day(today + timedelta(10)))
    return CustomerSummary(
        vendor=vendor, account=ACCOUNT, held_on=today, branding=branding, language=language,
        title=words.titles[ReviewKind.QUARTERLY], period=f"{today.year} Q{(today.month + 2) // 3}",
        theirs=(Attendee("Ines Weber"), Attendee("Paul Martin")), ours=(Attendee(mine),), finished_on=today,
        sentences=said.sentences, decisions=(said.decided,),
        heard=(Heard(said.asked, quoted=True, said_by="Ines Weber"), Heard(said.praised)),
        we_will=(Agreed(first, mine, today + timedelta(21)), Agreed(second, said.team, today + timedelta(35))),
        you_will=(Agreed(said.theirs, "Paul Martin", today + timedelta(14)),),
        ask=said.ask, commitment=said.commitment,
        concerns=(
            ShownConcern(*said.late, said.team, plan, Tone.BAD),
            ShownConcern(*said.fixed, said.team, words.states[Stage.FIXED], Tone.GOOD),
        ),
        last_promises=LastPromises(kept=5, kept_late=1, broken=1),
        next_review=NextReview(today + timedelta(91), time(10)), tell_us=TellUs(today + timedelta(7), mine),
    )  # fmt: skip
