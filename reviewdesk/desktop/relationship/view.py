"""The page Relationship: the same cards as on Insights, about what customers think of us."""

from reviewdesk.desktop.insights.view import InsightsView
from reviewdesk.desktop.widgets.empty import EmptyState


class RelationshipView(InsightsView):
    """Shows where all customers stand, where to start, and who switched."""

    def __init__(self) -> None:
        super().__init__(self.tr("Relationship"))

    def _nothing(self) -> EmptyState:
        self.import_button.hide()
        return EmptyState(
            "handshake",
            self.tr("Nobody said yet what they think of us"),
            self.tr(
                "Open an account and choose More, What they think of us: seven numbers, theirs or your guess, say "
                "where each customer stands and where to start. Feedback forms fill them in by themselves."
            ),
            [self.accounts_button],
        )
