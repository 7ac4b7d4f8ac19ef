"""Made-up letters for the tests of documents: one of each kind in each language, and ones that strain the page."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.letters.change_notice import ChangedItem, ChangeNotice
from reviewdesk.domain.letters.first_answer import FirstAnswer, begun_first_answer
from reviewdesk.domain.letters.frame import LetterFrame, Recipient, Signer
from reviewdesk.domain.letters.recovery import RecoveryLetter, begun_recovery
from reviewdesk.domain.letters.reminder import Reminder, ReminderItem
from reviewdesk.domain.summary import Vendor
from reviewdesk.reports.change_notice import render_change_notice
from reviewdesk.reports.letter import render_letter
from reviewdesk.reports.reminder import render_reminder
from tests.reports.summaries import FONTS

WRITTEN = date(2026, 11, 24)
RAISED = date(2026, 11, 15)
PEOPLE = {"en": "Anna Nowak", "de": "Frau Dr. Anna Nowak", "fr": "Mme Chloé Martin"}
CONCERNS = {
    "en": "Two late deliveries in the early-morning slot, and again last week.",
    "de": "Zwei verspätete Lieferungen am frühen Morgen, und letzte Woche wieder.",
    "fr": "Deux livraisons tardives le matin, et encore la semaine dernière.",
}
CAUSES = {
    "en": "the night carrier changed in March and nobody passed on the gate times",
    "de": "Im März kam ein neuer Spediteur, und niemand gab die Torzeiten weiter",
    "fr": "le transporteur de nuit a changé en mars et personne n’a transmis les horaires",
}
FIXES = {
    "en": "our own driver has the 05:30 slot from 1 December",
    "de": "Ab dem 1. Dezember fährt unser eigener Fahrer um 5:30 Uhr",
    "fr": "notre propre chauffeur assure le créneau de 5 h 30 dès le 1er décembre",
}
OCCASIONS = {"en": "Quarterly review", "de": "Quartalsgespräch", "fr": "Revue trimestrielle"}


def frame(language="en", person=None):
    return LetterFrame(
        vendor=Vendor("Northgate", "Freight Systems"), language=language, written_on=WRITTEN, place="Hamburg",
        recipient=Recipient(
            company="Hanseatic Timber GmbH", person=PEOPLE[language] if person is None else person,
            street="Speicherstraße 12", postal_code="20457", city="Hamburg", country="Germany",
        ),
        signer=Signer(
            name="Dana Reyes", role="Key account manager", phone="+49 40 555 0120",
            email="dana.reyes@northgate.example",
        ),
    )  # fmt: skip


def first_answer(language="en"):
    begun = begun_first_answer(language, RAISED, date(2026, 11, 26))
    begun["admission"] = ""
    return FirstAnswer(frame=frame(language), raised_on=RAISED, concern=CONCERNS[language], **begun)


def recovery(language="en"):
    begun = begun_recovery(language, cause=CAUSES[language], fix=FIXES[language], raised_by="Piotr Zając")
    return RecoveryLetter(frame=frame(language), raised_on=RAISED, concern=CONCERNS[language], **begun)


def reminder(language="en"):
    agreed = {"occasion": OCCASIONS[language], "agreed_on": date(2026, 8, 25)}
    return Reminder(
        frame=frame(language),
        theirs=(
            ReminderItem(what="January forecast", who="Dana Reyes", due=date(2026, 12, 1), **agreed),
            ReminderItem(what="Name a technical contact", who="Dana Reyes", due=date(2026, 11, 12), **agreed),
        ),
        ours=(ReminderItem(what="Revised delivery plan", who="Omar Haddad", due=date(2026, 11, 27), **agreed),),
    )  # fmt: skip


def priced(name, number, bought, price, change):
    share = Decimal(change) / 100
    return ChangedItem(
        name=name, number=number, price_now=Decimal(price), change=Decimal(change), bought=Decimal(bought),
        price_then=(Decimal(price) * (1 + share)).quantize(Decimal("0.01")),
        a_year=(Decimal(bought) * share).quantize(Decimal("0.01")),
    )  # fmt: skip


def change_notice(language="en", *, ends=False):
    items = (
        priced("Drive X4", "1004-20", "48210.00", "1240.00", "4.5"),
        priced("Sensor kit", "2210", "8310.50", "83.10", "4.5"),
    )
    gone = ChangedItem(name="Service contract Basic", bought=Decimal(3600), replacement="Service contract Plus")
    return ChangeNotice(
        frame=frame(language), effective=date(2027, 6, 1), currency="EUR", items=(*items, gone) if ends else items,
        why="Steel costs 11 % more.", offer="Orders until 31 January keep today’s prices.",
        last_orders=date(2027, 5, 31),
    )  # fmt: skip


def rendered(value, paper=PaperSize.A4):
    """Set a letter of any kind on a paper."""
    branding = replace(value.frame.branding, paper=paper)
    value = replace(value, frame=replace(value.frame, branding=branding))
    if isinstance(value, Reminder):
        return render_reminder(value, FONTS)
    if isinstance(value, ChangeNotice):
        return render_change_notice(value, FONTS)
    return render_letter(value, FONTS)


def strained(words):
    """Give one of each kind in which everything says the same words, and lists that need several pages."""
    around = LetterFrame(
        vendor=Vendor(words, words), written_on=WRITTEN, place=words, enclosures=(words, words),
        recipient=Recipient(company=words, person=words, street=f"{words}\n{words}", city=words, country=words),
        signer=Signer(name=words, role=words, phone=words, email=words),
    )  # fmt: skip
    items = tuple(
        ReminderItem(what=words, who=words, due=WRITTEN, occasion="Review", agreed_on=RAISED) for _ in range(20)
    )
    changed = tuple(replace(priced(words, words, "1234567.89", "99.99", "3"), replacement=words) for _ in range(15))
    said = dict.fromkeys(("thanks", "concern", "own_words"), words)
    return (
        FirstAnswer(frame=around, raised_on=RAISED, not_so=words, understand=words, admission=words, **said),
        RecoveryLetter(frame=around, raised_on=RAISED, happened=words, apology=words, prevention=words, **said),
        Reminder(frame=around, theirs=items, ours=items),
        ChangeNotice(
            frame=around, effective=WRITTEN, currency="EUR", why=words, offer=words,
            items=(*changed, *(replace(each, change=None) for each in changed)),
        ),
    )  # fmt: skip
