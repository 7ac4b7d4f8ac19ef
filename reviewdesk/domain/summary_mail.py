"""The mail that a summary goes with: made from the summary's own value, which has room for nothing else."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from reviewdesk.domain.summary import Agreed, CustomerSummary
from reviewdesk.domain.summary_words import words_in


@dataclass(frozen=True, slots=True)
class MailWords:
    """What the mail says by itself, in one language; `ours` are all of its own words for the leak guard."""

    hello: str
    attached: str
    corrected: str
    we: str
    you: str
    by: str
    next: str
    tell: str
    thanks: str
    subject: str


@dataclass(frozen=True, slots=True)
class MailText:
    """A mail to a customer; `own` are the pieces of it that are the program's own words."""

    subject: str
    text: str
    own: tuple[str, ...] = ()


WORDS: Final[Mapping[str, MailWords]] = {
    "en": MailWords(
        "Hello {names},", "thank you for the meeting on {day}. The summary is attached.",
        "Thank you for telling us more. The corrected summary of our meeting on {day} is attached (version {n}).",
        "What we will do:", "What you will do:", "by {day}", "We meet again on {day}.",
        "Please tell me by {day} if you remember anything otherwise.", "Kind regards", "{title} {period}: summary",
    ),
    "de": MailWords(
        "Guten Tag {names},", "vielen Dank für das Gespräch am {day}. Die Zusammenfassung liegt bei.",
        "vielen Dank für Ihre Hinweise. Die berichtigte Zusammenfassung unseres Gesprächs am {day} liegt bei "
        "(Fassung {n}).",
        "Was wir tun:", "Was Sie tun:", "bis {day}", "Wir sehen uns wieder am {day}.",
        "Bitte sagen Sie mir bis {day}, falls Sie etwas anders in Erinnerung haben.", "Freundliche Grüße",
        "{title} {period}: Zusammenfassung",
    ),
    "fr": MailWords(
        "Bonjour {names},", "merci pour notre entretien du {day}. Le compte rendu est joint.",
        "merci pour vos précisions. Le compte rendu corrigé de notre entretien du {day} est joint (version {n}).",
        "Ce que nous ferons :", "Ce que vous ferez :", "avant le {day}", "Prochain rendez-vous le {day}.",
        "Dites-moi avant le {day} si vous vous souvenez d’autre chose.", "Cordialement",
        "{title} {period} : compte rendu",
    ),
}  # fmt: skip


def mail_words(language: str) -> MailWords:
    """Give the words of a language; what is not known is written in English."""
    return WORDS.get(language, WORDS["en"])


def own_pieces(words: MailWords) -> tuple[str, ...]:
    """Give the program's own words in a mail, cut where names and days stand."""
    said = (words.hello, words.attached, words.corrected, words.we, words.you, words.next, words.tell, words.thanks)
    return tuple(piece for each in said for piece in _pieces(each))


def summary_mail(summary: CustomerSummary) -> MailText:
    """Write the mail of a summary: what was agreed stands in it too, for who reads on a telephone."""
    words, months = mail_words(summary.language), words_in(summary.language)

    def day(on: date) -> str:
        return f"{months.short_day(on)} {on.year}"

    names = ", ".join(each.name for each in summary.theirs if each.name.strip()) or summary.account
    opening = words.corrected if summary.changes_since or summary.changes else words.attached
    parts = [words.hello.format(names=names), opening.format(day=day(summary.held_on), n=summary.version)]
    parts += [each for each in ("\n".join(summary.sentences),) if each]
    for heading, agreed in ((words.we, summary.we_will), (words.you, summary.you_will)):
        if agreed:
            parts.append("\n".join([heading, *(_agreed(each, words, day) for each in agreed)]))
    parts += list(_closing(summary, words, day))
    subject = words.subject.format(title=summary.title or "Review", period=summary.period).replace("  ", " ")
    return MailText(subject, "\n\n".join(parts) + "\n", own_pieces(words))


def _agreed(agreed: Agreed, words: MailWords, day: Callable[[date], str]) -> str:
    when = words.by.format(day=day(agreed.due)) if agreed.due else ""
    return f"- {agreed.what} ({', '.join(each for each in (agreed.owner, when) if each)})".replace(" ()", "")


def _closing(summary: CustomerSummary, words: MailWords, day: Callable[[date], str]) -> Iterator[str]:
    if summary.next_review is not None:
        at = f", {summary.next_review.at:%H:%M}" if summary.next_review.at else ""
        yield words.next.format(day=f"{day(summary.next_review.on)}{at}")
    if summary.tell_us is not None:
        yield words.tell.format(day=day(summary.tell_us.by))
    sender = summary.tell_us.name if summary.tell_us else ""
    yield signed(words.thanks, summary.branding.signature, sender, summary.vendor.name)


def signed(thanks: str, signature: str, sender: str, company: str) -> str:
    """End a mail: the signature that was set, else who sends it and the company."""
    below = signature.splitlines() if signature.strip() else (sender, company)
    return "\n".join(each for each in (thanks, *below) if each)


def _pieces(text: str) -> Iterator[str]:
    for piece in text.replace("{", "\0").replace("}", "\0").split("\0"):
        if piece.strip(" ,.:()") and piece not in {"names", "day", "n", "title", "period"}:
            yield piece.strip()
