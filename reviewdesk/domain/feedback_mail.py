"""The mail that a feedback form goes with, and the one that asks again."""

from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from reviewdesk.domain.feedback import FormKind
from reviewdesk.domain.feedback_form import FeedbackForm
from reviewdesk.domain.feedback_phrases import form_words
from reviewdesk.domain.summary_mail import MailText


class _Says(NamedTuple):
    """What the mail says by itself, in one language."""

    subject: str
    hello: str
    hello_all: str
    thanks: str
    short: str
    long: str
    how: str
    again: str
    goodbye: str


_WORDS: Final[Mapping[str, _Says]] = {
    "en": _Says(
        "A few questions: {account}", "Hello {name},", "Hello,", "thank you again for our meeting on {day}.",
        "May I ask how you see us? The attached page has five questions and takes two minutes.",
        "Once a year I ask how you see us. The attached page takes five minutes.",
        "Open it, click and type your answers, save it and send it back as a reply. Printed and filled in by hand it "
        "is just as welcome.",
        "two weeks ago or more I asked how you see us. Perhaps it got lost, so here is the page once more; if you "
        "would rather tell me on the telephone, a word is enough.",
        "Kind regards",
    ),
    "de": _Says(
        "Ein paar Fragen: {account}", "Guten Tag {name},", "Guten Tag,",
        "noch einmal vielen Dank für unser Gespräch am {day}.",
        "Darf ich fragen, wie Sie uns sehen? Auf der Seite im Anhang stehen fünf Fragen; das dauert zwei Minuten.",
        "Einmal im Jahr frage ich, wie Sie uns sehen. Die Seite im Anhang dauert fünf Minuten.",
        "Öffnen, anklicken und tippen, speichern und als Antwort zurückschicken. Ausgedruckt und von Hand ausgefüllt "
        "ist sie genauso willkommen.",
        "vor einiger Zeit habe ich gefragt, wie Sie uns sehen. Vielleicht ging es unter, deshalb hier die Seite noch "
        "einmal; wenn Sie es mir lieber am Telefon sagen, genügt ein Wort.",
        "Freundliche Grüße",
    ),
    "fr": _Says(
        "Quelques questions : {account}", "Bonjour {name},", "Bonjour,", "merci encore pour notre entretien du {day}.",
        "Puis-je vous demander ce que vous pensez de nous ? La page jointe pose cinq questions et prend deux minutes.",
        "Une fois par an, je vous demande ce que vous pensez de nous. La page jointe prend cinq minutes.",
        "Ouvrez-la, cliquez et écrivez, enregistrez-la et renvoyez-la en réponse. Imprimée et remplie à la main, elle "
        "est tout aussi bienvenue.",
        "il y a quelque temps, je vous ai demandé ce que vous pensez de nous. Cela s’est peut-être perdu : voici la "
        "page encore une fois ; si vous préférez m’en parler au téléphone, un mot suffit.",
        "Cordialement",
    ),
}  # fmt: skip


def form_mail(form: FeedbackForm, today: date, *, again: bool = False) -> MailText:
    """Write the mail that a form goes with; it says no more than the form itself."""
    words = form_words(form.language, today)
    says = _WORDS[words.language]
    hello = says.hello.format(name=form.person) if form.person else says.hello_all
    asked = says.long if form.kind is FormKind.LONG else says.short
    first = says.again if again else asked
    if form.met_on is not None and not again:
        first = f"{says.thanks.format(day=words.day(form.met_on))} {asked}"
    goodbye = "\n".join(each for each in (says.goodbye, form.me, form.vendor.name) if each)
    text = "\n\n".join((hello, _begun(first, words.language), says.how, goodbye))
    own = tuple(piece for each in says for piece in _pieces(each))
    return MailText(says.subject.format(account=form.account), f"{text}\n", own)


def _begun(text: str, language: str) -> str:
    """Begin a text as it follows a greeting: in English and German in small letters only where it reads on."""
    return text[:1].upper() + text[1:] if language == "en" else text


def _pieces(text: str) -> tuple[str, ...]:
    found = text.replace("{", "\0").replace("}", "\0").split("\0")
    return tuple(each.strip() for each in found if each.strip(" ,.:") and each not in {"name", "account", "day"})
