"""The keys that put marks, as a keyboard sends them."""

from typing import Final

from PySide6.QtCore import Qt

from reviewdesk.domain.marker import Marker

_CTRL: Final = Qt.KeyboardModifier.ControlModifier
_BOTH: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_IN_ORDER: Final = (
    Marker.FOLLOW_UP,
    Marker.OUR_PROMISE,
    Marker.THEIR_PROMISE,
    Marker.CONCERN,
    Marker.GOING_RIGHT,
    Marker.QUESTION,
    Marker.QUOTE,
    Marker.DECISION,
    Marker.OPPORTUNITY,
)
# With Shift a keyboard says what stands above the figure: ! and @ or " or ² in most layouts.
MARK_KEYS: Final = {
    **{(_CTRL, Qt.Key(Qt.Key.Key_1 + at)): marker for at, marker in enumerate(_IN_ORDER)},
    **{(_BOTH, key): Marker.RIVAL for key in (Qt.Key.Key_1, Qt.Key.Key_Exclam)},
    **{(_BOTH, key): Marker.ONLY_ME for key in (Qt.Key.Key_2, Qt.Key.Key_At, Qt.Key.Key_QuoteDbl)},
}
