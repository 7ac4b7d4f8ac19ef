"""What stands around the pages of a Word document: letter head, running header, footer with the page as a field."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Final

from docx.document import Document as WordDocument
from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.oxml import parse_xml
from docx.shared import Emu

from reviewdesk.domain.outline import Line, Outline, line, own, shown_line, text_of
from reviewdesk.exchange.office.word_styles import NAMESPACE
from reviewdesk.exchange.office.word_text import runs

LOGO_HEIGHT: Final = 420_000
LOGO_WIDTH: Final = 1_900_000
_BROKEN: Final = (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, KeyError)


def frame(document: WordDocument, outline: Outline, width: int) -> None:
    """Set the header and footer of every page, and those of the first."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    sender, *below = outline.sender or ((),)
    first = [_line("Sender", sender, (), width), _line("Header", below[0] if below else (), outline.edition, width)]
    _fill(section.first_page_header, [*first, *(_line("Header", each, (), width) for each in below[1:])])
    _fill(section.header, [_line("Header", outline.running, (), width)])
    for each in (section.first_page_footer, section.footer):
        _fill(each, [_line("Footer", line(shown_line(outline.branding.footer)), None, width, outline.page)])
    _logos(section.first_page_header.paragraphs[0], outline)


def own_of_frame(outline: Outline) -> Iterator[str]:
    """Give our own words around the pages."""
    yield from outline.page * 2
    yield from (each.text for each in outline.running if each.own)


def _fill(place: Any, paragraphs: list[str]) -> None:  # noqa: ANN401 - a header or footer
    place.is_linked_to_previous = False
    element = place._element  # noqa: SLF001 - the library has no other way to it
    element[:] = list(parse_xml(f"<w:hdr {NAMESPACE}>{''.join(paragraphs)}</w:hdr>"))


def _line(style: str, left: Line, right: Line | None, width: int, page: tuple[str, str, str] | None = None) -> str:
    """Write what stands at the left and at the right of one line."""
    stop = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    number = _page(page) if page else ""
    at_right = f"<w:r><w:tab/></w:r>{number}{runs(right or ())}" if right or page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{stop}</w:pPr>{runs(left)}{at_right}</w:p>'


def _page(page: tuple[str, str, str]) -> str:
    before, between, after = page
    return "".join((_words(before), _field("PAGE", "1"), _words(between), _field("NUMPAGES", "1"), _words(after)))


def _words(text: str) -> str:
    return runs((own(text),)) if text else ""


def _field(code: str, shown: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>{shown}</w:t></w:r></w:fldSimple>'


def _logos(paragraph: Any, outline: Outline) -> None:  # noqa: ANN401 - a paragraph of the library
    """Set the sender's logo before their name, and the customer's at the right."""
    ours = _picture(paragraph, outline.branding.logo, text_of(outline.sender[0]) if outline.sender else "")
    if ours is not None:
        paragraph._element.pPr.addnext(ours)  # noqa: SLF001 - the library has no other way to it
        ours.addnext(parse_xml(f'<w:r {NAMESPACE}><w:t xml:space="preserve">   </w:t></w:r>'))
    theirs = _picture(paragraph, outline.branding.their_logo, outline.title)
    if theirs is not None:
        theirs.addprevious(parse_xml(f"<w:r {NAMESPACE}><w:tab/></w:r>"))


def _picture(paragraph: Any, content: bytes | None, said: str) -> Any:  # noqa: ANN401 - elements of the library
    """Set a picture at the end of a paragraph and give its run; one that is broken is left out."""
    if not content:
        return None
    run = paragraph.add_run()
    try:
        picture = run.add_picture(BytesIO(content), height=Emu(LOGO_HEIGHT))
    except _BROKEN:
        paragraph._element.remove(run._element)  # noqa: SLF001 - the library has no other way to it
        return None
    if picture.width > LOGO_WIDTH:
        picture.height, picture.width = Emu(picture.height * LOGO_WIDTH // picture.width), Emu(LOGO_WIDTH)
    properties = picture._inline.docPr  # noqa: SLF001 - the library has no other way to it
    properties.set("descr", said)
    properties.set("name", "Logo")
    return run._element  # noqa: SLF001 - the library has no other way to it
