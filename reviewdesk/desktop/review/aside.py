"""What may be looked up in the meeting: shut at first, and what the customer must not see only behind a second key."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewdesk.desktop.ink import line_height
from reviewdesk.desktop.review.known import KnownCard, KnownThing, concerns, promises
from reviewdesk.desktop.review.model import Shown
from reviewdesk.desktop.widgets.buttons import plain_button
from reviewdesk.desktop.widgets.labels import Label, Part
from reviewdesk.desktop.widgets.page import ScrollColumn

KEY = "F6"
OURS_KEY = "Shift+F6"
_MOST_OF_OURS = 24


class Aside(QWidget):
    """Last promises, open concerns and who is in the room; behind a second key what is for our side alone.

    Signals:
        ours_asked: the review whose figures and neighbours the person wants to see.
    """

    ours_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Beside the meeting"))
        self.promises = KnownCard(self.tr("Last promises"), self.tr("None is open."))
        self.concerns = KnownCard(self.tr("Open concerns"), self.tr("None is open."))
        self.people = KnownCard(self.tr("In the room"), self.tr("Nobody is named yet."))
        self.ours = KnownCard(self.tr("Our side"), self.tr("Nothing is noted."), most=_MOST_OF_OURS)
        self.ours_button = plain_button(self.tr("Show our side"), "eye")
        told = self.tr("Tier, health, revenue, rivals and who else is worried ({key})")
        self.ours_button.setToolTip(told.format(key=OURS_KEY))
        self.ours_button.clicked.connect(self.toggle_ours)
        self._shown: Shown | None = None
        self._more: tuple[KnownThing, ...] = ()
        self._lay_out()
        self.shut()

    def _lay_out(self) -> None:
        cards = ScrollColumn(self.tr("Beside the meeting"), gap=12)
        for each in (self.ours, self.promises, self.concerns, self.people):
            cards.column.addWidget(each)
        cards.column.setContentsMargins(0, 0, 14, 0)
        cards.column.addStretch(1)
        foot = QHBoxLayout()
        foot.addWidget(self.ours_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 20, 6, 16)
        column.setSpacing(10)
        column.addWidget(cards, 1)
        column.addLayout(foot)
        column.addWidget(Label(self.tr("{key} shuts it").format(key=KEY), Part.SMALL))
        self.setFixedWidth(max(272, line_height(self.font()) * 16))

    def show_review(self, shown: Shown) -> None:
        """Take what there is to see of this review; nothing is written into it while it is shut."""
        if self._shown is not None and self._shown.review.id != shown.review.id:
            self.shut()
        self._shown = shown
        self._fill()

    def toggle(self) -> None:
        """Open it, or shut it with all that is in it."""
        if self.isHidden():
            self.show()
            self._fill()
        else:
            self.shut()

    def toggle_ours(self) -> None:
        """Show what is for our side alone, or hide it again."""
        if self.isHidden():
            return
        self.ours.setVisible(self.ours.isHidden())
        self._more = ()
        self._fill()
        if self._shown is not None and not self.ours.isHidden():
            self.ours_asked.emit(self._shown.review.id)

    def show_more(self, review_id: object, things: Sequence[KnownThing]) -> None:
        """Show more of our side, if it is still this review that is open here."""
        if self._shown is not None and self._shown.review.id == review_id and not self.ours.isHidden():
            self._more = tuple(things)
            self._fill()

    def shut(self) -> None:
        """Hide everything; what is for our side is gone from the window, not merely out of sight."""
        self.hide()
        self.ours.hide()
        self._more = ()
        for each in (self.promises, self.concerns, self.people):
            each.show_things(())
        self._fill()

    def _fill(self) -> None:
        is_ours = not self.ours.isHidden()
        self.ours_button.setText(self.tr("Hide our side") if is_ours else self.tr("Show our side"))
        self.ours.show_things((*ours(self._shown), *self._more) if is_ours and self._shown is not None else ())
        if self._shown is not None and not self.isHidden():
            self.promises.show_things(promises(self._shown))
            self.concerns.show_things(concerns(self._shown))
            self.people.show_things(people(self._shown))


def people(shown: Shown) -> list[KnownThing]:
    """Give who of theirs is in the room and what each cares about; everybody while nobody is named."""
    everybody = {each.id: each for each in shown.material.people.values() if each.left_on is None}
    named = [everybody[each] for each in shown.review.people_ids if each in everybody]
    return [
        KnownThing(each.name, " · ".join(filter(None, (each.role, each.cares_about))))
        for each in named or everybody.values()
    ]


def ours(shown: Shown) -> list[KnownThing]:
    """Give what is for our side alone: tier, rivals, and whose voice weighs how much."""
    account = shown.material.account
    found = [KnownThing(f"Tier {account.tier.value}", account.tier_reason)] if account.tier else []
    found += [KnownThing(each, "rival") for each in account.rivals]
    stances = (each for each in shown.material.people.values() if each.stance is not None and each.left_on is None)
    return [*found, *(KnownThing(each.name, each.stance.value) for each in stances if each.stance is not None)]
