"""The words of a note that was written as HTML."""

import re
from html.parser import HTMLParser
from typing import Final

_LOOKS_SO: Final = re.compile(
    r"</?(?:p|br|div|ul|ol|li|b|i|strong|em|span|a|h[1-6]|table|td|tr)\b[^<>]*>|&(?:nbsp|amp|lt|gt|quot|#\d+);"
)
_NEW_LINE: Final = frozenset(("p", "br", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"))
_UNSEEN: Final = frozenset(("script", "style", "head"))
_LONGEST: Final = 200_000


class _Words(HTMLParser):
    """Gathers what a reader would see."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.said: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a new line where a reader sees one."""
        del attrs
        self._unseen += tag in _UNSEEN
        if tag in _NEW_LINE:
            self.said.append("\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        """End what is not seen."""
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._unseen:
            self.said.append(data)


def plain_text(cell: str) -> str:
    """Give the words of a cell: without tags where it is HTML, as it stands where it is not."""
    if _LOOKS_SO.search(cell[:_LONGEST]) is None:
        return cell
    reader = _Words()
    reader.feed(cell[:_LONGEST])
    reader.close()
    lines = (" ".join(each.split()) for each in "".join(reader.said).splitlines())
    return "\n".join(each for each in lines if each)
