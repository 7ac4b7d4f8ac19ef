"""Makes the cards of the settings page that look after themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.settings.part import SettingsPart


def settings_parts(desk: Desk) -> tuple[SettingsPart, ...]:
    """Make them in the order in which they stand."""
    from reviewdesk.desktop.change.steps_card import StepsCard
    from reviewdesk.desktop.settings.change_steps_part import ChangeStepsPart
    from reviewdesk.desktop.settings.closed_part import ClosedPanel, ClosedPart
    from reviewdesk.desktop.settings.colleagues import ColleaguesCard
    from reviewdesk.desktop.settings.colleagues_part import ColleaguesPart
    from reviewdesk.desktop.settings.documents import DocumentsCard
    from reviewdesk.desktop.settings.documents_part import DocumentsPart
    from reviewdesk.desktop.settings.own_fields import OwnFieldsPanel
    from reviewdesk.desktop.settings.own_fields_part import OwnFieldsPart
    from reviewdesk.desktop.settings.rates import RatesCard
    from reviewdesk.desktop.settings.rates_part import RatesPart
    from reviewdesk.desktop.settings.removed_files import RemovedFilesCard, RemovedFilesPart
    from reviewdesk.desktop.settings.templates import TemplatesCard
    from reviewdesk.desktop.settings.templates_part import TemplatesPart

    return (
        DocumentsPart(DocumentsCard(), desk.services.branding, desk.services.book, desk.tasks),
        RatesPart(RatesCard(), desk.services.rates, desk.tasks),
        ColleaguesPart(ColleaguesCard(), desk.services.colleagues, desk.tasks),
        OwnFieldsPart(OwnFieldsPanel(), desk.services.custom_fields, desk.tasks),
        TemplatesPart(TemplatesCard(), desk.services.preparing, desk.tasks),
        ChangeStepsPart(StepsCard(desk.tr("Steps of a change notice")), desk.services.change_steps, desk.tasks),
        RemovedFilesPart(RemovedFilesCard(), desk.services.attachments, desk.tasks),
        ClosedPart(ClosedPanel(), desk.pages.when_closed),
    )
