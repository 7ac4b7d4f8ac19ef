"""All services of one open book, built once and handed to the desktop or the CLI."""

from dataclasses import dataclass

from reviewdesk.services.accounts import AccountService
from reviewdesk.services.book import BookService
from reviewdesk.services.calendar import CalendarService
from reviewdesk.services.concerns import ConcernService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.drafts import DraftService
from reviewdesk.services.follow_ups import FollowUpService
from reviewdesk.services.imports import ImportService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.reminders import ReminderService
from reviewdesk.services.reviews import ReviewService
from reviewdesk.services.sample import SampleService
from reviewdesk.services.search import SearchService
from reviewdesk.services.tiers import TierService
from reviewdesk.services.today import TodayService


@dataclass(frozen=True, slots=True)
class Services:
    """What a person can do with one open book."""

    book: BookService
    accounts: AccountService
    concerns: ConcernService
    tiers: TierService
    today: TodayService
    imports: ImportService
    sample: SampleService
    reviews: ReviewService
    meetings: MeetingService
    documents: DocumentService
    follow_ups: FollowUpService
    reminders: ReminderService
    calendar: CalendarService
    search: SearchService
    drafts: DraftService
