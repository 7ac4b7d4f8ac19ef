"""Makes the tabs and sections of an account's page that look after themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.account.part import AccountPart
    from reviewdesk.desktop.desk import Desk


def account_parts(desk: Desk) -> tuple[AccountPart, ...]:
    """Make them in the order in which they find their places."""
    from reviewdesk.desktop.account.alike_section import AlikeSection
    from reviewdesk.desktop.account.brief_part import BriefPart, BriefView
    from reviewdesk.desktop.account.files import FilesPage
    from reviewdesk.desktop.account.files_part import FilesPart
    from reviewdesk.desktop.account.group import GroupPart, GroupView
    from reviewdesk.desktop.account.history_page import HistoryPage
    from reviewdesk.desktop.account.history_part import HistoryPart
    from reviewdesk.desktop.account.own_fields import OwnFieldsCard, OwnFieldsOfPerson
    from reviewdesk.desktop.account.own_fields_section import OwnFieldsOfPersonSection, OwnFieldsSection
    from reviewdesk.desktop.account.revenue import RevenuePage
    from reviewdesk.desktop.account.revenue_part import RevenuePart
    from reviewdesk.desktop.account.scores import ScoresPage
    from reviewdesk.desktop.account.scores_part import ScoresPart
    from reviewdesk.desktop.account.switches import SwitchesCard
    from reviewdesk.desktop.account.switches_section import SwitchesSection
    from reviewdesk.desktop.account.time_line import TimeLinePart
    from reviewdesk.desktop.widgets.alike_strip import AlikeStrip

    services, tasks, group = desk.services, desk.tasks, GroupView()
    alike = AlikeSection(AlikeStrip(desk.tr("The same as this one?")), services.duplicates, tasks)
    alike.account_asked.connect(desk.open_account)
    group.account_asked.connect(desk.open_account)
    return (
        alike,
        RevenuePart(RevenuePage(), services.purchases, tasks),
        ScoresPart(ScoresPage(), services.answers, tasks),
        BriefPart(BriefView(), services.briefs, tasks),
        GroupPart(group, services.groups, tasks),
        TimeLinePart(services.time_line, tasks),
        SwitchesSection(SwitchesCard(), services.switches, tasks),
        OwnFieldsSection(OwnFieldsCard(), services.custom_fields, tasks),
        OwnFieldsOfPersonSection(OwnFieldsOfPerson(), services.custom_fields, tasks),
        HistoryPart(HistoryPage(), services.history, tasks),
        FilesPart(FilesPage(), services.attachments, tasks),
    )
