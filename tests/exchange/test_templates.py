"""A client's own template: its placeholders filled, its looks kept, and nothing hostile let in."""

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pptx import Presentation
from pptx.util import Inches

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import RefusedError, UnreadableError
from reviewdesk.domain.leaks import Forbidden, leaks_in
from reviewdesk.domain.placeholders import PLACEHOLDERS, filling_of
from reviewdesk.domain.summary import Agreed, Heard
from reviewdesk.domain.summary_outline import outline_of
from reviewdesk.exchange.office.package_text import text_of_package
from reviewdesk.exchange.office.template_filling import check_template, filled
from tests.reports.summaries import BARE, FULL, hostile


def word(*lines, rows=(), header="", style=None):
    """Make a template of these lines, a table of these rows, and a header."""
    made = Document()
    for each in lines:
        made.add_paragraph(each, style=style)
    if rows:
        table = made.add_table(len(rows), len(rows[0]), style="Light Grid Accent 1")
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                table.cell(at, place).text = text
    made.sections[0].header.paragraphs[0].text = header
    return saved(made)


def slides(*texts):
    """Make a template of slides, each a title and a text of its own."""
    made = Presentation()
    for title, text in texts:
        slide = made.slides.add_slide(made.slide_layouts[1])
        slide.shapes.title.text, slide.placeholders[1].text = title, text
    return saved(made)


def saved(made):
    stream = BytesIO()
    made.save(stream)
    return stream.getvalue()


def fill(template, summary=FULL):
    check_template(template, "Client.docx")
    return filled(template, "Client.docx", filling_of(summary), outline_of(summary))


def paragraphs(written):
    return [each.text for each in Document(BytesIO(written.content)).paragraphs]


def rows(written):
    return [[cell.text for cell in row.cells] for row in Document(BytesIO(written.content)).tables[0].rows]


def repacked(content, change):
    """Give a package with its parts changed by a function."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        parts = {each: old.read(each) for each in old.namelist()}
        change(parts)
        for name, part in parts.items():
            new.writestr(name, part)
    return stream.getvalue()


def test_a_name_is_put_in_its_place_in_the_text_and_in_the_header():
    written = fill(word("Review of {{account}} on {{ Held_On }}", header="{{sender}} for {{account}}"))
    made = Document(BytesIO(written.content))

    assert made.paragraphs[0].text == "Review of Łódź Logistics on 24\xa0November 2026"
    assert made.sections[0].header.paragraphs[0].text == "Northgate for Łódź Logistics"
    assert (made.core_properties.title, made.core_properties.author) == ("Łódź Logistics", "Northgate")


def test_one_that_is_split_over_runs_is_found_and_takes_the_looks_of_its_first_run():
    made = Document()
    paragraph = made.add_paragraph("To ")
    for text, bold in (("{{acc", True), ("ou", False), ("nt}}", False), (" with thanks", False)):
        paragraph.add_run(text).bold = bold
    runs = Document(BytesIO(fill(saved(made)).content)).paragraphs[0].runs

    assert "".join(each.text for each in runs) == "To Łódź Logistics with thanks"
    assert [each.text for each in runs if each.bold] == ["Łódź Logistics"]


def test_a_row_is_repeated_for_each_item_and_keeps_its_style():
    rows_of = (("What", "Who", "When"), ("{{we_will.what}}", "{{we_will.owner}}", "by {{we_will.due}}"))
    written = fill(word(rows=rows_of))

    assert rows(written) == [
        ["What", "Who", "When"],
        ["Send the revised delivery plan", "Dana Reyes", "by 27\xa0Nov"],
        ["Run a fixed 05:30 slot in January", "Operations", "by 4\xa0Jan"],
    ]
    assert Document(BytesIO(written.content)).tables[0].style.name == "Light Grid Accent 1"


def test_a_paragraph_is_repeated_for_each_item():
    said = paragraphs(fill(word("Heard: {{heard}}", "{{theirs.name}} – {{theirs.role}}", "{{we_will}}")))

    assert said == [
        "Heard: “Two late deliveries, and again last week.” – Anna Nowak",
        "Heard: “Tell us before a surcharge comes, not with the invoice.”",
        "Heard: Planning saves half a day a week with the new dashboard.",
        "Anna Nowak – Supply chain director", "Piotr Zając – Head of planning",
        "Send the revised delivery plan (Dana Reyes, 27\xa0Nov)",
        "Run a fixed 05:30 slot in January (Operations, 4\xa0Jan)",
    ]  # fmt: skip


def test_what_has_nothing_to_say_leaves_nothing_behind():
    template = word(
        "{{account}}", "{{if we_will}}What we will do", "{{we_will}}", "{{ask}}", "Ask: {{ask}}",
        "{{if ask}}Ask: {{ask}}",
        rows=(("What", "Who"), ("{{concerns.what}}", "{{concerns.owner}}")),
    )  # fmt: skip
    made = Document(BytesIO(fill(template, BARE).content))

    assert [each.text for each in made.paragraphs] == ["Łódź Logistics", "Ask: "]
    assert made.tables == []
    assert paragraphs(fill(template))[1:3] == [
        "What we will do",
        "Send the revised delivery plan (Dana Reyes, 27\xa0Nov)",
    ]


def test_every_name_that_is_offered_has_a_value():
    template = word(*(f"{each.name}={{{{{each.name}}}}}" for each in PLACEHOLDERS))
    full = replace(FULL, changes=("Something",), version=2)
    said = dict(each.partition("=")[::2] for each in paragraphs(fill(template, full)))

    assert [name for name, value in said.items() if not value] == []
    assert said["next"] == "23\xa0February 2027, next review, 10:00, Łódź"
    assert said["kept"] == "5 of 7 of our promises kept since May"
    fields = [f"{{{{{each.name}.{field}}}}}" for each in PLACEHOLDERS for field in each.fields]
    assert not [each for each in paragraphs(fill(word(*fields), full)) if "{" in each]


def test_a_name_that_is_not_known_is_said_with_the_one_that_may_be_meant_before_anything_is_written():
    with pytest.raises(RefusedError, match=re.escape("{{acount}}, which is not known, meant may be {{account}}")):
        check_template(word("{{acount}}", "{{we_will}}"), "Client.docx")
    with pytest.raises(RefusedError, match="does not end: “Dear {{account"):
        check_template(word("Dear {{account}"), "Client.docx")
    with pytest.raises(RefusedError, match="has no placeholder"):
        check_template(word("Dear all"), "Client.docx")
    with pytest.raises(RefusedError, match="One row of the template holds {{we_will}} and {{you_will}}"):
        fill(word(rows=(("{{we_will}}", "{{you_will}}"),)))


def test_slides_are_filled_and_one_that_has_nothing_to_say_goes():
    template = slides(("{{account}}", "{{held_on}}"), ("What we heard", "{{heard}}"), ("Worth", "{{worth.value}}"))
    full, bare = (Presentation(BytesIO(fill(template, each).content)) for each in (FULL, BARE))

    assert [each.shapes.title.text_frame.text for each in full.slides] == ["Łódź Logistics", "What we heard", "Worth"]
    assert len(full.slides[1].placeholders[1].text_frame.paragraphs) == 3
    assert [each.shapes.title.text_frame.text for each in bare.slides] == ["Łódź Logistics"]
    assert check_template(template, "Client.pptx") is DocumentKind.POWERPOINT


def test_a_table_on_a_slide_repeats_its_row_and_goes_when_it_has_none():
    made = Presentation()
    slide = made.slides.add_slide(made.slide_layouts[6])
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(5), Inches(1)).table
    for place, text in enumerate(("What", "Due", "{{you_will.what}}", "{{you_will.due}}")):
        table.cell(place // 2, place % 2).text = text
    slide.shapes.add_textbox(0, 0, Inches(1), Inches(1)).text_frame.text = "{{account}}"
    full, bare = (Presentation(BytesIO(fill(saved(made), each).content)) for each in (FULL, BARE))
    shown = next(each.table for each in full.slides[0].shapes if each.has_table)

    assert [[cell.text for cell in row.cells] for row in shown.rows] == [
        ["What", "Due"], ["Name a technical contact", "8\xa0Dec"],
    ]  # fmt: skip
    assert not [each for each in bare.slides[0].shapes if each.has_table]


def test_text_with_lines_of_its_own_and_text_from_the_right_keep_their_shape():
    written = fill(word("{{decisions}}"), replace(BARE, decisions=("one\ntwo", "التسليم متأخر")))
    first, second = Document(BytesIO(written.content)).paragraphs

    assert first.text == "one\ntwo"
    assert second._p.xpath("w:pPr/w:bidi")
    assert second.runs[0].font.rtl
    slide = fill(slides(("x", "{{decisions}}")), replace(BARE, decisions=("one\ntwo",)))
    assert Presentation(BytesIO(slide.content)).slides[0].placeholders[1].text_frame.text == "one\vtwo"


def test_hostile_text_stays_text_and_the_same_template_gives_the_same_bytes():
    template = word("{{account}} {{ask}}", "{{decisions}}", rows=(("{{we_will.what}}", "{{we_will.owner}}"),))
    written = fill(template, hostile())

    assert written.content == fill(template, hostile()).content
    assert "R&D <b>bold" in text_of_package(written.content)


def test_the_words_of_the_template_are_no_find_and_those_of_the_summary_are():
    template = word("Globex report for {{account}}", "Globex: {{heard}}", "{{if worth}}Initech", "{{we_will}}")
    forbidden = Forbidden(accounts=("Globex", "Initech"))
    fine = fill(template)
    leaking = fill(template, replace(FULL, worth=(), we_will=(Agreed("Talk to Initech", "", date(2026, 12, 1)),)))
    heard = fill(template, replace(FULL, heard=(Heard("Globex is better"),)))

    assert leaks_in(text_of_package(fine.content), forbidden, template=fine.own) == ()
    assert {each.words for each in leaks_in(text_of_package(leaking.content), forbidden, template=leaking.own)} == {
        "Initech"
    }
    assert {each.words for each in leaks_in(text_of_package(heard.content), forbidden, template=heard.own)} == {
        "Globex"
    }


def linked(parts):
    parts["word/_rels/document.xml.rels"] = parts["word/_rels/document.xml.rels"].replace(
        b"</Relationships>",
        b'<Relationship Id="rId99" Type="http://x/relationships/image" Target="http://evil.example/x.png" '
        b'TargetMode="External"/></Relationships>',
    )


def with_macros(parts):
    parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"


def may_have_macros(parts):
    types = parts["[Content_Types].xml"]
    parts["[Content_Types].xml"] = types.replace(
        b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"vnd.ms-word.document.macroEnabled.main+xml",
    )


def with_entities(parts):
    parts["word/document.xml"] = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'


def with_program(parts):
    parts["word/embeddings/oleObject1.bin"] = b"MZ"


def with_field(parts):
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:t>{{account}}</w:t>", b'<w:instrText>INCLUDEPICTURE "http://evil.example/x"</w:instrText>'
    )


def with_remarks(parts):
    parts["word/document.xml"] = (
        parts["word/document.xml"]
        .replace(b"<w:r>", b'<w:ins w:author="Eve"><w:r>')
        .replace(b"</w:r>", b"</w:r></w:ins>")
    )


def climbing(parts):
    parts["../../evil.xml"] = b"<x/>"


def blown_up(parts):
    parts["word/media/huge.xml"] = b"<x>" + b" " * (45 * 1024 * 1024) + b"</x>"


def cut_off(parts):
    parts["word/document.xml"] = parts["word/document.xml"][:200]


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        (linked, "links to something outside itself: http://evil.example/x.png"),
        (with_macros, "holds macros"), (may_have_macros, "may hold macros"), (with_entities, "holds definitions"),
        (with_program, "another document or a program inside"), (with_field, "a field that fetches something"),
        (with_remarks, "remarks or tracked changes"), (climbing, "is not built as"), (blown_up, "unpacks to more"),
        (cut_off, "is damaged"),
    ],
)  # fmt: skip
def test_a_hostile_template_is_refused_with_a_sentence(harm, said):
    with pytest.raises(UnreadableError, match=re.escape(said)):
        check_template(repacked(word("{{account}}"), harm), "Client.docx")


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_template_is_refused_with_a_sentence(content):
    with pytest.raises(UnreadableError, match="cannot be read"):
        check_template(content, "Client.docx")


def test_the_path_of_the_template_it_was_made_from_is_taken_out_and_safe_links_stay():
    def attach(parts):
        parts["word/_rels/settings.xml.rels"] = (
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            b'attachedTemplate" '
            b'Target="file:///C:/Users/eve/Normal.dotm" TargetMode="External"/></Relationships>'
        )
        parts["word/settings.xml"] = parts["word/settings.xml"].replace(
            b"<w:zoom", b'<w:attachedTemplate xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/'
            b'relationships" r:id="rId1"/><w:zoom', 1
        )  # fmt: skip

    made = Document()
    paragraph = made.add_paragraph("{{account}} ")
    link = OxmlElement("w:hyperlink")
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link.set(f"{{{office}}}id", made.part.relate_to("https://client.example", f"{office}/hyperlink", is_external=True))
    paragraph._p.append(link)
    with ZipFile(BytesIO(fill(repacked(saved(made), attach)).content)) as parts:
        everything = b"".join(map(parts.read, parts.namelist()))

    assert b"Users/eve" not in everything
    assert b"attachedTemplate" not in everything
    assert b"https://client.example" in everything


def test_a_template_of_the_kind_for_templates_becomes_a_document():
    def as_template(parts):
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(
            b"wordprocessingml.document.main", b"wordprocessingml.template.main"
        )

    written = fill(repacked(word("{{account}}"), as_template))
    assert Document(BytesIO(written.content)).paragraphs[0].text == "Łódź Logistics"
