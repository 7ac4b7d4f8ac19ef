"""Makes the tabs and sections of an account's page that look after themselves."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewdesk.desktop.account.echoing import Echoing
    from reviewdesk.desktop.account.part import AccountPart
    from reviewdesk.desktop.account.view import AccountView
    from reviewdesk.desktop.desk import Desk


def account_parts(desk: Desk) -> tuple[AccountPart, ...]:
    """Make them in the order in which they find their places."""
    from reviewdesk.desktop.account.alike_section import AlikeSection
    from reviewdesk.desktop.account.files import FilesPage
    from reviewdesk.desktop.account.files_part import FilesPart
    from reviewdesk.desktop.account.group import GroupPart, GroupView
    from reviewdesk.desktop.account.history_page import HistoryPage
    from reviewdesk.desktop.account.history_part import HistoryPart
    from reviewdesk.desktop.account.own_fields import OwnFieldsCard, OwnFieldsOfPerson
    from reviewdesk.desktop.account.own_fields_section import OwnFieldsOfPersonSection, OwnFieldsSection
    from reviewdesk.desktop.account.switches import SwitchesCard
    from reviewdesk.desktop.account.switches_section import SwitchesSection
    from reviewdesk.desktop.account.time_line import TimeLinePart
    from reviewdesk.desktop.widgets.alike_strip import AlikeStrip

    services, tasks, group = desk.services, desk.tasks, GroupView()
    alike = AlikeSection(AlikeStrip(desk.tr("The same as this one?")), services.duplicates, tasks)
    alike.account_asked.connect(desk.open_account)
    group.account_asked.connect(desk.open_account)
    line = TimeLinePart(services.time_line, tasks)
    line.beside_asked.connect(desk.found.open_beside)
    return (
        alike,
        *_steps_and_changes(desk),
        _contacts(desk),
        _revenue(desk),
        _said(desk),
        *_scores(desk),
        *_looked_into(desk),
        *_asked_for(desk),
        GroupPart(group, services.groups, tasks),
        line,
        _logo(desk),
        SwitchesSection(SwitchesCard(), services.switches, tasks),
        OwnFieldsSection(OwnFieldsCard(), services.custom_fields, tasks),
        OwnFieldsOfPersonSection(OwnFieldsOfPerson(), services.custom_fields, tasks),
        HistoryPart(HistoryPage(), services.history, tasks),
        FilesPart(FilesPage(), services.attachments, tasks),
    )


def follow_what_was_said(desk: Desk, view: AccountView) -> Echoing:
    """Show while a concern is typed who else said the like, and of one that is open what it lacks and belongs to."""
    from reviewdesk.desktop.account.echoing import Echoing
    from reviewdesk.desktop.account.linking import Linking
    from reviewdesk.desktop.friction.of_concern import FrictionsOfConcern, open_friction
    from reviewdesk.desktop.outreach.of_concern import OutreachOf, open_problem

    made = Echoing(view, desk.services.said_before, desk.services.book, desk.tasks)
    made.concern_asked.connect(desk.open_concern)
    made.account_asked.connect(desk.open_account)
    view.concerns.lacking_asked.connect(desk.pages.ask_lacking)
    view.concerns.step_asked.connect(desk.pages.add_step)
    linking = Linking(view.concerns, desk.services.concern_links, desk.services.book, desk.tasks)
    linking.concern_asked.connect(desk.open_concern)
    frictions = FrictionsOfConcern(view.concerns, desk.services.frictions, desk.tasks)
    frictions.friction_asked.connect(partial(open_friction, desk))
    outreach = OutreachOf(view.concerns, desk.services.shared_problems, desk.tasks)
    outreach.problem_asked.connect(partial(open_problem, desk))
    return made


def _asked_for(desk: Desk) -> tuple[AccountPart, ...]:
    """Make the tabs that are there while one asks for them."""
    from reviewdesk.desktop.account.brief_part import BriefPart, BriefView
    from reviewdesk.desktop.account.then_part import ThenPart, ThenView

    services, tasks, brief = desk.services, desk.tasks, BriefView()
    brief.print_asked.connect(partial(desk.do, "print_brief"))
    return BriefPart(brief, services.briefs, tasks), ThenPart(ThenView(), services.time_machine, tasks)


def _said(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.said import SaidPage
    from reviewdesk.desktop.account.said_part import SaidPart

    return SaidPart(SaidPage(), desk.services.said, desk.tasks)


def _scores(desk: Desk) -> tuple[AccountPart, ...]:
    from reviewdesk.desktop.account.scores import ScoresPage
    from reviewdesk.desktop.account.scores_part import ScoresPart
    from reviewdesk.desktop.feedback.forms_card import FormsCard
    from reviewdesk.desktop.feedback.forms_section import FormsSection

    forms, ways = FormsSection(FormsCard(), desk.services.forms, desk.tasks), desk.exchange.forms
    forms.send_asked.connect(ways.send_to)
    forms.type_asked.connect(ways.type_in_of)
    forms.action_asked.connect(ways.act)
    return ScoresPart(ScoresPage(), desk.services.answers, desk.tasks), forms


def _looked_into(desk: Desk) -> tuple[AccountPart, ...]:
    """Make what is asked for with a reason: what they think of us, who takes over, why they left."""
    return _relationship(desk), _hand_off(desk), _loss(desk)


def _hand_off(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.hand_off.page import HandOffPage
    from reviewdesk.desktop.hand_off.part import HandOffTab

    tab = HandOffTab(HandOffPage(), desk.services.hand_offs, desk.tasks)
    tab.paper_asked.connect(desk.exchange.hand_offs.show_pack)
    return tab


def _relationship(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.relationship import RelationshipPage
    from reviewdesk.desktop.account.relationship_part import RelationshipPart

    return RelationshipPart(RelationshipPage(), desk.services.relationships, desk.tasks)


def _steps_and_changes(desk: Desk) -> tuple[AccountPart, ...]:
    from reviewdesk.desktop.account.changes_section import ChangesSection
    from reviewdesk.desktop.account.follow_ups import FollowUpsPage
    from reviewdesk.desktop.account.follow_ups_part import FollowUpsPart
    from reviewdesk.desktop.widgets.card import Card

    card = Card(desk.tr("Changes that touch them"), " ", edge_to_edge=True)
    section = ChangesSection(card, desk.services.change_notices, desk.tasks)
    section.change_asked.connect(desk.exchange.changes.open)
    page = FollowUpsPage()
    page.change_asked.connect(desk.exchange.changes.open)
    return FollowUpsPart(page, desk.services.follow_ups, desk.tasks), section


def _loss(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.loss import LossPage
    from reviewdesk.desktop.account.loss_part import LossPart
    from reviewdesk.desktop.loss_ways import ask_who_makes_up, offer_loss_review

    page = LossPage()
    page.paper_asked.connect(partial(desk.do, "loss_review"))
    part = LossPart(page, desk.services.loss_reviews, desk.tasks)
    part.next_asked.connect(desk.pages.ask_who_is_next)
    part.account_asked.connect(desk.open_account)
    part.other_asked.connect(partial(ask_who_makes_up, desk, part))
    part.lost.connect(partial(offer_loss_review, desk))
    return part


def _logo(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.account_logo import AccountLogoCard, AccountLogoSection

    card = AccountLogoCard()
    card.language_asked.connect(partial(_lead_to_language, desk))
    return AccountLogoSection(card, desk.services.branding, desk.tasks)


def _contacts(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.contacts import ContactsPage, ContactsPart

    return ContactsPart(ContactsPage(), desk.services.said, desk.tasks)


def _revenue(desk: Desk) -> AccountPart:
    from reviewdesk.desktop.account.revenue import RevenuePage
    from reviewdesk.desktop.account.revenue_part import RevenuePart

    page = RevenuePage()
    page.rate_asked.connect(partial(_lead_to_rate, desk))
    return RevenuePart(page, desk.services.purchases, desk.tasks)


def _lead_to_rate(desk: Desk, currency: str) -> None:
    desk.go("settings")
    desk.pages.settings.lead_to("rates", currency)


def _lead_to_language(desk: Desk) -> None:
    desk.pages.account.view.details.go_to("language")
