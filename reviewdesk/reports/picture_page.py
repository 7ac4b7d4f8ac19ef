"""A logo alone: on a page of its own size, for showing it on screen, and as pixels, for programs that draw no SVG."""

from functools import lru_cache
from io import BytesIO
from typing import Final

import pypdfium2

from reviewdesk.reports.paper import Paper
from reviewdesk.reports.pictures import picture_of

_WIDE: Final = 320.0
_FINE: Final = 3  # pixels of a point


@lru_cache(maxsize=8)
def page_of(content: bytes | None) -> bytes | None:
    """Give a PDF with nothing but this logo; nothing where there is none or it cannot be drawn."""
    picture = picture_of(content)
    if picture is None:
        return None
    target = BytesIO()
    paper = Paper(target, pagesize=(_WIDE, _WIDE / picture.ratio), invariant=1, initialFontName=None)
    picture.draw(paper, 0, 0, _WIDE)
    paper.showPage()
    paper.save()
    return target.getvalue()


@lru_cache(maxsize=8)
def pixels_of(content: bytes | None) -> bytes | None:
    """Give a logo as PNG or JPEG, an SVG drawn finely on nothing; nothing where there is none or it cannot be drawn."""
    picture, pdf = picture_of(content), page_of(content)
    if picture is None or pdf is None or picture.vectors is None:
        return content if picture is not None else None
    document, target = pypdfium2.PdfDocument(pdf), BytesIO()
    try:
        drawn = document[0].render(scale=_FINE, fill_color=(255, 255, 255, 0), rev_byteorder=True)
        drawn.to_pil().save(target, "PNG")
    finally:
        document.close()
    return target.getvalue()
