"""The words of a page in HTML, as a person would read them aloud; nothing is fetched and nothing is run."""

import re
from html.parser import HTMLParser
from typing import Final

LONGEST: Final = 2_000_000
_LOOKS_SO: Final = re.compile(
    r"</?(?:p|br|div|ul|ol|li|b|i|strong|em|span|a|h[1-6]|table|td|tr)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);"
)
_SILENT: Final = frozenset({"script", "style", "head", "title", "template", "noscript", "object", "svg"})
_BLOCKS: Final = frozenset(
    "address article aside blockquote br dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li ol p pre section "
    "table tr ul".split()
)


def text_of_html(html: str) -> str:
    """Give the words, with a line for each block."""
    reader = _Words()
    reader.feed(html[:LONGEST])
    reader.close()
    lines = (" ".join(each.split()) for each in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def plain_text(cell: str) -> str:
    """Give the words of a cell: without tags and empty lines where it is HTML, as it stands where it is not."""
    if _LOOKS_SO.search(cell[:LONGEST]) is None:
        return cell
    return "\n".join(each for each in text_of_html(cell).splitlines() if each)


class _Words(HTMLParser):
    """Collects words and the ends of blocks."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block, and be silent within what is not read."""
        del attrs  # where a link leads and what a picture shows is not for us
        if not self._silent and tag in _SILENT:
            self._silent = tag
        if tag in _BLOCKS:
            self.pieces.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block, and speak again."""
        if tag == self._silent or (self._silent == "head" and tag == "body"):
            self._silent = ""
        if tag in _BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Keep words."""
        if not self._silent:
            self.pieces.append(data)
