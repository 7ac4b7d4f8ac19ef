"""Titles of an agenda as a customer reads them, in their language; a title that the person typed stays as it is."""

from typing import Final

from reviewdesk.domain import agenda

_TO_THEM: Final = {
    agenda.THEIR_VIEW: "Your view first",
    "The year in their words": "The year in your words",
    "Where they are going": "Where you are going",
    "What happened, in their words": "What happened, in your words",
    "What they need from us now": "What you need from us now",
}
_GERMAN: Final = {
    agenda.LAST_PROMISES: "Was zuletzt zugesagt wurde",
    agenda.THEIR_VIEW: "Ihre Sicht zuerst",
    agenda.RESULTS: "Ergebnisse und Ziele",
    agenda.CONCERNS: "Anliegen und Ursachen",
    agenda.NEXT_DAYS: "Die nächsten 90 Tage",
    agenda.NEXT_DATE: "Nächster Termin",
    "The year in their words": "Das Jahr in Ihren Worten",
    "Where they are going": "Wohin Sie gehen",
    "What was promised in the sale": "Was beim Verkauf zugesagt wurde",
    "What success looks like": "Woran Erfolg zu erkennen ist",
    "Who does what": "Wer was übernimmt",
    "The first 90 days": "Die ersten 90 Tage",
    "What happened, in their words": "Was geschehen ist, in Ihren Worten",
    "What they need from us now": "Was Sie jetzt von uns brauchen",
}
_FRENCH: Final = {
    agenda.LAST_PROMISES: "Ce qui a été promis la dernière fois",
    agenda.THEIR_VIEW: "Votre avis d’abord",
    agenda.RESULTS: "Résultats et objectifs",
    agenda.CONCERNS: "Préoccupations et causes",
    agenda.NEXT_DAYS: "Les 90 prochains jours",
    agenda.NEXT_DATE: "Prochaine date",
    "The year in their words": "L’année selon vous",
    "Where they are going": "Où vous allez",
    "What was promised in the sale": "Ce qui a été promis à la vente",
    "What success looks like": "À quoi ressemble la réussite",
    "Who does what": "Qui fait quoi",
    "The first 90 days": "Les 90 premiers jours",
    "What happened, in their words": "Ce qui s’est passé, selon vous",
    "What they need from us now": "Ce que vous attendez de nous maintenant",
}
_LANGUAGES: Final = {"de": _GERMAN, "fr": _FRENCH}


def as_they_read(title: str, language: str = "en") -> str:
    """Give the title of an item as the customer reads it: what is theirs to us is yours to them."""
    return _LANGUAGES.get(language, _TO_THEM).get(title, title)
