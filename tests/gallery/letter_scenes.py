"""Letters as they are composed, and whom to remind, as they are photographed."""

from reviewdesk.domain.letters.form import LetterKind
from tests.gallery.books import SHOWN, account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def letter_scenes() -> tuple[Scene, ...]:
    """Give a first answer, a recovery letter that is not complete, one that names another account, and reminders."""
    return (
        Scene("letters-first-answer", answer),
        Scene("letters-recovery", recover),
        Scene("letters-leak", name_another),
        Scene("letters-which", choose_concern),
        Scene("letters-remind", remind),
        Scene("letters-reminder", see_reminder),
    )


def compose(studio: Studio, kind: LetterKind) -> None:
    """Open a letter about the gravest concern of an account."""
    account_id = account_called(studio.services, SHOWN)
    studio.desk.open_account(account_id)
    studio.settle()
    concern = studio.services.accounts.brief(account_id).open_concerns[0]
    ways = studio.desk.exchange.letters
    ways.ask_about(concern.id, kind)
    studio.settle(lambda: ways.composing.sheet is not None and ways.composing.sheet.state.text() != "")


def answer(studio: Studio) -> None:
    """Answer a concern."""
    compose(studio, LetterKind.FIRST_ANSWER)


def recover(studio: Studio) -> None:
    """Begin a recovery letter before the fix is known."""
    compose(studio, LetterKind.RECOVERY)


def name_another(studio: Studio) -> None:
    """Name another customer in a letter."""
    compose(studio, LetterKind.FIRST_ANSWER)
    sheet = studio.desk.exchange.letters.composing.sheet
    sheet.parts["own_words"].editor.setPlainText("Hanseatic Timber had the same trouble last month.")
    studio.settle(lambda: bool(sheet.hits.cards))


def choose_concern(studio: Studio) -> None:
    """Ask for a letter where there are several concerns."""
    studio.desk.open_account(account_called(studio.services, SHOWN))
    studio.settle()
    studio.desk.do("first_answer")
    studio.settle()


def remind(studio: Studio) -> None:
    """Ask whom of an account to remind."""
    studio.desk.open_account(account_called(studio.services, SHOWN))
    studio.settle()
    studio.desk.do("remind_customer")
    studio.settle()


def see_reminder(studio: Studio) -> None:
    """Look at all pages of an account."""
    papers = studio.services.reminder_papers
    account_id = account_called(studio.services, SHOWN)
    studio.desk.exchange.papers.open("Reminders", lambda: papers.of_account(account_id))
    studio.settle()
