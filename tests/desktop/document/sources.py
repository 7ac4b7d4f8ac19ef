"""The sources of a document's page on a store, as the window has them."""

from reviewdesk.desktop.document.summary_sources import OtherFormats, Sources
from reviewdesk.services.document_templates import DocumentTemplateService
from reviewdesk.services.documents import DocumentService
from reviewdesk.services.formats import FormatService
from reviewdesk.services.guarding import GuardService
from reviewdesk.services.meetings import MeetingService
from reviewdesk.services.print_outs import PrintOutService
from reviewdesk.services.remarks import RemarkService
from reviewdesk.services.wordings import WordingService
from reviewdesk.storage.journal import Journal
from reviewdesk.wiring import resources_folder


def sources_on(store) -> Sources:
    """Give them on this store."""
    fonts = resources_folder() / "fonts"
    prints, meetings = PrintOutService(store, fonts), MeetingService(store, Journal(store.path))
    others = OtherFormats(FormatService(store, fonts), DocumentTemplateService(store))
    kept = WordingService(store), meetings, RemarkService(store), GuardService(store), others
    return Sources(DocumentService(store, fonts), prints, *kept)
