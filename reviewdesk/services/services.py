"""All services of one open book, handed to the desktop or the CLI; each is made when it is first asked for."""

from __future__ import annotations

from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from reviewdesk.services.account_list import AccountListService
    from reviewdesk.services.accounts import AccountService
    from reviewdesk.services.accounts_at_once import AccountsAtOnceService
    from reviewdesk.services.all_books import AllBooksService
    from reviewdesk.services.answers import AnswerService
    from reviewdesk.services.attachments import AttachmentService
    from reviewdesk.services.batches import BatchService
    from reviewdesk.services.book import BookService
    from reviewdesk.services.boss_papers import BossPaperService
    from reviewdesk.services.branding import BrandingService
    from reviewdesk.services.briefs import BriefService
    from reviewdesk.services.calendar import CalendarService
    from reviewdesk.services.calendar_in import CalendarInService
    from reviewdesk.services.call_lists import CallListService
    from reviewdesk.services.capacity import CapacityService
    from reviewdesk.services.change_letters import ChangeLetterService
    from reviewdesk.services.change_notices import ChangeNoticeService
    from reviewdesk.services.change_outcomes import ChangeOutcomeService
    from reviewdesk.services.change_steps import ChangeStepService
    from reviewdesk.services.closed_reminding import ClosedRemindingService
    from reviewdesk.services.colleagues import ColleagueService
    from reviewdesk.services.concern_board import ConcernBoardService
    from reviewdesk.services.concern_insights import ConcernInsightService
    from reviewdesk.services.concern_links import ConcernLinkService
    from reviewdesk.services.concerns import ConcernService
    from reviewdesk.services.crm_out import CrmOutService
    from reviewdesk.services.crm_records import CrmRecordsService
    from reviewdesk.services.custom_fields import CustomFieldService
    from reviewdesk.services.day_notes import DayNoteService
    from reviewdesk.services.document_templates import DocumentTemplateService
    from reviewdesk.services.documents import DocumentService
    from reviewdesk.services.drafts import DraftService
    from reviewdesk.services.duplicates import DuplicateService
    from reviewdesk.services.export import ExportService
    from reviewdesk.services.finding import FindingService
    from reviewdesk.services.follow_ups import FollowUpService
    from reviewdesk.services.formats import FormatService
    from reviewdesk.services.forms import FormService
    from reviewdesk.services.forms_in import FormInService
    from reviewdesk.services.frictions import FrictionService
    from reviewdesk.services.goal_figures import GoalFigureService
    from reviewdesk.services.groups import GroupService
    from reviewdesk.services.guarding import GuardService
    from reviewdesk.services.hand_offs import HandOffService
    from reviewdesk.services.health import HealthService
    from reviewdesk.services.held_against_due import HeldAgainstDueService
    from reviewdesk.services.history import HistoryService
    from reviewdesk.services.imports import ImportService
    from reviewdesk.services.insights import InsightService
    from reviewdesk.services.key_accounts import KeyAccountService
    from reviewdesk.services.letters import LetterService
    from reviewdesk.services.loss_reviews import LossReviewService
    from reviewdesk.services.losses import LossListService
    from reviewdesk.services.mail_in import MailInService
    from reviewdesk.services.mails import MailService
    from reviewdesk.services.meetings import MeetingService
    from reviewdesk.services.merging import MergeService
    from reviewdesk.services.monday import MondayService
    from reviewdesk.services.new_books import NewBookService
    from reviewdesk.services.opportunities import OpportunityService
    from reviewdesk.services.our_side_beside import OurSideService
    from reviewdesk.services.outreach_concerns import OutreachConcernService
    from reviewdesk.services.portfolio import PortfolioService
    from reviewdesk.services.preparing import PreparingService
    from reviewdesk.services.price_diagnoses import PriceDiagnosisService
    from reviewdesk.services.price_lists import PriceListService
    from reviewdesk.services.print_outs import PrintOutService
    from reviewdesk.services.proposed_problems import ProposedProblemService
    from reviewdesk.services.proposing import ProposingService
    from reviewdesk.services.purchases import PurchaseService
    from reviewdesk.services.quarter_plan import QuarterPlanService
    from reviewdesk.services.rates import RateService
    from reviewdesk.services.recovery_stories import RecoveryStoryService
    from reviewdesk.services.relationships import RelationshipService
    from reviewdesk.services.remarks import RemarkService
    from reviewdesk.services.reminder_papers import ReminderPaperService
    from reviewdesk.services.reminders import ReminderService
    from reviewdesk.services.reviews import ReviewService
    from reviewdesk.services.said import SaidService
    from reviewdesk.services.said_before import SaidBeforeService
    from reviewdesk.services.sample import SampleService
    from reviewdesk.services.saved_views import SavedViewService
    from reviewdesk.services.scores import ScoreService
    from reviewdesk.services.search import SearchService
    from reviewdesk.services.shared_problems import SharedProblemService
    from reviewdesk.services.spelling import SpellingService
    from reviewdesk.services.switches import SwitchService
    from reviewdesk.services.team_losses import TeamLossService
    from reviewdesk.services.tiers import TierService
    from reviewdesk.services.time_line import TimeLineService
    from reviewdesk.services.time_machine import TimeMachine
    from reviewdesk.services.today import TodayService
    from reviewdesk.services.wordings import WordingService


class Services:
    """What a person can do with one open book.

    `makers` give each service by its name, so that a start waits only for what it shows.
    """

    batches: BatchService
    book: BookService
    branding: BrandingService
    accounts: AccountService
    account_list: AccountListService
    all_books: AllBooksService
    at_once: AccountsAtOnceService
    saved_views: SavedViewService
    concern_insights: ConcernInsightService
    concerns: ConcernService
    losses: LossListService
    team_losses: TeamLossService
    tiers: TierService
    today: TodayService
    imports: ImportService
    sample: SampleService
    spelling: SpellingService
    reviews: ReviewService
    meetings: MeetingService
    document_templates: DocumentTemplateService
    documents: DocumentService
    follow_ups: FollowUpService
    formats: FormatService
    hand_offs: HandOffService
    frictions: FrictionService
    health: HealthService
    reminders: ReminderService
    recovery_stories: RecoveryStoryService
    reminder_papers: ReminderPaperService
    calendar: CalendarService
    search: SearchService
    time_line: TimeLineService
    time_machine: TimeMachine
    goal_figures: GoalFigureService
    groups: GroupService
    answers: AnswerService
    purchases: PurchaseService
    boss_papers: BossPaperService
    briefs: BriefService
    finding: FindingService
    drafts: DraftService
    calendar_in: CalendarInService
    key_accounts: KeyAccountService
    letters: LetterService
    mail_in: MailInService
    crm_out: CrmOutService
    crm_records: CrmRecordsService
    export: ExportService
    day_notes: DayNoteService
    custom_fields: CustomFieldService
    duplicates: DuplicateService
    merging: MergeService
    monday: MondayService
    new_books: NewBookService
    opportunities: OpportunityService
    outreach_concerns: OutreachConcernService
    our_side: OurSideService
    portfolio: PortfolioService
    history: HistoryService
    switches: SwitchService
    attachments: AttachmentService
    insights: InsightService
    call_lists: CallListService
    change_letters: ChangeLetterService
    change_notices: ChangeNoticeService
    change_outcomes: ChangeOutcomeService
    change_steps: ChangeStepService
    concern_board: ConcernBoardService
    concern_links: ConcernLinkService
    said_before: SaidBeforeService
    loss_reviews: LossReviewService
    proposed_problems: ProposedProblemService
    shared_problems: SharedProblemService
    capacity: CapacityService
    held_against_due: HeldAgainstDueService
    scores: ScoreService
    quarter_plan: QuarterPlanService
    rates: RateService
    said: SaidService
    closed_reminding: ClosedRemindingService
    colleagues: ColleagueService
    preparing: PreparingService
    price_lists: PriceListService
    price_diagnoses: PriceDiagnosisService
    print_outs: PrintOutService
    proposing: ProposingService
    mails: MailService
    guard: GuardService
    relationships: RelationshipService
    remarks: RemarkService
    wordings: WordingService
    forms: FormService
    forms_in: FormInService

    def __init__(self, makers: Mapping[str, Callable[[], object]]) -> None:
        self._makers = makers
        self._making = RLock()

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the annotations above say what each one is
        """Make a service and keep it; whichever lane asks first, there is one of each."""
        if name.startswith("_") or name not in self._makers:
            raise AttributeError(name)
        with self._making:
            if name not in vars(self):
                setattr(self, name, self._makers[name]())
        return vars(self)[name]

    def warm_up(self) -> None:
        """Make all that was not asked for yet, while nobody waits."""
        for name in self._makers:
            getattr(self, name)
