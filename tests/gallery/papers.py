"""Every page of the documents as pictures, as a reader of the PDF sees them."""

from collections.abc import Iterator

import pypdfium2
from PIL.Image import Image

from reviewdesk.services.services import Services

SCALE = 1.5


def pages_of(pdf: bytes, scale: float = SCALE) -> Iterator[Image]:
    """Give the pages of a PDF one after the other."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            yield page.render(scale=scale).to_pil()
    finally:
        document.close()


def summaries(services: Services, first: str) -> Iterator[tuple[str, bytes]]:
    """Give the newest summary of one account, then of one account in each other language and currency."""
    seen: set[tuple[str, str]] = set()
    held = {each.account_id: each.review_id for each in reversed(services.reviews.lists().held) if each.summaries}
    rows = [each for each in services.accounts.rows() if each.id in held]
    for row in sorted(rows, key=lambda each: each.name != first):
        account = services.accounts.brief(row.id).account
        kind = (account.language, account.currency)
        if kind not in seen:
            seen.add(kind)
            newest = services.documents.newest(held[row.id])
            yield row.name, services.documents.check(newest.id).pdf
