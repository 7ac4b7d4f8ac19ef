"""Logos: checked and made small when they are chosen, and drawn on a page as large as they weigh.

A picture is hostile input. When it is chosen it is refused with a sentence; when a document is made, one that cannot
be drawn is left out.
"""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from math import sqrt
from typing import Final, NamedTuple
from warnings import catch_warnings

from PIL import Image, ImageOps, UnidentifiedImageError
from reportlab.graphics.shapes import Drawing
from reportlab.lib.utils import ImageReader

from reviewdesk.domain.errors import RefusedError
from reviewdesk.reports.paper import Paper
from reviewdesk.reports.svg_cleaning import cleaned_svg
from reviewdesk.reports.svg_drawing import draw, drawing_of

LARGEST: Final = 10 * 1024 * 1024  # bytes of a file that is chosen
_MOST_PIXELS: Final = 16_000_000
_KEPT: Final = (640, 320)  # pixels, over 350 to the inch of the largest place there is
_NARROWEST, _WIDEST = 1 / 4, 12
_PALE: Final = 232
_SEEN: Final = 40
_BOMBS: Final = (Image.DecompressionBombError, Image.DecompressionBombWarning)
_BROKEN: Final = (OSError, ValueError, SyntaxError, UnidentifiedImageError)
_TOO_MANY: Final = "This picture has more than 16 million pixels. Make it smaller and choose it again."


class Room(NamedTuple):
    """How much room a logo has: its greatest height and width, and the area it is to weigh, in points."""

    height: float
    width: float
    area: float


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be drawn: pixels or vectors."""

    pixels: bytes | None
    vectors: Drawing | None
    ratio: float

    def size_in(self, room: Room) -> tuple[float, float]:
        """Give width and height so that wide and square logos weigh the same to the eye."""
        height = min(room.height, sqrt(room.area / self.ratio), room.width / self.ratio)
        return height * self.ratio, height

    def draw(self, paper: Paper, x: float, y: float, width: float) -> None:
        """Draw with the lower left corner here, so wide."""
        if self.vectors is not None:
            draw(self.vectors, paper, x, y, width / self.vectors.width)
        elif self.pixels is not None:
            paper.drawImage(ImageReader(BytesIO(self.pixels)), x, y, width, width / self.ratio, mask="auto")


def accepted(content: bytes) -> bytes:
    """Check a picture that was chosen for a logo and give it as it is kept: small, and with nothing but what is seen.

    Raises:
        RefusedError: it is no PNG, JPEG or SVG, is broken, far too large, or cannot be seen; the sentence says which.
    """
    if not content:
        raise RefusedError("This file is empty. Choose a PNG, JPEG or SVG.")
    if len(content) > LARGEST:
        raise RefusedError("This picture is larger than 10 MB. Make it smaller, or choose another one.")
    kept = cleaned_svg(content) if _is_svg(content) else _small(content)
    ratio = _read(kept).ratio
    if not _NARROWEST <= ratio <= _WIDEST:
        raise RefusedError("This picture is far longer than it is wide, as no logo is. Cut it, or choose another one.")
    return kept


@lru_cache(maxsize=16)
def picture_of(content: bytes | None) -> Picture | None:
    """Read a logo that is printed; nothing where there is none or it cannot be drawn."""
    if not content:
        return None
    try:
        return _read(content)
    except RefusedError:
        return None


def _is_svg(content: bytes) -> bool:
    return b"<svg" in content[:4096] or content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<?xml", b"<!DOCTYPE"))


def _read(content: bytes) -> Picture:
    if _is_svg(content):
        drawing = drawing_of(content)
        return Picture(None, drawing, drawing.width / drawing.height)
    with _opened(content) as image:
        return Picture(content, None, image.width / image.height)


def _opened(content: bytes) -> Image.Image:
    """Read a PNG or JPEG whole, once its head says that this is safe."""
    try:
        with (
            catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image,
        ):
            if not 0 < image.width * image.height <= _MOST_PIXELS:
                raise RefusedError(_TOO_MANY)
            image.load()
            return image.copy()
    except _BOMBS as error:
        raise RefusedError(_TOO_MANY) from error
    except _BROKEN as error:
        raise RefusedError("This is no PNG, JPEG or SVG that can be read. Choose another file.") from error


def _small(content: bytes) -> bytes:
    """Turn it upright, cut off what is transparent, make it small, and write it anew with nothing but what is seen."""
    image = ImageOps.exif_transpose(_opened(content))
    is_clear = image.has_transparency_data
    image = image.convert("RGBA" if is_clear else "RGB")
    box = image.getchannel("A").point(lambda shade: 255 * (shade > _SEEN)).getbbox() if is_clear else None
    if is_clear and box is None:
        raise RefusedError("Nothing is seen of this picture: all of it is transparent. Choose another one.")
    image = image.crop(box) if box else image
    if _is_pale(image):
        raise RefusedError("This logo is nearly white and is not seen on paper. Choose the one for light grounds.")
    image.thumbnail(_KEPT, Image.Resampling.LANCZOS)
    target = BytesIO()
    if not is_clear and content[:2] == b"\xff\xd8":
        image.save(target, "JPEG", quality=92, subsampling=0)
    else:
        image.save(target, "PNG", optimize=True)
    return target.getvalue()


def _is_pale(image: Image.Image) -> bool:
    """Say whether all that is seen of a picture is nearly white."""
    on_paper = Image.new("RGB", image.size, "white")
    on_paper.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
    return not any(on_paper.convert("L").histogram()[:_PALE])
