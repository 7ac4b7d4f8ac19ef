"""What is photographed of the page of a document: a summary, its wording, its search, and a document for our side."""

from PySide6.QtCore import Qt

from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def document_scenes() -> tuple[Scene, ...]:
    """Give them in the order in which one leads to the other; the summary is shown before."""
    return (
        Scene("document-wording", reword_line),
        Scene("document-search", search_pages),
        Scene("document-remarks", write_remarks),
        Scene("document-versions", show_versions),
        Scene("document-mail", show_mail),
        Scene("document-draft", preview),
        Scene("document-brief", show_brief),
    )


def reword_line(studio: Studio) -> None:
    """Reword a promise where it stands."""
    page = studio.desk.pages.document
    line = next(each for each in page.view.side.lines.list.lines if each.part == "We will")
    page.view.side.lines.list.choose(line)
    page.rewording.begin(line)
    studio.settle()


def search_pages(studio: Studio) -> None:
    """Look for a word on the pages."""
    page = studio.desk.pages.document
    page.rewording.close()
    page.view.search_asked.emit()
    page.view.finder.line.setText("the")
    page.view.finder.search()
    studio.settle()


def preview(studio: Studio) -> None:
    """See the summary of the next review as its notes would make it now."""
    studio.desk.pages.document.searching.close()
    ahead = next(each for each in studio.services.reviews.lists().ahead if each.review_id)
    studio.desk.open_review(ahead.review_id)
    studio.settle()
    studio.desk.do("preview_summary")
    studio.settle()


def show_brief(studio: Studio) -> None:
    """Show the brief of an account, and let the book go on."""
    account = studio.services.accounts.rows()[0]
    studio.desk.open_account(account.id)
    studio.settle()
    studio.desk.do("print_brief")
    studio.settle(lambda: studio.shell.page == "document")
    studio.desk.pages.document.view.show_behind(studio.desk.pages.document._shown.fallen_behind())
    studio.desk.pages.document.view.pages.setFocus(Qt.FocusReason.OtherFocusReason)
    studio.settle()


def write_remarks(studio: Studio) -> None:
    """Have a second reader's remarks beside the page, one of them done."""
    page = studio.desk.pages.document
    page.searching.close()
    lines = page._shown.lines
    for words, line in (
        ("Which depot is it? They will ask.", next(each for each in lines if each.part == "Decided")),
        ("Say it is the fixed slot, not only “slot”.", next(each for each in lines if each.part == "Our ask")),
    ):
        page.remarking.begin(line)
        page.view.side.remarks.who.setCurrentText("Lena Brandt")
        page.view.side.remarks.words.setPlainText(words)
        page.view.side.remarks.words.kept.emit()
        studio.settle()
    page.view.header.mail.click()
    studio.settle()


def show_versions(studio: Studio) -> None:
    """See the versions after a line was reworded."""
    page = studio.desk.pages.document
    page.view.question.hide()
    line = next(each for each in page._shown.lines if each.part == "Decided")
    page.rewording.begin(line)
    page.rewording.editor.words.setPlainText("A trial of the fixed 05:30 slot for six weeks")
    page.rewording.editor.keep.click()
    studio.settle()
    page.view.side.open("versions")


def show_mail(studio: Studio) -> None:
    """Type a recipient that is a stranger here."""
    page = studio.desk.pages.document
    page.view.side.open("mail")
    page.view.side.mail.to.appendPlainText("max.muster@globex.example")
    page.view.question.ask(
        "max.muster@globex.example is not one of the people of Łódź Logistics.",
        [
            (each, studio.settle)
            for each in ("Leave them out", "Add them to its people and draft", "Draft it all the same")
        ],
    )
