"""What each question reads like that a customer answers, in the languages that documents are written in."""

from collections.abc import Mapping
from typing import Final

from reviewdesk.domain.answer import Asked

_ENGLISH: Final = {
    Asked.RECOMMEND: "Would you recommend us?",
    Asked.CONTENT: "How content are you with us?",
    Asked.EASE: "How easy is it to work with us?",
    Asked.PRODUCT_BENEFIT: "How much do our products help you?",
    Asked.SERVICE: "How good is our service?",
    Asked.BRAND: "What is our name worth to you?",
    Asked.SATISFACTION: "How satisfied are you overall?",
    Asked.TRUST: "How far do you trust us?",
    Asked.COMMITMENT: "Do you want to go on with us?",
    Asked.UNIQUENESS: "Do we give you what nobody else does?",
}
_GERMAN: Final = {
    Asked.RECOMMEND: "Würden Sie uns weiterempfehlen?",
    Asked.CONTENT: "Wie zufrieden sind Sie mit uns?",
    Asked.EASE: "Wie leicht ist es, mit uns zu arbeiten?",
    Asked.PRODUCT_BENEFIT: "Wie sehr helfen Ihnen unsere Produkte?",
    Asked.SERVICE: "Wie gut ist unser Service?",
    Asked.BRAND: "Was ist Ihnen unser Name wert?",
    Asked.SATISFACTION: "Wie zufrieden sind Sie insgesamt?",
    Asked.TRUST: "Wie weit vertrauen Sie uns?",
    Asked.COMMITMENT: "Wollen Sie mit uns weitermachen?",
    Asked.UNIQUENESS: "Geben wir Ihnen, was sonst niemand gibt?",
}
_FRENCH: Final = {
    Asked.RECOMMEND: "Nous recommanderiez-vous ?",
    Asked.CONTENT: "Êtes-vous content de nous ?",
    Asked.EASE: "Est-il facile de travailler avec nous ?",
    Asked.PRODUCT_BENEFIT: "Nos produits vous sont-ils utiles ?",
    Asked.SERVICE: "Notre service est-il bon ?",
    Asked.BRAND: "Que vaut notre nom pour vous ?",
    Asked.SATISFACTION: "Êtes-vous satisfait dans l’ensemble ?",
    Asked.TRUST: "Nous faites-vous confiance ?",
    Asked.COMMITMENT: "Voulez-vous continuer avec nous ?",
    Asked.UNIQUENESS: "Vous apportons-nous ce que nul autre n’apporte ?",
}
_WORDS: Final[Mapping[str, Mapping[Asked, str]]] = {"en": _ENGLISH, "de": _GERMAN, "fr": _FRENCH}


def question(asked: Asked, language: str) -> str:
    """Give a question in a language; English where there is no other."""
    return _WORDS.get(language, _ENGLISH)[asked]
