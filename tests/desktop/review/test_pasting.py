"""Pasting into the notes: only words arrive, in one step that can be undone."""

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage


def copied(text: str | None = None, html: str = "") -> QMimeData:
    source = QMimeData()
    if text is not None:
        source.setText(text)
    if html:
        source.setHtml(html)
    return source


@pytest.mark.parametrize(
    ("text", "arrives"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("name\tprice\nRollers\t4", "name\tprice\nRollers\t4"),
        ("4\u00a0% un\u200bder\ufeff us", "4\u00a0% under us"),
        ("soft\u00adware and a\u2028new line", "software and a\nnew line"),
        ("nul\x00 and bell\x07", "nul and bell"),
        (
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d🔧",
            "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d🔧",
        ),
    ],
)
def test_what_is_pasted_arrives_as_words_and_ctrl_z_takes_it_away(open_desk, text, arrives):
    desk = open_desk()
    desk.type("before ")

    desk.editor.insertFromMimeData(copied(text))
    typed = desk.editor.text
    desk.type("!")
    desk.editor.undo()
    without_the_key = desk.editor.text
    desk.editor.undo()

    assert (typed, without_the_key) == (f"before {arrives}", f"before {arrives}")
    assert desk.editor.text == "before "


def test_words_that_come_as_a_page_alone_arrive_without_their_looks(open_desk):
    desk = open_desk()

    desk.editor.insertFromMimeData(copied(html='<h1>Plan</h1><p><b>Late</b> in <i>May</i> <img src="x.png"></p>'))

    assert desk.editor.text.rstrip() == "Plan\nLate in May"


def test_formatted_text_of_a_word_processor_arrives_as_its_words(open_desk):
    source = copied("Late in May", "<b>Late</b> in May")
    source.setData("text/rtf", b"{\\rtf1 {\\b Late} in May}")
    source.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    desk = open_desk()

    desk.editor.insertFromMimeData(source)

    assert desk.editor.text == "Late in May"


def test_two_hundred_thousand_characters_are_pasted_and_saved_in_one_step(open_desk):
    words = "\r\n".join(f"line {each} they said something about deliveries" for each in range(4_500))
    desk = open_desk()

    desk.editor.insertFromMimeData(copied(words))
    desk.save()

    assert len(words) > 200_000
    assert desk.stored().text == words.replace("\r\n", "\n")
    desk.editor.undo()
    assert desk.editor.text == ""


@pytest.mark.parametrize("kind", ["picture", "file"])
def test_a_picture_that_is_pasted_says_where_pictures_go(open_desk, kind):
    source = QMimeData()
    if kind == "picture":
        source.setImageData(QImage(8, 8, QImage.Format.Format_RGB32))
    else:
        source.setUrls([QUrl.fromLocalFile("/home/dana/stand.png")])
    desk = open_desk()

    assert desk.editor.canInsertFromMimeData(source) or kind == "file"
    desk.editor.insertFromMimeData(source)

    assert desk.editor.text == ""
    assert "Files" in desk.view.meet.hint.text()
    assert desk.view.meet.hint.isVisible()
    desk.type("x")
    assert not desk.view.meet.hint.isVisible()
