"""The fields of a fillable page as PDF objects, each with its looks drawn beforehand, so that every reader shows it.

Field text is in the standard fonts that each reader has: what is typed later may be anything, and no embedded subset
could hold it. There is no script and no address that answers would be sent to (ISO 32000-1, 12.7).
"""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFStream, PDFString

from reviewdesk.reports.lines import Line
from reviewdesk.reports.look import TEXT
from reviewdesk.reports.paper import Paper

LINE_INK: Final = "#7D8594"
FONT_SIZE: Final = 9.5
NOTHING: Final = ("", Line((), 0.0, ()))
_PRINT: Final = 4
_HIDDEN: Final = 2
_NO_VIEW: Final = 32
_LOCKED: Final = 64 | 128
_READ_ONLY: Final = 1
_MANY_LINES: Final = 1 << 12
_RADIO: Final = 1 << 15
_ROUND: Final = 0.5523
_THIN: Final = 0.9


class Spot(NamedTuple):
    """Where one field stands on the page: its lower left corner and its size, in points."""

    x: float
    y: float
    width: float
    height: float


class FormFields:
    """Collects the fields of one document, and tells its reader of them."""

    def __init__(self, ink: str) -> None:
        """Fill what is chosen with this colour."""
        self._ink = ink
        self._fields: list[Any] = []
        self._looks: dict[tuple[float, float, str], Any] = {}
        self._fonts: PDFDictionary | None = None
        self._told = PDFDictionary()

    def choice(self, paper: Paper, name: str, tip: str, places: Sequence[tuple[str, Spot]]) -> None:
        """Place circles of which one can be chosen, each with the value it stands for."""
        group = PDFDictionary({
            "FT": PDFName("Btn"), "Ff": _RADIO, "V": PDFName("Off"), "T": PDFString(name), "TU": PDFString(tip),
        })  # fmt: skip
        self._fields.append(paper.refer(group))
        kids = []
        for value, spot in places:
            side = spot.width
            on = f"{_circle(side, _THIN)}{_colour(self._ink)} rg {_disc(side, side * 0.27)} f"
            looks = PDFDictionary({
                "Off": self._drawn(paper, spot, _circle(side, _THIN)), value: self._drawn(paper, spot, on)
            })  # fmt: skip
            kids.append(self._widget(paper, spot, looks, Parent=paper.refer(group), MK=_mark("l")))
        group["Kids"] = PDFArray(kids)

    def tick(self, paper: Paper, name: str, tip: str, spot: Spot) -> None:
        """Place a box to tick."""
        side = spot.width
        square = f"1 g {_colour(LINE_INK)} RG {_THIN} w 0.6 0.6 {side - 1.2:.2f} {side - 1.2:.2f} re B\n"
        corners = ((0.24, 0.5, "m"), (0.43, 0.29, "l"), (0.78, 0.74, "l"))
        hook = " ".join(f"{side * x:.2f} {side * y:.2f} {way}" for x, y, way in corners)
        on = f"{square}{_colour(self._ink)} RG 1.5 w 1 J 1 j {hook} S"
        looks = PDFDictionary({"Off": self._drawn(paper, spot, square), "Yes": self._drawn(paper, spot, on)})
        said = {"FT": PDFName("Btn"), "V": PDFName("Off"), "MK": _mark("4")}
        self._fields.append(self._widget(paper, spot, looks, **said, **_called(name, tip)))

    def text(
        self, paper: Paper, name: str, tip: str, spot: Spot, *, longest: int, lines: bool = False,
        value: tuple[str, Line] = NOTHING,
    ) -> None:  # fmt: skip
        """Place room to type, in several lines where asked for; `value` is what stands there, and the same as set."""
        there, line = value[0].encode(errors="replace").decode(), value[1]
        shown = PDFStream(self._form(paper, spot), _typed(paper, spot, line))
        if line.parts:
            shown.dictionary["Resources"] = PDFDictionary({"Font": PDFObjectReference("BasicFonts")})
        said = {
            "FT": PDFName("Tx"), "Ff": _MANY_LINES if lines else 0, "MaxLen": longest, "V": PDFString(there),
            "DV": PDFString(there), "DA": PDFString(f"/Helv {FONT_SIZE:g} Tf {_colour(TEXT)} rg"),
        }  # fmt: skip
        self._fields.append(self._widget(paper, spot, paper.refer(shown), **said, **_called(name, tip)))

    def hidden(self, paper: Paper, name: str, value: str) -> None:
        """Put a value into the document that nobody sees or changes by typing."""
        said = {
            "FT": PDFName("Tx"), "Ff": _READ_ONLY, "F": _HIDDEN | _LOCKED, "T": PDFString(name),
            "V": PDFString(value), "DA": PDFString("/Helv 8 Tf 0 g"),
        }  # fmt: skip
        self._fields.append(self._widget(paper, Spot(0, 0, 0, 0), None, **said))

    def only_in_print(self, paper: Paper, spot: Spot, drawing: str) -> None:
        """Draw something that is on paper and not on screen; it is no field, for it would take the clicks of one."""
        looks = PDFDictionary({"N": self._drawn(paper, spot, drawing)})
        made = {"Subtype": PDFName("Watermark"), "F": _PRINT | _NO_VIEW | _LOCKED, "AP": looks}
        paper.annotate(PDFDictionary({"Type": PDFName("Annot"), "Rect": _corners(spot), **made}))

    def tell_reader(self, paper: Paper) -> None:
        """Name all fields in the document, in the order in which Tab goes through them."""
        self._of(paper)["Fields"] = PDFArray(self._fields)

    def _of(self, paper: Paper) -> PDFDictionary:
        """Give what the document says of its fields."""
        if self._fonts is None:
            names = (("Helv", "Helvetica"), ("ZaDb", "ZapfDingbats"))
            self._fonts = PDFDictionary({key: paper.refer(_font(name)) for key, name in names})
            standard = PDFDictionary({"Font": self._fonts})
            self._told = PDFDictionary({"DR": standard, "DA": PDFString("/Helv 0 Tf 0 g")})
            paper.has_fields(self._told)
        return self._told

    def _widget(self, paper: Paper, spot: Spot, looks: object, **said: object) -> Any:  # noqa: ANN401 - as above
        """Put what is seen of a field on the page."""
        self._of(paper)
        kind = {"Type": PDFName("Annot"), "Subtype": PDFName("Widget"), "Rect": _corners(spot)}
        made = {**kind, "F": _PRINT, **said}
        if looks is not None:
            made["AP"] = PDFDictionary({"N": looks})
        if isinstance(looks, PDFDictionary):
            made["AS"] = PDFName("Off")
        return paper.annotate(PDFDictionary(made))

    def _form(self, paper: Paper, spot: Spot) -> PDFDictionary:
        self._of(paper)
        box = PDFArray([0, 0, round(spot.width, 2), round(spot.height, 2)])
        return PDFDictionary({
            "Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": box,
            "Resources": PDFDictionary({"Font": self._fonts}),
        })  # fmt: skip

    def _drawn(self, paper: Paper, spot: Spot, drawing: str) -> Any:  # noqa: ANN401 - as above
        """Give a drawing of this size; fields that look the same share it."""
        key = (round(spot.width, 2), round(spot.height, 2), drawing)
        if key not in self._looks:
            self._looks[key] = paper.refer(PDFStream(self._form(paper, spot), f"q {drawing} Q\n"))
        return self._looks[key]


def _typed(paper: Paper, spot: Spot, line: Line) -> bytes:
    """Draw what stands in a field of one line, in the fonts of the document, which have all its letters."""
    y = (spot.height - FONT_SIZE) / 2 + FONT_SIZE * 0.22
    drawn = [b"/Tx BMC q BT", f"{_colour(TEXT)} rg 2 {y:.2f} Td".encode()]
    for part in line.parts:
        for font, letters in paper.encoded(part.font, part.text):
            drawn.append(f"{font} {part.size:g} Tf ({letters}) Tj".encode("latin-1"))
    return b" ".join((*drawn, b"ET Q EMC\n"))


def _corners(spot: Spot) -> PDFArray:
    corners = (spot.x, spot.y, spot.x + spot.width, spot.y + spot.height)
    return PDFArray([round(each, 2) for each in corners])


def _called(name: str, tip: str) -> dict[str, PDFString]:
    return {"T": PDFString(name), "TU": PDFString(tip)}


def _font(name: str) -> PDFDictionary:
    said = {"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName(name)}
    if name == "Helvetica":
        said["Encoding"] = PDFName("WinAnsiEncoding")
    return PDFDictionary(said)


def _mark(sign: str) -> PDFDictionary:
    return PDFDictionary({"CA": PDFString(sign)})


def _circle(side: float, line: float) -> str:
    return f"1 g {_colour(LINE_INK)} RG {line} w {_disc(side, side / 2 - line)} B\n"


def _disc(side: float, radius: float) -> str:
    """Draw a circle in the middle of a square, as four curves."""
    m, k = side / 2, radius * _ROUND
    points = (
        (m + radius, m + k, m + k, m + radius, m, m + radius), (m - k, m + radius, m - radius, m + k, m - radius, m),
        (m - radius, m - k, m - k, m - radius, m, m - radius), (m + k, m - radius, m + radius, m - k, m + radius, m),
    )  # fmt: skip
    curves = " ".join(" ".join(f"{each:.2f}" for each in curve) + " c" for curve in points)
    return f"{m + radius:.2f} {m:.2f} m {curves} h"


def _colour(code: str) -> str:
    return " ".join(f"{int(code[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
