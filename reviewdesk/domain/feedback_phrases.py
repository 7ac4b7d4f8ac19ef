"""What a feedback form says of its own, in each language it can be set in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from reviewdesk.domain.words import Words, words_in

ENGLISH: Final[Mapping[str, str]] = {
    "form title": "Feedback",
    "form short": "Five questions, two minutes",
    "form long": "Once a year: how are we doing?",
    "form code": "Form {code}",
    "form intro review": "Thank you for our meeting on {day}. Please tell us openly how you see us.",
    "form intro": "Please tell us openly how you see us.",
    "form how": "Click and type here, save the file and send it back to {email}; or print it and fill it in by hand.",
    "form how to": "Click and type here, save the file and send it back to us; or print it and fill it in by hand.",
    "ask recommend": "How likely are you to recommend us to a colleague?",
    "ask content": "How content are you with us?",
    "ask ease": "How easy is it to work with us?",
    "low recommend": "not at all",
    "high recommend": "most certainly",
    "low content": "very unhappy",
    "high content": "very happy",
    "low ease": "very hard",
    "high ease": "very easy",
    "ask felt": "How was our meeting, and what would you tell a colleague about it?",
    "ask told": "What would you tell a colleague about us?",
    "felt enjoyable": "enjoyable",
    "felt forced": "forced",
    "felt productive": "productive",
    "ask better": "What one thing should we do better?",
    "ask dimensions": "How far is each of these true, and how much does it matter to you?",
    "is true": "true: 1 not at all, 7 fully",
    "matters": "matters: 1 little, 7 very much",
    "product benefit": "What we supply does for you what it should.",
    "service": "Our service helps when you need it.",
    "brand": "Our name is a good one to have on your side.",
    "satisfaction": "All in all, you are satisfied with us.",
    "trust": "You can rely on what we say.",
    "commitment": "You want to go on working with us.",
    "uniqueness": "You would not get the same elsewhere.",
    "ask quote": "May we quote you?",
    "quote no": "no",
    "quote without name": "yes, without my name",
    "quote with name": "yes, with my name",
    "your name": "Your name",
    "what happens": (
        "What happens with your answers: {name} reads them, keeps them with the notes of our meetings, and tells you "
        "what we do about them. Nobody outside {company} sees them, and your words are printed only as you allow above."
    ),
    "what happens here": (
        "What happens with your answers: we read them, keep them with the notes of our meetings, and tell you what we "
        "do about them. Nobody else sees them, and your words are printed only as you allow above."
    ),
    "tip scale": "{question} {low} {low words}, {high} {high words}",
    "tip true": "{statement} How true is it? 1 not at all, 7 fully",
    "tip matters": "{statement} How much does it matter? 1 little, 7 very much",
}
GERMAN: Final[Mapping[str, str]] = {
    "form title": "Rückmeldung",
    "form short": "Fünf Fragen, zwei Minuten",
    "form long": "Einmal im Jahr: Wie sehen Sie uns?",
    "form code": "Bogen {code}",
    "form intro review": "Vielen Dank für das Gespräch am {day}. Bitte sagen Sie uns offen, was Sie von uns halten.",
    "form intro": "Bitte sagen Sie uns offen, was Sie von uns halten.",
    "form how": (
        "Hier anklicken und tippen, die Datei speichern und an {email} zurückschicken; oder ausdrucken und von Hand "
        "ausfüllen."
    ),
    "form how to": (
        "Hier anklicken und tippen, die Datei speichern und an uns zurückschicken; oder ausdrucken und von Hand "
        "ausfüllen."
    ),
    "ask recommend": "Wie wahrscheinlich ist es, dass Sie uns weiterempfehlen?",
    "ask content": "Wie zufrieden sind Sie mit uns?",
    "ask ease": "Wie leicht ist es, mit uns zu arbeiten?",
    "low recommend": "gar nicht",
    "high recommend": "ganz sicher",
    "low content": "sehr unzufrieden",
    "high content": "sehr zufrieden",
    "low ease": "sehr schwer",
    "high ease": "sehr leicht",
    "ask felt": "Wie war unser Gespräch, und was würden Sie intern darüber sagen?",
    "ask told": "Was würden Sie intern über uns sagen?",
    "felt enjoyable": "angenehm",
    "felt forced": "gezwungen",
    "felt productive": "ergiebig",
    "ask better": "Was sollten wir als Erstes besser machen?",
    "ask dimensions": "Wie weit trifft das zu, und wie wichtig ist es Ihnen?",
    "is true": "trifft zu: 1 gar nicht, 7 völlig",
    "matters": "wichtig: 1 kaum, 7 sehr",
    "product benefit": "Was wir liefern, leistet für Sie, was es soll.",
    "service": "Unser Service hilft, wenn Sie ihn brauchen.",
    "brand": "Unser Name hat in Ihrer Branche Gewicht.",
    "satisfaction": "Alles in allem sind Sie mit uns zufrieden.",
    "trust": "Sie können sich auf unser Wort verlassen.",
    "commitment": "Sie möchten weiter mit uns arbeiten.",
    "uniqueness": "Anderswo bekämen Sie das so nicht.",
    "ask quote": "Dürfen wir Sie zitieren?",
    "quote no": "nein",
    "quote without name": "ja, ohne meinen Namen",
    "quote with name": "ja, mit meinem Namen",
    "your name": "Ihr Name",
    "what happens": (
        "Was mit Ihren Antworten geschieht: {name} liest sie, bewahrt sie bei den Notizen unserer Gespräche auf und "
        "sagt Ihnen, was wir daraus machen. Außerhalb von {company} sieht sie niemand, und Ihre Worte werden nur so "
        "gedruckt, wie Sie es oben erlauben."
    ),
    "what happens here": (
        "Was mit Ihren Antworten geschieht: Wir lesen sie, bewahren sie bei den Notizen unserer Gespräche auf und "
        "sagen Ihnen, was wir daraus machen. Sonst sieht sie niemand, und Ihre Worte werden nur so gedruckt, wie Sie "
        "es oben erlauben."
    ),
    "tip scale": "{question} {low} {low words}, {high} {high words}",
    "tip true": "{statement} Wie weit trifft es zu? 1 gar nicht, 7 völlig",
    "tip matters": "{statement} Wie wichtig ist es? 1 kaum, 7 sehr",
}
FRENCH: Final[Mapping[str, str]] = {
    "form title": "Votre avis",
    "form short": "Cinq questions, deux minutes",
    "form long": "Une fois par an : que pensez-vous de nous ?",
    "form code": "Fiche {code}",
    "form intro review": "Merci pour notre entretien du {day}. Dites-nous franchement comment vous nous voyez.",
    "form intro": "Dites-nous franchement comment vous nous voyez.",
    "form how": (
        "Cliquez et écrivez ici, enregistrez le fichier et renvoyez-le à {email} ; ou imprimez-le et remplissez-le à "
        "la main."
    ),
    "form how to": (
        "Cliquez et écrivez ici, enregistrez le fichier et renvoyez-le-nous ; ou imprimez-le et remplissez-le à la "
        "main."
    ),
    "ask recommend": "Avec quelle probabilité nous recommanderiez-vous à un collègue ?",
    "ask content": "Êtes-vous content de nous ?",
    "ask ease": "Est-il facile de travailler avec nous ?",
    "low recommend": "pas du tout",
    "high recommend": "très certainement",
    "low content": "très mécontent",
    "high content": "très content",
    "low ease": "très difficile",
    "high ease": "très facile",
    "ask felt": "Comment était notre entretien, et qu’en diriez-vous à un collègue ?",
    "ask told": "Que diriez-vous de nous à un collègue ?",
    "felt enjoyable": "agréable",
    "felt forced": "forcé",
    "felt productive": "productif",
    "ask better": "Que devrions-nous améliorer en premier ?",
    "ask dimensions": "Dans quelle mesure est-ce vrai, et est-ce important pour vous ?",
    "is true": "vrai : 1 pas du tout, 7 tout à fait",
    "matters": "important : 1 peu, 7 très",
    "product benefit": "Ce que nous livrons vous rend le service attendu.",
    "service": "Notre service vous aide quand il le faut.",
    "brand": "Notre nom est bien vu dans votre métier.",
    "satisfaction": "Dans l’ensemble, vous êtes satisfait de nous.",
    "trust": "Vous pouvez compter sur notre parole.",
    "commitment": "Vous voulez continuer à travailler avec nous.",
    "uniqueness": "Vous ne trouveriez pas cela ailleurs.",
    "ask quote": "Pouvons-nous vous citer ?",
    "quote no": "non",
    "quote without name": "oui, sans mon nom",
    "quote with name": "oui, avec mon nom",
    "your name": "Votre nom",
    "what happens": (
        "Ce que deviennent vos réponses : {name} les lit, les garde avec les notes de nos entretiens et vous dit ce "
        "que nous en faisons. Personne hors de {company} ne les voit, et vos mots ne sont imprimés que comme vous le "
        "permettez ci-dessus."
    ),
    "what happens here": (
        "Ce que deviennent vos réponses : nous les lisons, les gardons avec les notes de nos entretiens et vous disons "
        "ce que nous en faisons. Personne d’autre ne les voit, et vos mots ne sont imprimés que comme vous le "
        "permettez ci-dessus."
    ),
    "tip scale": "{question} {low} {low words}, {high} {high words}",
    "tip true": "{statement} Est-ce vrai ? 1 pas du tout, 7 tout à fait",
    "tip matters": "{statement} Est-ce important ? 1 peu, 7 très",
}
_FORM: Final = {"en": ENGLISH, "de": GERMAN, "fr": FRENCH}


def form_words(language: str, near: date) -> Words:
    """Give the words of a form in a language; English where there are no others."""
    words = words_in(language, near)
    return replace(words, phrases={**words.phrases, **_FORM[words.language]})
