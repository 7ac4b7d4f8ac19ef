"""The kinds of file a customer's document leaves as."""

from enum import StrEnum

from reviewdesk.domain.errors import RefusedError


class DocumentKind(StrEnum):
    """What a document is saved as, by the ending of its file."""

    PDF = "pdf"
    WORD = "docx"
    POWERPOINT = "pptx"
    MARKDOWN = "md"
    TEXT = "txt"

    @property
    def label(self) -> str:
        """Name it as people do."""
        return _LABELS[self]

    @property
    def is_text(self) -> bool:
        """Say whether it is read as plain characters, and so may go to the clipboard."""
        return self in (DocumentKind.MARKDOWN, DocumentKind.TEXT)

    def named(self, file_name: str) -> str:
        """Give the name of a PDF as that of this kind."""
        return f"{file_name.removesuffix('.pdf')}.{self.value}"


def kind_of(ending: str) -> DocumentKind:
    """Read the kind from the ending of a file.

    Raises:
        RefusedError: documents are not saved as that.
    """
    try:
        return DocumentKind(ending.lower().lstrip("."))
    except ValueError as error:
        names = ", ".join(each.value for each in DocumentKind)
        raise RefusedError(f"A document is not saved as “{ending}”. Choose one of {names}.") from error


_LABELS = {
    DocumentKind.PDF: "PDF",
    DocumentKind.WORD: "Word",
    DocumentKind.POWERPOINT: "PowerPoint",
    DocumentKind.MARKDOWN: "Markdown",
    DocumentKind.TEXT: "Plain text",
}
