"""Feedback forms read back: written by a library and by a real reader's engine, broken, bent and hostile."""

import subprocess
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, TextStringObject

from reviewdesk.domain.answer import Asked
from reviewdesk.domain.feedback import MARKED, FormKind, Quoting
from reviewdesk.domain.feedback_fields import EVERY, FormState
from reviewdesk.domain.review import Feeling
from reviewdesk.exchange.feedback_forms import LARGEST, read_feedback_form, understood
from reviewdesk.exchange.form_reading import MOST_PAGES, read_fields
from tests.form_filling import Reader, filled, tampered
from tests.reports.feedback_forms import ISSUED, SECRET, a_form, a_pdf

SPECIAL = "Łódź 😀👨‍👩‍👧 مرحبا שלום 客户 „Größe“\nzweite Zeile & <b>bold</b> " + "x" * 2000
SHORT, LONG = a_pdf(), a_pdf(FormKind.LONG)
NINE = filled(SHORT, recommend="9")


def read(pdf):
    """Read a form in this process."""
    return understood(read_fields(pdf))


def rewritten(change, pdf=SHORT):
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf)))
    change(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_what_a_library_writes_is_what_is_read():
    pdf = filled(
        LONG, recommend="9", content="4", ease="6", trust="7", trust_matters="2", quote="named", better=SPECIAL,
        colleague="They care.", name="Anna Nowak",
    )  # fmt: skip

    found = read_feedback_form(pdf)

    assert found.state is FormState.FORM
    assert found.mark == a_form(FormKind.LONG).mark
    assert found.mark.is_signed_by(SECRET)
    said = found.filled
    assert said.scores == {Asked.RECOMMEND: 9, Asked.CONTENT: 4, Asked.EASE: 6, Asked.TRUST: 7}
    assert said.matters == {Asked.TRUST: 2}
    assert (said.better, said.colleague, said.quoting, said.name) == (
        SPECIAL,
        "They care.",
        Quoting.NAMED,
        "Anna Nowak",
    )


def test_what_is_clicked_and_typed_in_a_real_reader_is_what_is_read():
    reader = Reader(SHORT)
    reader.click("recommend", "3")
    reader.click("recommend", "10")
    reader.click("content", "1")
    reader.click("felt_forced")
    reader.click("better")
    reader.type("Łódź 😀 مرحبا " + "y" * 2000)
    reader.click("quote", "unnamed")
    reader.click("name")
    reader.type(" jr.")
    pdf = reader.saved()
    reader.close()

    said = read_feedback_form(pdf).filled

    assert said.scores == {Asked.RECOMMEND: 10, Asked.CONTENT: 1}
    assert said.feelings == (Feeling.FORCED,)
    assert said.better == "Łódź 😀 مرحبا " + "y" * 2000
    assert (said.quoting, said.name) == (Quoting.UNNAMED, "Piotr Zając jr.")


def test_a_click_on_a_line_for_words_after_one_on_a_circle_reaches_it():
    """Ruled lines that were a field of their own took the click in the engine that Chrome has."""
    for name in ("colleague", "better", "name"):
        reader = Reader(SHORT)
        reader.click("recommend", "9")
        reader.click(name)
        reader.type("abc")
        found = read(reader.saved()).filled
        reader.close()
        assert getattr(found, name).endswith("abc"), name


def test_a_form_that_a_reader_saved_is_saved_and_filled_in_further():
    first = Reader(SHORT)
    first.click("recommend", "5")
    once = first.saved()
    first.close()

    again = read(filled(once, content="3", better="Call first"))

    assert again.filled.scores == {Asked.RECOMMEND: 5, Asked.CONTENT: 3}
    assert again.mark.is_signed_by(SECRET)


@pytest.mark.parametrize("name", [f"rd_{each}" for each in MARKED])
def test_a_mark_that_was_tampered_with_is_not_signed(name):
    for value in ("", "0", "x" * 64, str(ISSUED.account_id)):
        found = read(tampered(filled(SHORT, recommend="9"), name, value))
        assert found.mark is not None
        assert not found.mark.is_signed_by(SECRET), value


@pytest.mark.parametrize(
    ("name", "value"),
    [("recommend", "11"), ("recommend", "-1"), ("recommend", "٣"), ("content", "0"), ("ease", "8"), ("ease", "7.5"),
     ("quote", "always"), ("felt_forced", "Maybe"), ("recommend", "9" * 500)],
)  # fmt: skip
def test_an_answer_that_the_form_does_not_offer_is_seen(name, value):
    assert read(tampered(SHORT, name, value)).state is FormState.CHANGED


def test_two_thousand_letters_too_many_are_cut_and_nothing_breaks():
    assert len(read(filled(SHORT, better="z" * 50_000)).filled.better) == 4000


def test_a_form_printed_to_a_new_file_is_known_by_its_code(tmp_path):
    source, target = tmp_path / "form.pdf", tmp_path / "flat.pdf"
    source.write_bytes(filled(SHORT, recommend="9"))
    subprocess.run(["pdftocairo", "-pdf", source, target], check=True)

    found = read_feedback_form(target.read_bytes())

    assert (found.state, found.code) == (FormState.FLAT, ISSUED.code)


def test_a_locked_form_is_seen_to_be_locked():
    locked = rewritten(lambda writer: writer.encrypt("secret", algorithm="RC4-128"))

    assert read_feedback_form(locked).state is FormState.LOCKED


def test_other_files_and_broken_ones_are_told_apart():
    def live(writer):
        writer.root_object["/AcroForm"][NameObject("/XFA")] = ArrayObject()

    assert read(rewritten(live)).state is FormState.LIVE
    assert read_feedback_form(b"Hello").state is FormState.OTHER
    assert read_feedback_form(b"%PDF-1.7 and nothing more").state is FormState.DAMAGED
    assert read_feedback_form(SHORT[: len(SHORT) // 3]).state in (FormState.DAMAGED, FormState.OTHER)
    assert read_feedback_form(b"%PDF-" + b" " * LARGEST).state is FormState.TOO_LARGE
    many = rewritten(lambda writer: [writer.add_blank_page() for _ in range(MOST_PAGES)])
    assert read(many).state is FormState.TOO_LARGE
    assert read(rewritten(lambda writer: writer.root_object.pop("/AcroForm"))).state is FormState.FORM


def test_fields_within_themselves_and_by_the_thousand_end_the_reading():
    def loop(writer):
        for each in writer.root_object["/AcroForm"]["/Fields"]:
            each.get_object()[NameObject("/Kids")] = ArrayObject([each])
            each.get_object()[NameObject("/Parent")] = each

    def thousands(writer):
        of = writer.root_object["/AcroForm"]["/Fields"]
        of[:0] = [
            DictionaryObject({NameObject("/T"): TextStringObject("x"), NameObject("/V"): NumberObject(1)})
            for _ in range(20_000)
        ]

    assert read(rewritten(loop)).state is FormState.FORM
    assert read(rewritten(thousands)).state is FormState.FLAT  # what it says of itself is still on the page


def test_a_stream_that_unfolds_to_a_gigabyte_is_not_unfolded():
    import zlib

    bomb = zlib.compress(b"q " * 200_000_000, 9)
    body = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(bomb)).encode()
        + b">>stream\n"
        + bomb
        + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )

    assert read_feedback_form(body).state in (FormState.TOO_LARGE, FormState.DAMAGED, FormState.OTHER)


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=3000))
def test_no_bytes_make_the_reading_fail(content):
    for each in (content, b"%PDF-1.7\n" + content):
        assert read(each).state in set(FormState)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(SHORT) - 1), st.binary(min_size=1, max_size=12)), min_size=1, max_size=12),
    st.integers(0, 3),
)
def test_no_bent_form_makes_the_reading_fail_nor_passes_with_another_mark(bent, cut):
    content = bytearray(NINE)
    for at, letters in bent:
        content[at % len(content) : at % len(content) + len(letters)] = letters
    found = read(bytes(content[: len(content) * (4 - cut) // 4]))

    assert found.state in set(FormState)
    if found.mark is not None and found.mark.is_signed_by(SECRET):
        assert found.mark == a_form().mark


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(EVERY)), st.text(max_size=80), max_size=12))
def test_no_values_in_the_fields_make_the_reading_fail(values):
    pdf = SHORT
    writer = PdfWriter()
    writer.append(PdfReader(BytesIO(pdf)))
    for each in writer.root_object["/AcroForm"]["/Fields"]:
        name = str(each.get_object()["/T"])
        if name in values:
            each.get_object()[NameObject("/V")] = TextStringObject(values[name])
    out = BytesIO()
    writer.write(out)

    assert read(out.getvalue()).state in (FormState.FORM, FormState.CHANGED, FormState.OTHER)
