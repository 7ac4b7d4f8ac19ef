"""The loss of a customer as it is photographed."""

from reviewdesk.desktop.account.loss import LossPage
from reviewdesk.desktop.loss_ways import open_loss
from tests.gallery.books import account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_ACCOUNT = "Hanseatic Timber Baltic"
_TYPED = {
    "revenue": "80000", "margin": "22", "retention": "80", "years": "3", "discount": "10", "up_front": "9000",
    "on_return": "0", "chance": "35", "team": "Operations", "interviewer": "Marc Dubois",
    "taken_on": "Anna: yes, the lanes fit us\nBen: don't know", "turned": "Anna: in May, on two wrong pallets",
    "needed": "Anna: a fixed slot at the dock, and yes, we could sell it", "worth_it": "Ben: don't know",
    "our_people": "Cleo: nobody told them what became of it",
    "what_happened": "Two pallets went wrong in May and again in August. Nobody told them what became of it.",
    "causes": "Nobody called back / process / Operations", "plan": "Call back within a day / Cleo / 10 Dec",
    "lessons": "Say within a day what became of a complaint / Marc Dubois / 10 Dec", "cost_out": "4000",
    "cost_out_owner": "Cleo", "cost_out_due": "2027-03-31",
}  # fmt: skip


def loss_scenes() -> tuple[Scene, ...]:
    """Give a loss of which nothing was typed yet, one that was examined, and by what it is made up."""
    return (
        Scene("loss-empty", look_at_it),
        Scene("loss", examine),
        Scene("loss-making-up", look_further_down),
        Scene("losses", see_losses),
        Scene("losses-today", see_today),
    )


def look_at_it(studio: Studio) -> None:
    """Look at a loss that was only just marked."""
    account_id = account_called(studio.services, _ACCOUNT)
    studio.services.accounts.change(account_id, "status", "lost")
    studio.desk.open_account(account_id)
    studio.settle()
    studio.desk.pages.account.view.open_tab("loss")
    studio.settle()


def examine(studio: Studio) -> None:
    """Look at a loss that was examined by somebody of another team."""
    account_id = account_called(studio.services, _ACCOUNT)
    studio.services.accounts.change(account_id, "status", "lost")
    for field, text in _TYPED.items():
        studio.services.loss_reviews.set_field(account_id, field, text)
    candidates = studio.services.loss_reviews.replacing(account_id).candidates
    for each in candidates[:1]:
        studio.services.loss_reviews.choose(account_id, each.account_id)
    look_at_it(studio)


def look_further_down(studio: Studio) -> None:
    """Look at how it is made up, and at what happened on the way."""
    examine(studio)
    page = studio.desk.pages.account.view.findChild(LossPage)
    page.ensureWidgetVisible(page.making, 0, 0)
    studio.settle()


def lose_some(studio: Studio) -> None:
    """Lose three accounts: one examined, one begun, one that nobody looked into."""
    services = studio.services
    examine(studio)
    names = [each for each in services.accounts.rows() if each.name != _ACCOUNT][3:5]
    for each in names:
        services.accounts.change(each.id, "status", "lost")
    typed = {
        "taken_on": "Dana: no, they never paid on time\nMarc: don't know", "turned": "Dana: when the lane was cut",
        "causes": "The lane they needed was cut / product / Operations\nNobody told them in time / process / Sales",
        "revenue": "41000",
    }  # fmt: skip
    for field, text in typed.items():
        services.loss_reviews.set_field(names[0].id, field, text)
    services.loss_reviews.end(account_called(services, _ACCOUNT))


def see_losses(studio: Studio) -> None:
    """Look at all losses together."""
    lose_some(studio)
    studio.desk.go("losses")
    studio.settle()


def lose_ugly(studio: Studio) -> None:
    """Look at a loss in a book of long names and many scripts, filled to the brim."""
    services = studio.services
    rows = services.accounts.rows()
    account_id = max(rows, key=lambda each: len(each.name)).id
    services.accounts.change(account_id, "status", "lost")
    long = " ".join(each.name for each in rows)
    typed = dict.fromkeys(("what_happened", "causes", "plan", "lessons", "turned", "our_people"), f"{long}\n" * 3)
    for field, text in (_TYPED | typed | {"team": long[:200], "interviewer": long[:200], "revenue": "9" * 12}).items():
        services.loss_reviews.set_field(account_id, field, text)
    for each in rows[:3]:
        if each.id != account_id:
            services.loss_reviews.choose(account_id, each.id)
    open_loss(studio.desk, account_id)
    studio.settle()


def see_ugly_losses(studio: Studio) -> None:
    """Look at all losses of such a book, in which one was looked into just now."""
    studio.desk.go("losses")
    studio.settle()


def empty_losses(studio: Studio) -> None:
    """Look at the page of losses where nobody was lost."""
    studio.desk.go("losses")
    studio.settle()


def see_today(studio: Studio) -> None:
    """Look at a day that asks why somebody left."""
    lose_some(studio)
    studio.desk.go("today")
    studio.settle()
