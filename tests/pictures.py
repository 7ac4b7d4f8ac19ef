"""Pictures for the tests of logos: good ones, broken ones and hostile ones."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageDraw

SVG = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
    b'xmlns:ink="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 300 80" ink:version="1.2">'
    b"<title>Northgate</title><metadata>drawn by somebody</metadata><ink:view zoom='2'/>"
    b'<style>.a{fill:#C4122F}.b{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0" '
    b'stop-color="#00AA44"/><stop offset="1" stop-color="#0055CC"/></linearGradient>'
    b'<g id="bar"><rect width="30" height="60" rx="6"/></g></defs>'
    b'<circle class="a" cx="40" cy="40" r="30"/><rect class="b" x="90" y="10" width="40" height="60"/>'
    b'<use xlink:href="#bar" x="140" y="10" fill="#333"/><use href="#bar" x="180" y="10" fill="#777"/>'
    b'<path d="M220 70 C230 10 260 10 290 70" stroke="#000" stroke-width="6" fill="none"/></svg>'
)


def svg(inside: str, *, head: str = "", size: str = 'viewBox="0 0 100 40"') -> bytes:
    """Give an SVG with this inside it."""
    return (
        f'{head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {size}>'
        f'<rect width="100" height="40" fill="#204060"/>{inside}</svg>'
    ).encode()


def png(width: int = 240, height: int = 80, colour: str = "#0F4C5C", *, clear: bool = False) -> bytes:
    """Give a PNG with a round mark on it, on a ground that may be transparent."""
    image = Image.new("RGBA", (width, height), (0, 0, 0, 0) if clear else "white")
    ImageDraw.Draw(image).rounded_rectangle((width // 4, height // 4, width * 3 // 4, height * 3 // 4), 6, colour)
    target = BytesIO()
    image.save(target, "PNG")
    return target.getvalue()


def jpeg(width: int = 120, height: int = 60, mode: str = "RGB", **said: object) -> bytes:
    """Give a JPEG."""
    target = BytesIO()
    Image.new(mode, (width, height), 90 if mode == "L" else tuple([90] * len(mode))).save(target, "JPEG", **said)
    return target.getvalue()


def png_bomb(side: int = 60_000) -> bytes:
    """Give a PNG of a few kilobytes that unfolds into gigabytes."""
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(1_000_000), 9)
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, (b"IHDR", b"IDAT", b"IEND"), (head, body, b"")))


def png_with_words_that_unfold() -> bytes:
    """Give a PNG whose comment unfolds into a hundred megabytes."""
    good = png()
    comment = _chunk(b"zTXt", b"c\x00\x00" + zlib.compress(bytes(100_000_000), 9))
    return good[:33] + comment + good[33:]


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


# By what is wrong with each, and a word of the sentence that says so.
HOSTILE = {
    "a script": (svg("<script>alert(1)</script>"), "script"),
    "movement": (svg('<rect width="9" height="9"><animate attributeName="x" to="9"/></rect>'), "moves"),
    "a page within": (svg("<foreignObject><p>x</p></foreignObject>"), "script or moves"),
    "a file": (svg('<image href="/etc/passwd"/>'), "another picture"),
    "a picture of the web": (svg('<image xlink:href="http://example.com/x.png"/>'), "another picture"),
    "another drawing": (svg('<use xlink:href="other.svg#a"/>'), "outside"),
    "a file of the machine": (svg('<use href="file:///etc/passwd#a"/>'), "outside"),
    "a fill from outside": (svg('<rect fill="url(http://example.com/#a)"/>'), "outside"),
    "a hidden fill from outside": (svg(r'<rect style="fill:\75rl(http://example.com)"/>'), "outside"),
    "a style sheet from outside": (svg("<style>@import 'http://example.com/x.css';</style>"), "outside"),
    "a font from outside": (svg("<style>@font-face{src:url(x.ttf)}</style>"), "outside"),
    "text": (svg("<text>Northgate</text>"), "outlines"),
    "a line in a gradient": (svg('<linearGradient id="g"/><path d="M0 0 L9 9" stroke="url(#g)"/>'), "a line in"),
    "a gradient far away": (svg('<linearGradient id="g" gradientTransform="skewY(90)"/>'), "numbers"),
    "a gradient that fades": (
        svg('<linearGradient id="g"><stop offset="0" style="stop-color:#000;stop-opacity:0"/></linearGradient>'),
        "fades out",
    ),
    "a filter": (svg('<filter id="f"/>'), "“filter”"),
    "an entity that reads a file": (
        svg("<desc>&x;</desc>", head='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "words of its own",
    ),
    "entities that unfold": (
        svg("&c;", head='<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'),
        "words of its own",
    ),
    "uses that unfold": (
        svg("".join(f'<g id="n{n}">{f"<use href=`#n{n - 1}`/>".replace("`", chr(34)) * 10}</g>' for n in range(1, 9))),
        "more shapes",
    ),
    "a use of itself": (svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "within itself"),
    "a long chain of uses": (
        svg("".join(f'<g id="n{n}"><use href="#n{n + 1}"/></g>' for n in range(900))), "within itself",
    ),
    "depth": (svg("<g>" * 5000 + "</g>" * 5000), "read"),
    "many shapes": (svg("<rect/>" * 4000), "more shapes"),
    "cuts": (
        svg(f"<clipPath id='c'>{'<rect/>' * 900}</clipPath>" + "<rect clip-path='url(#c)'/>" * 900), "more shapes",
    ),
    "remarks that never end": (svg("<!--" * 50_000), "words of its own"),
    "turns that never end": (svg(f'<linearGradient gradientTransform="{"rotate(" * 40_000}"/>'), "numbers"),
    "spaces that never end": (svg(f'<rect style="fill:url({" " * 200_000}http://example.com)"/>'), "outside"),
    "numbers": (svg('<path d="M0 0 L1e300 5"/>'), "numbers"),
    "a view of nothing": (svg("", size='viewBox="0 0 0 0"'), "logo"),
    "a skew": (svg('<rect width="9" height="9" transform="skewX(90)"/>'), "seen"),
    "half of it": (SVG[:400], "cannot be read"),
    "another page": (b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "cannot"),
    "size": (svg("<!-- " + "x" * 500_000 + " -->"), "400 KB"),
    "another encoding": (SVG.decode().replace("UTF-8", "UTF-16").encode("utf-16"), "read"),
}  # fmt: skip
