"""Makes the cards of the settings page that look after themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.desk import Desk
    from reviewdesk.desktop.settings.part import SettingsPart


def settings_parts(desk: Desk) -> tuple[SettingsPart, ...]:
    """Make them in the order in which they stand."""
    from reviewdesk.desktop.settings.own_fields import OwnFieldsPanel
    from reviewdesk.desktop.settings.own_fields_part import OwnFieldsPart
    from reviewdesk.desktop.settings.removed_files import RemovedFilesCard, RemovedFilesPart

    return (
        OwnFieldsPart(OwnFieldsPanel(), desk.services.custom_fields, desk.tasks),
        RemovedFilesPart(RemovedFilesCard(), desk.services.attachments, desk.tasks),
    )
