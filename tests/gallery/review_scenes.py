"""What is photographed around a review: its templates, the steps, and what goes out."""

from PySide6.QtGui import QGuiApplication

from reviewdesk.desktop.settings.templates import TemplatesCard
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def review_scenes() -> tuple[Scene, ...]:
    """Give them in the order in which one leads to the other."""
    return (
        Scene("review-templates", show_templates),
        Scene("review-template", open_template),
        Scene("review-figures", paste_figures),
    )


def show_scenes() -> tuple[Scene, ...]:
    """Give what the customer sees of the review that was opened before."""
    return (Scene("show", open_show),)


def paste_figures(studio: Studio) -> None:
    """Paste cells into the goals of the next review that is planned."""
    with_goals = next(each for each in studio.services.reviews.lists().ahead if each.review_id)
    studio.desk.open_review(with_goals.review_id)
    studio.settle()
    QGuiApplication.clipboard().setText(
        "On-time arrival\t96.2 %\t97\tDashboard log\t2 Nov\nMorale\thigh\nReturns\t4\t3"
    )
    studio.desk.pages.review.view.prepare.paste.click()


def open_show(studio: Studio) -> None:
    """Show the review that is open, and let its window stand for the picture."""
    studio.desk.pages.review.view.header.show_asked.emit()
    studio.settle()
    window = studio.desk.pages.show.window
    window.resize(studio.shell.size())
    studio.other_window = window


def show_templates(studio: Studio) -> None:
    """Look at the templates in Settings."""
    studio.desk.go("settings")
    studio.settle()
    card = studio.shell.findChild(TemplatesCard)
    studio.desk.pages.settings.view.cards.ensureWidgetVisible(card, 0, 40)
    studio.settle()


def open_template(studio: Studio) -> None:
    """Open one template to all its parts."""
    show_templates(studio)
    card = studio.shell.findChild(TemplatesCard)
    card.rows.opened.emit(card.rows.keys[0])
    studio.settle()
