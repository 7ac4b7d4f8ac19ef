"""Feedback forms as they are photographed: asked for, out, back, and typed in from paper."""

from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtWidgets import QApplication

from reviewdesk.desktop.feedback.back_sheet import BackSheet
from reviewdesk.desktop.feedback.paper_sheet import PaperFormSheet
from reviewdesk.desktop.feedback.send_sheet import SendSheet
from reviewdesk.domain.feedback import FormKind
from tests.form_filling import filled
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_COMMENT = "Two mornings in November nobody knew where the lorry was; a call before we have to ask would be enough."


def feedback_scenes() -> tuple[Scene, ...]:
    """Give them in the order in which one leads to the other."""
    return (
        Scene("feedback-send", ask),
        Scene("feedback-list", show_list),
        Scene("feedback-back", show_back),
        Scene("feedback-back-unhappy", show_unhappy),
        Scene("feedback-paper", ask_for_paper),
        Scene("feedback-typed", type_short),
        Scene("feedback-typed-long", type_long),
    )


def _account(studio: Studio):
    return next(each.id for each in studio.services.accounts.rows() if studio.services.forms.offer(each.id).met_on)


def _form(studio: Studio, kind: FormKind = FormKind.SHORT):
    offer = studio.services.forms.offer(_account(studio))
    people = [offer.people[0].person_id]
    return studio.services.forms.make(offer.account_id, people, kind, offer.review_id).value[0]


def ask(studio: Studio) -> None:
    """Ask whom to ask, over the page of an account."""
    studio.desk.open_account(_account(studio))
    studio.settle()
    studio.desk.do("feedback_form")
    _wait(studio, SendSheet)


def show_list(studio: Studio) -> None:
    """Show what is out."""
    _form(studio)
    _form(studio, FormKind.LONG)
    studio.desk.open_account(_account(studio))
    studio.desk.watch.tell_all()
    studio.settle()
    studio.desk.pages.account.open_tab("scores")


def show_back(studio: Studio, **changed: str) -> None:
    """Show what came back in one."""
    form = _form(studio)
    path = Path(mkdtemp()) / "feedback.pdf"
    usual = {"recommend": "9", "content": "4", "ease": "6", "felt_productive": "Yes", "quote": "named",
             "colleague": "They tell us before it hurts.", "better": _COMMENT}  # fmt: skip
    path.write_bytes(filled(studio.services.forms.print_out(form.id).pdf, **{**usual, **changed}))
    studio.desk.open_account(_account(studio))
    studio.settle()
    studio.desk.exchange.dropping.take_files([path])
    _wait(studio, BackSheet)


def show_unhappy(studio: Studio) -> None:
    """Show one that asks to make good first."""
    show_back(studio, recommend="3", content="2", quote="no")


def ask_for_paper(studio: Studio) -> None:
    """Ask which form came back on paper."""
    _form(studio)
    studio.desk.open_account(_account(studio))
    studio.settle()
    studio.desk.do("type_form")
    _wait(studio, PaperFormSheet)


def type_short(studio: Studio, kind: FormKind = FormKind.SHORT) -> None:
    """Type in what stands on paper."""
    form = _form(studio, kind)
    studio.desk.open_account(_account(studio))
    studio.settle()
    studio.desk.exchange.forms.act(form.id, "type")
    _wait(studio, BackSheet)
    sheet = QApplication.activeModalWidget()
    for each in list(sheet.answers.scores.values())[:2]:
        each.take(4)


def type_long(studio: Studio) -> None:
    """Type in the long one."""
    type_short(studio, FormKind.LONG)


def _wait(studio: Studio, kind: type) -> None:
    studio.settle(lambda: isinstance(QApplication.activeModalWidget(), kind))
