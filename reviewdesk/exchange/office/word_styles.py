"""The styles of a Word document, made from the sender's colours and named as Word names them."""

from typing import Final

from reviewdesk.domain.contrast import readable, tint_of
from reviewdesk.domain.outline import Outline
from reviewdesk.domain.summary import Tone

FONT: Final = "Arial"
EAST: Final = "Microsoft YaHei"
TEXT: Final = "1B1F27"
MUTED: Final = "5C6472"
HAIRLINE: Final = "D5D9E0"
TONES: Final = {Tone.BAD: "B3261E", Tone.WARN: "8A5A00", Tone.GOOD: "17713F"}
LOCALES: Final = {"en": "en-GB", "de": "de-DE", "fr": "fr-FR"}
NAMESPACE: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONTS: Final = f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{EAST}" w:cs="{FONT}"/>'
_FALLBACKS: Final = (
    (FONT, "Liberation Sans,Helvetica", "swiss", "020B0604020202020204"),
    (EAST, "Noto Sans SC,PingFang SC,SimHei", "swiss", "020B0503020204020204"),
    ("Symbol", "", "roman", "05050102010706020507"),
)


def rgb(colour: str) -> str:
    """Give a colour as Office writes it."""
    return colour.lstrip("#").upper()


def styles_xml(outline: Outline) -> str:
    """Write the part that defines every style of a document."""
    primary = readable(outline.branding.primary)
    locale = LOCALES.get(outline.language, "en-GB")
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_FONTS}{_size(20)}"
        f'<w:lang w:val="{locale}" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="90" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
    )
    parts = [*_paragraphs(rgb(primary)), *_characters(), *_tables(rgb(primary), rgb(tint_of(primary)))]
    return f"<w:styles {NAMESPACE}>{defaults}{''.join(parts)}</w:styles>"


def fonts_xml() -> str:
    """Write the part that says which fonts may stand in for those that are missing."""
    fonts = "".join(
        f'<w:font w:name="{name}">{f"""<w:altName w:val="{others}"/>""" if others else ""}<w:panose1 w:val="{shape}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, others, family, shape in _FALLBACKS
    )
    return f"<w:fonts {NAMESPACE}>{fonts}</w:fonts>"


def numbering_xml(colour: str) -> str:
    """Write the part that defines bullets and numbers."""
    number = f'<w:b/><w:bCs/><w:color w:val="{rgb(readable(colour))}"/>'
    return (
        f"<w:numbering {NAMESPACE}>"
        + _levels(0, "bullet", "•", f'<w:color w:val="{MUTED}"/>')
        + _levels(1, "decimal", "%1", number)
        + "".join(f'<w:num w:numId="{at + 1}"><w:abstractNumId w:val="{at}"/></w:num>' for at in (0, 1))
        + "</w:numbering>"
    )


def _levels(number: int, kind: str, text: str, look: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr><w:rPr>{_FONTS}{look}</w:rPr></w:lvl></w:abstractNum>'
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _paragraph(name: str, paragraph: str = "", run: str = "", *, after: str = "Normal", based: str = "Normal") -> str:
    default = ' w:default="1"' if name == "Normal" else ""
    base = "" if name == "Normal" else f'<w:basedOn w:val="{based}"/><w:next w:val="{after}"/>'
    return (
        f'<w:style w:type="paragraph"{default} w:styleId="{name.title().replace(" ", "")}"><w:name w:val="{name}"/>'
        f"{base}<w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def _space(before: int, after: int, line: int = 276) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def _colour(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def _paragraphs(primary: str) -> list[str]:
    bold, keep = "<w:b/><w:bCs/>", "<w:keepNext/><w:keepLines/>"
    listed = '<w:numPr><w:numId w:val="{n}"/></w:numPr>' + _space(0, 60)
    level = '<w:outlineLvl w:val="{n}"/>'
    return [
        _paragraph("Normal", run=_colour(TEXT)),
        _paragraph("Title", keep + _space(160, 40, 252), bold + _size(44), after="Subtitle"),
        _paragraph("Subtitle", _space(0, 40), _colour(MUTED) + _size(22)),
        _paragraph("Occasion", _space(0, 200), _colour(MUTED) + _size(18)),
        _paragraph("Lead", _space(0, 60, 300), _size(22)),
        _paragraph("heading 1", keep + _space(300, 90, 252) + level.format(n=0), bold + _colour(primary) + _size(24)),
        _paragraph("heading 2", keep + _space(160, 60) + level.format(n=1), bold + _colour(TEXT) + _size(21)),
        _paragraph("List Bullet", listed.format(n=1), after="List Bullet"),
        _paragraph("List Number", listed.format(n=2), after="List Number"),
        _paragraph("Table Text", _space(0, 0, 259), _size(18), after="Table Text"),
        _paragraph("Table Heading", keep + _space(0, 0, 259), bold + _colour(MUTED) + _size(16), after="Table Text"),
        _paragraph("Panel Label", keep + _space(0, 20, 259), bold + _colour(primary) + _size(17), after="Table Text"),
        _paragraph("Figure", keep + _space(60, 0, 252), bold + _size(30), after="Table Text"),
        _paragraph("caption", _space(0, 60), _colour(MUTED) + _size(17)),
        _paragraph("Gap", _space(0, 60, 120), _size(8)),
        _paragraph("Sender", _space(0, 0), bold + _colour(primary) + _size(22)),
        _paragraph("header", _space(0, 0), _colour(MUTED) + _size(16)),
        _paragraph("footer", _space(0, 0), _colour(MUTED) + _size(16)),
    ]


def _characters() -> list[str]:
    looks = {"Quiet": _colour(MUTED)}
    looks |= {f"State {tone.value}": f"<w:b/><w:bCs/>{_colour(shade)}" for tone, shade in TONES.items()}
    default = (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
    )
    return [
        default,
        *(
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{name.title().replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
            for name, look in looks.items()
        ),
    ]


def _table(name: str, base: str, borders: str, cells: str, rest: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{base}"/><w:pPr>{_space(0, 0)}</w:pPr><w:tblPr><w:tblBorders>{borders}</w:tblBorders>'
        f"<w:tblCellMar>{cells}</w:tblCellMar></w:tblPr>{rest}</w:style>"
    )


def _margins(top: int, left: int, bottom: int, right: int) -> str:
    sides = zip(("top", "left", "bottom", "right"), (top, left, bottom, right), strict=True)
    return "".join(f'<w:{side} w:w="{width}" w:type="dxa"/>' for side, width in sides)


def _border(side: str, shade: str, size: int = 4) -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{shade}"/>'


def _tables(primary: str, tint: str) -> list[str]:
    head = (
        '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
        f"{_border('bottom', primary, 8)}</w:tcBorders></w:tcPr></w:tblStylePr>"
    )
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>{_margins(0, 0, 0, 0)}</w:tblCellMar></w:tblPr></w:style>'
    )
    lines = _border("bottom", HAIRLINE) + _border("insideH", HAIRLINE)
    shade = f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{tint}"/></w:tcPr>'
    return [
        plain,
        _table("Review Table", "TableNormal", lines, _margins(60, 0, 60, 220), head),
        _table("Review Panels", "TableNormal", _border("insideV", "FFFFFF", 48), _margins(110, 160, 110, 160), shade),
        _table("Review Figures", "TableNormal", "", _margins(0, 0, 0, 200)),
    ]
