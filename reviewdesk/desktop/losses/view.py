"""The page Losses: the same cards as on Insights, about the customers that left."""

from reviewdesk.desktop.insights.view import InsightsView
from reviewdesk.desktop.widgets.empty import EmptyState


class LossesView(InsightsView):
    """Shows who left, why, and what is to be learnt from it."""

    def __init__(self) -> None:
        super().__init__(self.tr("Losses"))

    def _nothing(self) -> EmptyState:
        self.import_button.hide()
        return EmptyState(
            "user-minus",
            self.tr("Nobody has left"),
            self.tr(
                "When a customer goes, choose More, They left us on the page of the account. It then asks why, whether "
                "it is worth winning them back and by what the loss is made up; here stands what all losses say "
                "together."
            ),
            [self.accounts_button],
        )
