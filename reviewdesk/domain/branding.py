"""How the sender's documents look: the settings of a book, and the customer's own logo."""

import re
from dataclasses import dataclass
from enum import StrEnum

from reviewdesk.domain.account import Account
from reviewdesk.domain.book import Book, PaperSize
from reviewdesk.domain.languages import DOCUMENT_LANGUAGES

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


class Logo(StrEnum):
    """Whose logo a picture is, by what it is called on screen."""

    OURS = "our logo"
    THEIRS = "the customer's logo"
    PREPARER = "the logo of who prepares it"


@dataclass(frozen=True, slots=True)
class Pictures:
    """The logos a document bears, each the content of a PNG, JPEG or SVG file."""

    ours: bytes | None = None
    theirs: bytes | None = None
    preparer: bytes | None = None


@dataclass(frozen=True, slots=True)
class Branding:
    """How a document looks: two colours as #RRGGBB, logos, who prepares it, footer, signature and paper.

    The logos are contents of PNG, JPEG or SVG files; one that is broken or missing is left out and stops nothing.
    `prepared_by` is a consultant who prepares reviews for the sender. `signature` stands below letters and mails, in
    as many lines as it has.
    """

    primary: str = "#0F4C5C"
    accent: str = "#B75417"
    footer: str = ""
    logo: bytes | None = None
    their_logo: bytes | None = None
    prepared_by: str = ""
    prepared_logo: bytes | None = None
    signature: str = ""
    paper: PaperSize = PaperSize.A4

    def __post_init__(self) -> None:
        """Refuse colours that are not written as #RRGGBB."""
        for colour in (self.primary, self.accent):
            if not _COLOUR.fullmatch(colour):
                raise ValueError(f"A colour is written as #RRGGBB, not as {colour!r}.")


def branding_of(book: Book, pictures: Pictures | None = None) -> Branding:
    """Give how the documents of a book look, with these logos."""
    shown = pictures or Pictures()
    return Branding(
        primary=book.color_main, accent=book.color_accent, footer=book.footer, logo=shown.ours,
        their_logo=shown.theirs, prepared_by=book.prepared_by, prepared_logo=shown.preparer,
        signature=book.signature, paper=book.paper,
    )  # fmt: skip


def document_language(account: Account | None, book: Book) -> str:
    """Give the language of a customer's documents: the account's where they exist in it, else the book's."""
    code = account.language.strip().lower().replace("_", "-").split("-")[0] if account else ""
    return code if code in DOCUMENT_LANGUAGES else book.language
