"""Takes in feedback forms that came back as files, and says what each of them says."""

from collections.abc import Iterator

from reviewdesk.cli.asking import Terminal
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import say
from reviewdesk.domain.answer import SCALES
from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.feedback import asked_by
from reviewdesk.services.form_in_values import FormBack, FormTaken, needs_recovery
from reviewdesk.services.form_keeping import PUT_RIGHT


def run(terminal: Terminal) -> int:
    """Take in each of them; the first that is refused ends it, and what was taken in before stays."""
    with opened(terminal) as services:
        for path in terminal.asked.files:
            back = services.forms_in.look(path)
            if back.is_typed:
                raise RefusedError(f"{back.why} Do so in the window: drop the file on it.")
            services.forms_in.take(back, _taken(back, replaces=terminal.asked.replace))
            say(*_said(back))
    return 0


def _taken(back: FormBack, *, replaces: bool) -> FormTaken:
    """Give what becomes of it without being asked: a low score is made good by the next working day."""
    recovers = needs_recovery(back.filled)
    return FormTaken(
        filled=back.filled, on=back.today, person_id=back.person_id, replaces=replaces,
        next_what=PUT_RIGHT if recovers else "", next_on=back.put_right_by if recovers else None,
    )  # fmt: skip


def _said(back: FormBack) -> Iterator[str]:
    filled = back.filled
    who = next((each.name for each in back.people if each.id == back.person_id), filled.name or "somebody")
    scores = (f"{each} {filled.scores[each]} of {SCALES[each].highest}" for each in asked_by(back.form.kind)
              if each in filled.scores)  # fmt: skip
    yield f"{back.account}, {who}: {', '.join(scores) or 'no scores'}"
    if needs_recovery(filled):
        yield f"6 or less: make good first. “{PUT_RIGHT}” stands among the follow-ups for {back.put_right_by}."
