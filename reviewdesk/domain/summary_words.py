"""The words of a customer's summary that come from records, in the document's language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.concern import Stage
from reviewdesk.domain.review import ReviewKind


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Titles of reviews, states of concerns and short dates of one language."""

    titles: Mapping[ReviewKind, str]
    states: Mapping[Stage, str]
    plan_by: str
    fixed_by: str
    day: str
    months: tuple[str, ...]
    added: str
    taken_out: str
    changed: str
    we: str
    you: str
    next: str
    parts: Mapping[str, str]

    def short_day(self, day: date) -> str:
        """Write a day without its year."""
        return self.day.format(day=day.day, month=self.months[day.month - 1])


def words_in(language: str) -> SummaryWords:
    """Give the words of a language; what is not known is written in English."""
    return _LANGUAGES.get(language, _LANGUAGES["en"])


def _titles(*words: str) -> dict[ReviewKind, str]:
    return dict(zip(ReviewKind, words, strict=True))


def _parts(*headings: str) -> dict[str, str]:
    """Give the headings that the parts of a summary stand under."""
    names = ("sentence", "heard", "decision", "we", "you", "ask", "commitment", "next", "concern", "goal")
    return dict(zip(names, headings, strict=True))


def _states(noted: str, acknowledged: str, planned: str, fixed: str, confirmed: str) -> dict[Stage, str]:
    return {
        Stage.REPORTED: noted,
        Stage.ACKNOWLEDGED: acknowledged,
        Stage.PLANNED: planned,
        Stage.FIXED: fixed,
        Stage.CONFIRMED: confirmed,
    }


_LANGUAGES: Final[Mapping[str, SummaryWords]] = {
    "en": SummaryWords(
        _titles("Quarterly review", "Half-yearly review", "Yearly review", "Kick-off", "Recovery review", "Review"),
        _states("Noted", "Acknowledged", "Plan in place", "Fixed: is it for you?", "Confirmed by you"),
        "Plan by {day}",
        "Fixed by {day}",
        "{day} {month}",
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        "Added: {what}",
        "{part}: something was taken out",
        "Changed: {what}",
        "We will: {what}",
        "You will: {what}",
        "Next review: {what}",
        _parts(
            "First sentences",
            "What we heard from you",
            "What was decided",
            "We will",
            "You will",
            "One ask of you",
            "One commitment from us",
            "Next review",
            "Your concerns",
            "Results against our goals",
        ),
    ),
    "de": SummaryWords(
        _titles("Quartalsgespräch", "Halbjahresgespräch", "Jahresgespräch", "Auftakt", "Klärungsgespräch", "Gespräch"),
        _states("Notiert", "Angenommen", "Plan steht", "Behoben: auch für Sie?", "Von Ihnen bestätigt"),
        "Plan bis {day}",
        "Behoben bis {day}",
        "{day}. {month}",
        ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sep.", "Okt.", "Nov.", "Dez."),
        "Neu: {what}",
        "{part}: etwas wurde gestrichen",
        "Geändert: {what}",
        "Wir: {what}",
        "Sie: {what}",
        "Nächster Termin: {what}",
        _parts(
            "Erste Sätze",
            "Was wir von Ihnen gehört haben",
            "Was beschlossen wurde",
            "Wir übernehmen",
            "Sie übernehmen",
            "Eine Bitte an Sie",
            "Eine Zusage von uns",
            "Nächster Termin",
            "Ihre Anliegen",
            "Ergebnisse und Ziele",
        ),
    ),
    "fr": SummaryWords(
        _titles("Revue trimestrielle", "Revue semestrielle", "Revue annuelle", "Lancement", "Revue de crise", "Revue"),
        _states("Noté", "Pris en charge", "Plan en place", "Corrigé : et pour vous ?", "Confirmé par vous"),
        "Plan pour le {day}",
        "Corrigé pour le {day}",
        "{day} {month}",
        ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
        "Ajouté : {what}",
        "{part} : un point a été retiré",
        "Modifié : {what}",
        "Nous : {what}",
        "Vous : {what}",
        "Prochaine revue : {what}",
        _parts(
            "Premières phrases",
            "Ce que vous nous avez dit",
            "Ce qui a été décidé",
            "Nous nous engageons à",
            "De votre côté",
            "Une demande de notre part",
            "Un engagement de notre part",
            "Prochaine revue",
            "Vos préoccupations",
            "Résultats et objectifs",
        ),
    ),
}
