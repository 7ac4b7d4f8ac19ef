"""The kinds a note line can be, and who may see each of them unless the person says otherwise."""

from enum import StrEnum

from reviewdesk.domain.audience import Audience


class Marker(StrEnum):
    """What a note line is."""

    NOTE = "note"
    FOLLOW_UP = "follow-up"
    OUR_PROMISE = "our promise"
    THEIR_PROMISE = "their promise"
    CONCERN = "concern"
    GOING_RIGHT = "going right"
    QUESTION = "question"
    QUOTE = "quote"
    DECISION = "decision"
    OPPORTUNITY = "opportunity"
    RIVAL = "rival named"
    ONLY_ME = "only me"

    @property
    def audience(self) -> Audience:
        """Who may see such a line unless the person says otherwise."""
        return _AUDIENCES[self]


_AUDIENCES = {
    Marker.NOTE: Audience.ONLY_ME,
    Marker.ONLY_ME: Audience.ONLY_ME,
    Marker.RIVAL: Audience.OUR_SIDE,
    Marker.OPPORTUNITY: Audience.OUR_SIDE,
    Marker.QUESTION: Audience.OUR_SIDE,
    Marker.FOLLOW_UP: Audience.OUR_SIDE,
    Marker.CONCERN: Audience.OUR_SIDE,
    Marker.QUOTE: Audience.CUSTOMER,
    Marker.GOING_RIGHT: Audience.CUSTOMER,
    Marker.OUR_PROMISE: Audience.CUSTOMER,
    Marker.THEIR_PROMISE: Audience.CUSTOMER,
    Marker.DECISION: Audience.CUSTOMER,
}
