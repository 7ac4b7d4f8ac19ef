"""Why a form that came back is not taken in, each with what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from reviewdesk.domain.errors import NotAFormError, RefusedError, UnreadableError
from reviewdesk.domain.feedback import FORM_VERSION, book_mark
from reviewdesk.domain.feedback_fields import FormRead, FormState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from reviewdesk.domain.feedback import FormMark

TYPE_IT_IN: Final = "or type its answers in: *Type in a feedback form* in the Review menu."
_UNREADABLE: Final[Mapping[FormState, str]] = {
    FormState.LOCKED: (
        "“{name}” is locked with a password, so its answers cannot be read. Ask for it without a password, {or_type}"
    ),
    FormState.LIVE: (
        "“{name}” was turned into another kind of form (XFA) on its way, and its answers are kept there in a way that "
        "is not read here. Ask for it as it was sent, {or_type}"
    ),
    FormState.DAMAGED: "“{name}” is damaged and cannot be read. Ask them to send it once more, {or_type}",
    FormState.TOO_LARGE: (
        "“{name}” is larger than a feedback form can be, or takes too long to read. Ask them to send the form alone, "
        "{or_type}"
    ),
}


def refuse_unreadable(read: FormRead, name: str) -> None:
    """Refuse what is no form, or one whose answers cannot be read.

    Raises:
        NotAFormError: it is another file.
        UnreadableError: it cannot be read; the sentence says what to do.
        RefusedError: it is a form of ours, with an answer that none of ours offers.
    """
    if read.state is FormState.OTHER:
        raise NotAFormError(
            f"“{name}” is no feedback form made by ReviewDesk. Keep it as a file of its account instead."
        )
    if read.state is FormState.CHANGED:
        raise RefusedError(
            f"“{name}” holds an answer that this form does not offer, so it was changed by something else than filling "
            f"it in. Ask them to fill it in once more, {TYPE_IT_IN}"
        )
    if read.state in _UNREADABLE:
        raise UnreadableError(_UNREADABLE[read.state].format(name=name, or_type=TYPE_IT_IN))


def refuse_strange(mark: FormMark, secret: bytes | None, name: str) -> None:
    """Refuse a form of another book, one that was tampered with, and one of other questions than those asked now.

    Raises:
        RefusedError: the sentence says which of them, and what to do.
    """
    if secret is None or mark.book != book_mark(secret):
        raise RefusedError(f"“{name}” was sent from another book. Open that book, and drop it there.")
    if not mark.is_signed_by(secret):
        raise RefusedError(
            f"What “{name}” bears to say whose it is was changed since it was made, so it cannot be trusted. Ask them "
            f"to fill in the form you sent, {TYPE_IT_IN}"
        )
    if mark.version != str(FORM_VERSION):
        older = mark.version.isdecimal() and int(mark.version) < FORM_VERSION
        then = f"Send the form as it is now, {TYPE_IT_IN}" if older else "Install the newest ReviewDesk to read it."
        raise RefusedError(f"“{name}” asks {'an older' if older else 'a newer'} set of questions than this one. {then}")


def unanswered(name: str, who: str) -> RefusedError:
    """Say that nothing is filled in."""
    whom = who or "whoever sent it"
    return RefusedError(
        f"Nothing is filled in in “{name}”. Ask {whom} to tick their answers, save the file and send that; some "
        "programs send the empty one."
    )
