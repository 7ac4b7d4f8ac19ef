"""Hand-offs as they are photographed."""

from reviewdesk.domain.handing_off import How, PackPart
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio


def hand_off_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give one returned with gaps, its list, its pack as a document, and one that was accepted."""
    return (
        Scene(f"account-hand_off{book}", returned),
        Scene(f"account-hand_off{book}-below", _below, leads_on=True),
        Scene(f"hand-offs{book}", _listed),
        Scene(f"hand-off-document{book}", _document),
        Scene(f"hand-off-accepted{book}", _accepted),
    )


def empty_hand_offs(studio: Studio) -> None:
    """Go there from the menu, before there is any."""
    studio.desk.do("go_hand_offs")


def _account(studio: Studio):
    return min(studio.services.accounts.rows(), key=lambda each: (-(each.revenue or 0), each.name)).id


def returned(studio: Studio) -> None:
    """Look at one that came back."""
    service, account_id = studio.services.hand_offs, _account(studio)
    made = service.begin(account_id).value
    if not made.rounds:
        for name, text in (
            ("to", "Omar Haddad"), ("starts_on", "1 Jan"), ("about", "Two trucks a day to three sites."),
            ("terms", "Payment: 30 days net\nNotice: six months to the end of a year"),
            ("sceptics", "Luis Ortega: doubts our night crew -> walk the dock with him"),
            ("rival", "Slugworth Logistics"), ("won_because", "We said so when a pallet was late"),
        ):  # fmt: skip
            service.change(made.id, name, text)
        service.hand_over(made.id)
        gaps = [PackPart.GOALS, PackPart.RISKS]
        service.give_back(made.id, How.HERE, "Omar Haddad", gaps, words="What does the third site expect of us?")
    studio.desk.exchange.hand_offs.show(account_id)
    studio.settle()


def _below(studio: Studio) -> None:
    returned(studio)
    page = studio.desk.pages.account.view._pages["hand_off"]
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())


def _listed(studio: Studio) -> None:
    studio.desk.do("go_hand_offs")
    studio.settle()


def _document(studio: Studio) -> None:
    shown = studio.services.hand_offs.of_account(_account(studio))
    studio.desk.exchange.hand_offs.show_pack(shown.hand_off.id)
    studio.settle()


def _accepted(studio: Studio) -> None:
    service = studio.services.hand_offs
    found = service.of_account(_account(studio)).hand_off
    if found.is_open:
        service.hand_over(found.id)
        service.accept(found.id, How.SAID, "Omar Haddad", words="On the phone: “we take them”")
    studio.desk.exchange.hand_offs.show(found.account_id)
    studio.settle()
