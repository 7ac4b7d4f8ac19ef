"""Logos: what is taken, what is refused and how that is said, and that none of them stops a document."""

import re
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from reviewdesk.domain.book import PaperSize
from reviewdesk.domain.branding import Branding
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.summary import from_json, to_json
from reviewdesk.reports.leak_guard import text_of
from reviewdesk.reports.picture_page import pixels_of
from reviewdesk.reports.pictures import Room, accepted, picture_of
from reviewdesk.reports.sheet import PAPER
from reviewdesk.reports.summary import render_summary
from reviewdesk.reports.svg_gradients import matrix_of
from tests.pictures import HOSTILE, SVG, jpeg, png, png_bomb, png_with_words_that_unfold, svg
from tests.reports.summaries import BARE, FONTS, FULL

IMAGE = pypdfium2.raw.FPDF_PAGEOBJ_IMAGE
ROOM = Room(height=30, width=132, area=2300)


def printed(**look):
    return render_summary(replace(FULL, branding=Branding(**look)), FONTS)


def drawn(pdf):
    """Give page 1 as pixels."""
    return pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")


@pytest.mark.parametrize("wrong", HOSTILE)
def test_a_hostile_svg_is_refused_with_a_sentence_that_says_why(wrong):
    content, word = HOSTILE[wrong]

    with pytest.raises(RefusedError, match=re.escape(word)) as refused:
        accepted(content)

    assert re.fullmatch(r"[A-Z].{20,160}\.", str(refused.value))


@pytest.mark.parametrize("wrong", HOSTILE)
def test_a_hostile_svg_that_got_into_a_value_stops_no_document(wrong):
    content, _ = HOSTILE[wrong]
    pdf = render_summary(replace(BARE, branding=Branding(logo=content, their_logo=content)), FONTS)

    assert pdf == render_summary(BARE, FONTS)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (png_bomb(), "16 million pixels"),
        (png_bomb(6_000), "16 million pixels"),
        (png_bomb(2_500), "can be read"),
        (png_with_words_that_unfold(), "can be read"),
        (b"\x89PNG broken", "can be read"),
        (png()[:200], "can be read"),
        (jpeg()[:300], "can be read"),
        (b"GIF89a" + bytes(50), "can be read"),
        (b"%PDF-1.7", "can be read"),
        (b"", "empty"),
        (bytes(11 * 1024 * 1024), "10 MB"),
        (png(4000, 100), "longer"),
        (png(240, 80, "#00000000", clear=True), "transparent"),
        (png(240, 80, "#FDFDFD", clear=True), "nearly white"),
    ],
)
def test_a_picture_that_is_no_logo_is_refused_with_a_sentence(content, words):
    with pytest.raises(RefusedError, match=words):
        accepted(content)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_bytes_are_a_logo_or_refused_and_never_break(data):
    good = data.draw(st.sampled_from([SVG, png(), jpeg(), png(clear=True)]))
    at = data.draw(st.integers(0, len(good) - 1))
    changed = good[:at] + data.draw(st.binary(max_size=6)) + good[at + data.draw(st.integers(0, 6)) :]

    picture_of(changed)
    try:
        kept = accepted(changed)
    except RefusedError:
        return
    assert picture_of(kept) is not None


def test_an_svg_is_kept_with_its_shapes_alone_and_cleaning_it_again_changes_nothing():
    kept = accepted(SVG)

    assert b"drawn by somebody" not in kept
    assert b"inkscape" not in kept
    assert b"DOCTYPE" not in kept
    assert accepted(kept) == kept


def test_what_an_element_of_an_svg_would_do_is_not_kept():
    kept = accepted(svg('<g onload="alert(1)" data-x="y"><rect width="9" height="9" onclick="alert(2)"/></g>'))

    assert b"alert" not in kept
    assert b"data-x" not in kept


def test_an_svg_is_printed_as_vectors_without_a_picture_or_a_font_of_its_own():
    pdf = printed(logo=accepted(SVG))
    page = PdfReader(BytesIO(pdf)).pages[0]
    fonts = {each.get_object()["/BaseFont"] for each in page["/Resources"]["/Font"].values()}

    assert len(page.images) == 0
    assert all("Inter" in each for each in fonts)
    assert (0xC4, 0x12, 0x2F) in {colour for _, colour in drawn(pdf).crop((80, 60, 400, 140)).getcolors(99999)}


def test_a_photo_is_kept_small_upright_and_without_what_it_says_of_itself():
    said = Image.Exif()
    said[0x0112] = 6  # turned by a quarter
    said[0x8825] = {1: "N", 2: (53.0, 33.0, 0.0)}  # where it was taken
    kept = accepted(jpeg(1600, 800, exif=said))

    with Image.open(BytesIO(kept)) as image:
        assert image.size == (160, 320)
        assert not image.getexif()
    assert len(kept) < 20_000


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_a_jpeg_of_any_kind_is_printed(mode):
    assert len(PdfReader(BytesIO(printed(logo=accepted(jpeg(mode=mode))))).pages[0].images) == 1


@pytest.mark.parametrize(
    ("mode", "dark"),
    [("1", 0), ("L", 0), ("LA", (0, 255)), ("P", 0), ("RGB", 0), ("RGBA", (0, 0, 0, 255)), ("I;16", 0)],
)
def test_a_png_of_any_kind_is_printed(mode, dark):
    target = BytesIO()
    Image.new(mode, (60, 30), dark).save(target, "PNG")
    kept = accepted(target.getvalue())

    assert len(PdfReader(BytesIO(printed(logo=kept))).pages[0].images) >= 1


def test_what_is_transparent_around_a_logo_is_cut_off():
    with Image.open(BytesIO(accepted(png(400, 400, clear=True)))) as image:
        assert image.size == (201, 201)


@given(st.floats(min_value=0.25, max_value=12))
def test_wide_and_square_logos_weigh_the_same_within_their_room(ratio):
    picture = replace(picture_of(png()), ratio=ratio)
    width, height = picture.size_in(ROOM)

    assert height <= ROOM.height + 0.001
    assert width <= ROOM.width + 0.001
    assert width * height <= ROOM.area + 0.001
    assert width / height == pytest.approx(ratio)


def test_the_same_value_gives_the_same_bytes_also_once_it_was_stored():
    look = Branding(
        logo=accepted(SVG), their_logo=accepted(png(clear=True)), prepared_by="Marlow & Partners",
        prepared_logo=accepted(jpeg()),
    )  # fmt: skip
    value = replace(FULL, branding=look)

    assert from_json(to_json(value)) == value
    assert render_summary(from_json(to_json(value)), FONTS) == render_summary(value, FONTS)


def test_a_value_stored_before_there_were_two_logos_is_read_as_it_was():
    stored = to_json(FULL)
    new = ("their_logo", "prepared_by", "prepared_logo", "signature", "paper")
    older = re.sub(rf',"({"|".join(new)})":(null|"[^"]*")', "", stored)

    assert older != stored
    assert from_json(older) == FULL


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Prepared by Marlow & Partners for Northgate"),
        ("de", "Erstellt von Marlow & Partners für Northgate"),
        ("fr", "Préparé par Marlow & Partners pour Northgate"),
    ],
)
def test_who_prepared_it_stands_in_the_letter_head_in_the_language_of_the_document(language, words):
    look = Branding(prepared_by="Marlow & Partners", prepared_logo=accepted(png()))

    assert words in " ".join(text_of(render_summary(replace(FULL, language=language, branding=look), FONTS)).split())
    assert "Marlow" not in text_of(render_summary(FULL, FONTS))


def test_a_logo_that_is_lettering_stands_alone_and_one_that_is_a_mark_stands_beside_our_name():
    mark, lettering = (printed(logo=accepted(png(side * 80, 80)), footer="Hamburg") for side in (1, 4))

    assert text_of(mark).startswith("Northgate")
    assert not text_of(lettering).startswith("Northgate")


@pytest.mark.parametrize("name", ["N" * 300, "شركة النور للتجارة الدولية " * 4, "客户服务有限公司上海分公司 " * 6])
def test_long_names_stay_clear_of_the_customers_logo(name):
    look = Branding(logo=accepted(png(160, 80)), their_logo=accepted(SVG), prepared_by=name)
    sender = replace(FULL.vendor, name=name, line=name)
    pdf = render_summary(replace(FULL, branding=look, vendor=sender, title=name, period=name), FONTS)
    page = pypdfium2.PdfDocument(pdf)[0]
    letters = page.get_textpage()
    height = page.get_height()
    head = [letters.get_charbox(place) for place in range(letters.count_chars())]
    in_band = [box for box in head if box[1] > height - 66]

    assert max(box[2] for box in in_band) < 595 - 43 - 90


@pytest.mark.parametrize(
    ("steps", "at", "becomes"),
    [("translate(2 3)", (1, 1), (3, 4)), ("scale(2)", (1, 3), (2, 6)), ("rotate(90)", (1, 0), (0, 1)),
     ("rotate(180 5 5)", (0, 0), (10, 10)), ("matrix(1 2 3 4 5 6)", (1, 1), (9, 12)),
     ("translate(10) scale(2 3)", (1, 1), (12, 3)), ("skewX(45)", (0, 1), (1, 1)), ("nonsense(3)", (7, 8), (7, 8))],
)  # fmt: skip
def test_steps_become_one_matrix(steps, at, becomes):
    a, b, c, d, e, f = matrix_of(steps)

    assert (a * at[0] + c * at[1] + e, b * at[0] + d * at[1] + f) == pytest.approx(becomes)


def test_a_turned_gradient_is_drawn_turned_also_where_another_one_holds_its_places():
    stops = '<stop offset="0" stop-color="#FF0000"/><stop offset="1" stop-color="#0000FF"/>'
    base = (
        f'<linearGradient id="a" gradientUnits="userSpaceOnUse" x1="0" x2="40" y1="0" y2="0">{stops}</linearGradient>'
    )
    turned = '<linearGradient id="b" xlink:href="#a" gradientUnits="userSpaceOnUse" gradientTransform="rotate(90)"/>'
    logo = svg(f'<defs>{base}{turned}</defs><rect width="100" height="40" fill="url(#b)"/>')
    with Image.open(BytesIO(pixels_of(accepted(logo)))) as image:
        top, left, right, bottom = (
            image.getpixel(at)[:3] for at in ((480, 8), (8, 190), (950, 190), (480, image.height - 8))
        )

    assert (top[0] > 200, top[2] < 60) == (True, True)
    assert (bottom[2] > 200, bottom[0] < 60) == (True, True)
    assert left == right


def test_an_svg_is_drawn_in_pixels_on_nothing_for_programs_that_know_no_svg():
    with Image.open(BytesIO(pixels_of(accepted(SVG)))) as image:
        assert image.size == (960, 256)
        assert image.getpixel((2, 2))[3] == 0
        assert image.getpixel((128, 128)) == (0xC4, 0x12, 0x2F, 255)
    assert pixels_of(png()) == png()
    assert pixels_of(b"broken") is None
    assert pixels_of(None) is None


@pytest.mark.parametrize("paper", PaperSize)
def test_our_logo_stands_at_the_left_margin_and_theirs_at_the_right_with_no_words_on_them(paper):
    width, height = PAPER[paper]
    look = Branding(
        logo=accepted(png(160, 160)), their_logo=accepted(png(300, 100)), prepared_by="Marlow",
        prepared_logo=accepted(png(90, 30)), paper=paper,
    )  # fmt: skip
    page = pypdfium2.PdfDocument(render_summary(replace(FULL, branding=look), FONTS))[0]
    theirs, ours, prepared = [each.get_bounds() for each in page.get_objects() if each.type == IMAGE]
    letters = page.get_textpage()
    boxes = [letters.get_charbox(place) for place in range(letters.count_chars())]

    assert (ours[0], theirs[2], prepared[0]) == pytest.approx((43, width - 43, 43), abs=0.1)
    assert (ours[1] + ours[3]) / 2 == pytest.approx((theirs[1] + theirs[3]) / 2, abs=0.1)
    assert prepared[3] < height - 71 < min(ours[1], theirs[1])
    for logo in (ours, theirs, prepared):
        assert not [box for box in boxes if box[2] > box[0] and _meet(box, logo)]


def _meet(one, other):
    """Say whether two boxes of left, bottom, right and top lie on each other."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
