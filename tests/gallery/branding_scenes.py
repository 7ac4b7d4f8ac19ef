"""How documents look, as it is chosen: in Settings, where a picture is refused, and on an account."""

from reviewdesk.desktop.account.account_logo import AccountLogoCard
from reviewdesk.desktop.settings.documents import DocumentsCard
from reviewdesk.domain.branding import Logo
from tests.gallery.books import SHOWN, account_called
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio
from tests.pictures import HOSTILE, SVG, png


def branding_scenes() -> tuple[Scene, ...]:
    """Give them in the order in which one leads to the other."""
    return (
        Scene("branding-bare", show_bare),
        Scene("branding", show_branding),
        Scene("branding-end", show_end),
        Scene("branding-refused", refuse),
        Scene("branding-account", show_account),
    )


def show_bare(studio: Studio) -> None:
    """Look at it before anything was chosen."""
    for name, text in (("company", ""), ("company_line", ""), ("footer", "")):
        studio.services.book.change_setting(name, text)
    _go(studio)


def show_branding(studio: Studio) -> None:
    """Choose logos, colours that must be corrected, and the rest."""
    services = studio.services
    services.branding.choose(Logo.OURS, png(160, 160, "#0F4C5C", clear=True))
    services.branding.choose(Logo.PREPARER, SVG)
    for name, text in (
        ("company", "Northgate"), ("company_line", "Freight Systems"), ("footer", "Northgate Freight Systems GmbH"),
        ("color_main", "#FFD400"), ("color_accent", "#2F6FB0"), ("prepared_by", "Marlow & Partners"),
        ("signature", "Dana Reyes\nKey account manager\nNorthgate Freight Systems"),
    ):  # fmt: skip
        services.book.change_setting(name, text)
    _go(studio)


def show_end(studio: Studio) -> None:
    """Look at its lower end."""
    show_branding(studio)
    card = _card(studio)
    studio.desk.pages.settings.view.cards.ensureWidgetVisible(card.wells[Logo.PREPARER], 0, 40)
    studio.settle()


def refuse(studio: Studio) -> None:
    """Drop a picture that holds a script."""
    _go(studio)
    _card(studio).wells[Logo.OURS].chosen.emit(HOSTILE["a script"][0])
    studio.settle()


def show_account(studio: Studio) -> None:
    """Look at the logo and the language of a customer."""
    account_id = account_called(studio.services, SHOWN)
    studio.services.branding.choose_for(account_id, SVG)
    studio.services.accounts.change(account_id, "language", "Polish")
    studio.desk.open_account(account_id)
    studio.settle()
    view = studio.desk.pages.account.view
    view.open_tab("details")
    studio.settle()
    view.details.verticalScrollBar().setValue(0)
    view.details.ensureWidgetVisible(studio.shell.findChild(AccountLogoCard), 0, 40)
    studio.settle()


def _card(studio: Studio) -> DocumentsCard:
    return studio.shell.findChild(DocumentsCard)


def _go(studio: Studio) -> None:
    studio.desk.do("documents_look")
    settings = studio.desk.pages.settings
    studio.settle(until=lambda: settings.view.isVisible() and settings._led_to is None)
    studio.settle(until=lambda: _card(studio).preview._picture is not None)
