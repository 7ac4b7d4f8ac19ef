"""The ways of a feedback form: out as PDFs or mail drafts, and back from a file or from paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog
from shiboken6 import isValid

from reviewdesk.desktop import drafting
from reviewdesk.desktop.commands import Command, Group
from reviewdesk.desktop.feedback.words import AGAIN, MAIL, PDF, REMOVE
from reviewdesk.desktop.tasks import Lane
from reviewdesk.desktop.tokens import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.feedback.back_sheet import BackSheet
    from reviewdesk.desktop.feedback.paper_sheet import PaperFormSheet
    from reviewdesk.desktop.feedback.send_sheet import FormWish, SendSheet
    from reviewdesk.domain.errors import ReviewDeskError
    from reviewdesk.domain.feedback import FormKind
    from reviewdesk.services.draft_files import WrittenDraft
    from reviewdesk.services.form_in_values import FormBack, FormTaken
    from reviewdesk.services.form_values import AccountForms, FormOffer

SEND: Final = "feedback_form"
TYPE_IN: Final = "type_form"
READ: Final = "read_form"
_OPENED: Final = 3


def form_commands() -> tuple[Command, ...]:
    """Give a command for each way."""
    review, words = Group.REVIEW, "feedback survey questions nps csat pdf"
    return (
        Command(SEND, "Feedback form…", review, ("Alt+Q",), "message-circle-question-mark", section=1, words=words),
        Command(TYPE_IN, "Type in a feedback form…", review, (), "keyboard", section=1, words=f"{words} paper answers"),
        Command(READ, "Take in a feedback form…", Group.FILE, (), "inbox", section=1, words=f"{words} answers import"),
    )


class FormWays(QObject):
    """Leads a feedback form out and back.

    Signals:
        let_go: a form that came back was kept or left, and the next file may come.
    """

    let_go = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk

    def actions(self) -> Mapping[str, Callable[[], None]]:
        """Give what each command does."""
        return {SEND: self.send, TYPE_IN: self.type_in, READ: self.choose_file}

    def send(self) -> None:
        """Ask whom to ask: after the review that is shown, of the account that is, else of one that is asked for."""
        desk, account_id = self._desk, self._desk.account_shown()
        if desk.shell.page == "review":
            desk.flush()
            work = partial(desk.services.forms.offer_after, UUID(desk.memory.of_book("review")))
            desk.tasks.run(work, self._show_offer, self)
        elif account_id is not None:
            self.send_to(account_id)
        else:
            desk.account_ways.ask_for(self.tr("Feedback form"), self.send_to)

    def send_to(self, account_id: UUID) -> None:
        """Ask whom of an account to ask."""
        self._desk.tasks.run(partial(self._desk.services.forms.offer, account_id), self._show_offer, self)

    def _show_offer(self, offer: FormOffer) -> None:
        from reviewdesk.desktop.feedback.send_sheet import SendSheet

        sheet = SendSheet(offer, self._desk.shell)
        sheet.wished.connect(partial(self._make, sheet, offer))
        sheet.open()

    def _make(self, sheet: SendSheet, offer: FormOffer, wish: FormWish) -> None:
        work = partial(self._made, offer, wish)
        then = partial(self._written, sheet, with_mail=wish.with_mail)
        failed = partial(_refuse, sheet)
        self._desk.tasks.run(work, then, self, lane=Lane.DOCUMENTS, failed=failed)

    def _made(self, offer: FormOffer, wish: FormWish) -> list[WrittenDraft | Path | UUID]:
        """Make the forms, and write them; one alone that goes with no mail is shown and not written."""
        forms = self._desk.services.forms
        made = forms.make(offer.account_id, wish.people, wish.kind, offer.review_id).value
        if len(made) == 1 and not wish.with_mail:
            return [made[0].id]
        return [forms.draft(each.id).value if wish.with_mail else self._print(each.id) for each in made]

    def _print(self, form_id: UUID) -> Path:
        services = self._desk.services
        return services.print_outs.write(services.forms.print_out(form_id))

    def _written(self, sheet: SendSheet | None, written: list[WrittenDraft | Path | UUID], *, with_mail: bool) -> None:
        """Open what was written, as long as it is little, and say where it lies."""
        if sheet is not None and isValid(sheet):
            sheet.accept()
        if isinstance(written[0], UUID):
            self._show(written[0])
            return
        paths = [each if isinstance(each, Path) else each.path for each in written if not isinstance(each, UUID)]
        opened = [drafting.open_file(each) for each in paths] if len(paths) <= _OPENED else []
        lacking = ", ".join(name for each in written if not isinstance(each, Path | UUID) for name in each.lacking)
        what = self.tr("mail draft") if with_mail else self.tr("form")
        count = what if len(paths) == 1 else f"{len(paths)} {what}s"
        is_open = opened and all(opened)
        words = self.tr("{count} open, and in {folder}.") if is_open else self.tr("{count} written to {folder}.")
        sentence = words.format(count=count[:1].upper() + count[1:], folder=paths[0].parent)
        if lacking:
            sentence += " " + self.tr("{names} has no address: add it in the mail.").format(names=lacking)
        then = partial(_show, paths[0].parent)
        self._desk.shell.tell(sentence, Tone.GOOD, action=self.tr("Show the folder"), then=then)

    def act(self, form_id: UUID, action: str) -> None:
        """Do with a form in the list what was asked for."""
        forms, run = self._desk.services.forms, self._desk.tasks.run
        if action in {MAIL, AGAIN}:
            draft = partial(self._draft, form_id, again=action == AGAIN)
            run(draft, partial(self._written, None, with_mail=True), self, lane=Lane.DOCUMENTS)
        elif action == PDF:
            self._show(form_id)
        elif action == REMOVE:
            run(partial(forms.remove, form_id), None, self, lane=Lane.WRITE)
        else:
            self._type_one(form_id)

    def _draft(self, form_id: UUID, *, again: bool) -> list[WrittenDraft | Path | UUID]:
        return [self._desk.services.forms.draft(form_id, again=again).value]

    def _show(self, form_id: UUID) -> None:
        """Show a form as it goes out, from where it is saved, printed or mailed."""
        make = partial(self._desk.services.forms.print_out, form_id)
        self._desk.exchange.papers.open(self.tr("Feedback form"), make, mail=partial(self.act, form_id, MAIL))

    def choose_file(self) -> None:
        """Choose a form that came back as a file."""
        title = self.tr("Take in a feedback form")
        chosen, _ = QFileDialog.getOpenFileName(self._desk.shell, title, "", "PDF (*.pdf)")
        if chosen:
            self.take_file(Path(chosen), self._desk.shell.tell_error)

    def take_file(self, path: Path, failed: Callable[[ReviewDeskError], None]) -> None:
        """Look into a file, and show what it says before any of it is kept."""
        work = partial(self._desk.services.forms_in.look, path)
        self._desk.tasks.run(work, self._show_back, self, lane=Lane.LONG, failed=failed)

    def type_in(self) -> None:
        """Ask which form came back on paper: by its code, or among those of the account that is shown."""
        account_id = self._desk.account_shown()
        if account_id is None:
            self._ask_for_paper(None)
        else:
            self.type_in_of(account_id)

    def type_in_of(self, account_id: UUID) -> None:
        """Ask which form of an account came back on paper."""
        read = partial(self._desk.services.forms.of_account, account_id)
        self._desk.tasks.run(read, self._ask_for_paper, self)

    def _ask_for_paper(self, forms: AccountForms | None) -> None:
        from reviewdesk.desktop.feedback.paper_sheet import PaperFormSheet

        sheet = PaperFormSheet(forms, self._desk.shell)
        sheet.by_code.connect(partial(self._type_code, sheet))
        sheet.by_form.connect(partial(self._type_known, sheet))
        if forms is not None:
            sheet.by_kind.connect(partial(self._type_new, sheet, forms.account_id))
        sheet.open()

    def _type_code(self, sheet: PaperFormSheet, code: str) -> None:
        self._begin_typing(sheet, partial(self._desk.services.forms_in.type_in_code, code))

    def _type_known(self, sheet: PaperFormSheet, form_id: UUID) -> None:
        self._begin_typing(sheet, partial(self._desk.services.forms_in.type_in, form_id))

    def _type_new(self, sheet: PaperFormSheet, account_id: UUID, kind: FormKind) -> None:
        self._begin_typing(sheet, partial(self._desk.services.forms_in.type_in_new, account_id, kind=kind))

    def _type_one(self, form_id: UUID) -> None:
        self._desk.tasks.run(partial(self._desk.services.forms_in.type_in, form_id), self._show_back, self)

    def _begin_typing(self, sheet: PaperFormSheet, work: Callable[[], FormBack]) -> None:
        self._desk.tasks.run(work, partial(self._typed, sheet), self, failed=partial(_refuse, sheet))

    def _typed(self, sheet: PaperFormSheet, back: FormBack) -> None:
        if isValid(sheet):
            sheet.accept()
        self._show_back(back)

    def _show_back(self, back: FormBack) -> None:
        from reviewdesk.desktop.feedback.back_sheet import BackSheet

        sheet = BackSheet(back, self._desk.shell)
        sheet.taken.connect(partial(self._take, back, sheet))
        sheet.finished.connect(self.let_go)
        sheet.open()

    def _take(self, back: FormBack, sheet: BackSheet, taken: FormTaken) -> None:
        work: Callable[[], object] = partial(self._desk.services.forms_in.take, back, taken)
        then, failed = partial(self._taken, back, sheet, taken), partial(_refuse, sheet)
        self._desk.tasks.run(work, then, None, lane=Lane.WRITE, failed=failed)

    def _taken(self, back: FormBack, sheet: BackSheet, taken: FormTaken, _outcome: object) -> None:
        if isValid(sheet):
            sheet.accept()
        account = back.account
        made_good = taken.asks_for_recovery and taken.next_on is not None
        rest = self.tr("What makes it good stands among the follow-ups.") if made_good else ""
        kept = self.tr("The answers stand with {account} now.").format(account=account)
        lead = partial(self._desk.open_account, back.form.account_id)
        self._desk.shell.tell(f"{kept} {rest}".strip(), Tone.GOOD, action=self.tr("Open"), then=lead)


def _refuse(sheet: SendSheet | BackSheet | PaperFormSheet, error: ReviewDeskError) -> None:
    if isValid(sheet):
        sheet.refuse(str(error))


def _show(folder: Path) -> None:
    drafting.open_file(folder)
