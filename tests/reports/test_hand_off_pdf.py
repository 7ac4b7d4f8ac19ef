"""The hand-off pack on paper: promises word for word, what is missing named, and a form to accept or return it."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter

from reviewdesk.domain.hand_off import HandOffPack
from reviewdesk.reports.hand_off import render_hand_off
from tests.reports.loss_values import DAY, FULL_PACK, PACK_ID, SENDER, strained_pack
from tests.reports.printed import assert_well_made, folded, page_texts, reader
from tests.reports.summaries import FONTS


def said_in(value):
    return folded(" ".join(page_texts(render_hand_off(value, FONTS))))


def test_all_that_was_sold_is_told_in_its_parts():
    said = said_in(FULL_PACK)

    for words in (
        "Passed from Dana Reyes to Omar Haddad, starting on 1 December 2026",
        "“If a pallet is late you hear it from us before you ask” By Dana Reyes to Anna Nowak on 28 Oct",
        "Arrivals in the slot Share of arrivals within 30 minutes 98 %",
        "Anna Nowak Supply chain director Executive sponsor backs us no surprises in front of her board",
        "Price a year EUR 412,000.00", "Luis Ortega that our night crew reads his instructions walk the dock",
        "Who Slugworth Logistics We won because they hid a lost pallet", "They may come back by a lower price",
        "The third site has no ramp before March costs them money or face a truck with a lift, ordered Omar Haddad",
        "After 30 days 31 Dec", "After 60 days 30 Jan", "After 90 days 1 Mar", "Accepted or returned?",
        "Signature of who passes it Signature of who answers",
    ):  # fmt: skip
        assert words in said, words
    assert "Nothing is written about" not in said


def test_what_is_missing_is_named():
    bare = HandOffPack(id=PACK_ID, vendor=SENDER, account="Polar Battery", written_on=DAY, starts_on=DAY)

    assert (
        "Nothing is written about promises, goals, people, price and terms, sceptics, the rival that was beaten, risks."
        in said_in(bare)
    )


def test_a_pack_is_returned_with_its_gaps_typed_into_the_file():
    writer = PdfWriter(clone_from=BytesIO(render_hand_off(FULL_PACK, FONTS)))
    page = writer.pages[-1]
    writer.update_page_form_field_values(
        page, {"gaps": "No goals for the third site\nWho is our dispatcher?", "accepted_by": "Omar Haddad",
               "answered_on": "26 Nov 2026", "hand_off_answer": "/returned"},
    )  # fmt: skip
    target = BytesIO()
    writer.write(target)
    fields = PdfReader(target).get_fields()

    assert fields["hand_off_answer"]["/V"] == "/returned"
    assert fields["gaps"]["/V"].splitlines() == ["No goals for the third site", "Who is our dispatcher?"]
    assert fields["answered_on"]["/V"] == "26 Nov 2026"
    assert (fields["document"]["/V"], fields["hand_off"]["/V"]) == ("hand-off", PACK_ID.hex)


def test_the_fields_have_names_for_who_cannot_see_them_and_those_who_pass_it_stand_there_already():
    fields = reader(render_hand_off(FULL_PACK, FONTS)).get_fields()

    assert fields["passed_by"]["/V"] == "Dana Reyes"
    assert {name: each.get("/TU") for name, each in fields.items() if not each.get("/TU")} == {
        "document": None, "hand_off": None
    }  # fmt: skip


def test_the_form_stands_whole_on_one_page():
    for count in range(1, 7):
        texts = page_texts(render_hand_off(strained_pack("Words that run on", count), FONTS))
        assert sum("Accepted or returned?" in text and "Signature of who answers" in text for text in texts) == 1


def test_the_file_is_well_made_and_the_same_value_gives_the_same_bytes():
    pdf = render_hand_off(strained_pack("Łódź 上海 القاهرة"), FONTS)

    assert_well_made(pdf, "Łódź 上海")
    assert pdf == render_hand_off(strained_pack("Łódź 上海 القاهرة"), FONTS)
