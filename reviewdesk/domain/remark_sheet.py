"""A draft as a second reader gets it: where each remark stands on its pages, and all of them as a list."""

from dataclasses import dataclass, field
from datetime import date

from reviewdesk.domain.branding import Branding
from reviewdesk.domain.summary import Vendor

Area = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class PinnedRemark:
    """A remark with its number, and where it is pinned: a page from 1 and the area it is about, in points."""

    number: int
    words: str
    by: str
    about: str
    page: int
    area: Area
    done: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkSheet:
    """All remarks on one version of a summary, 0 for its draft."""

    vendor: Vendor
    account: str
    written_on: date
    version: int = 0
    remarks: tuple[PinnedRemark, ...] = ()
    branding: Branding = field(default_factory=Branding)
