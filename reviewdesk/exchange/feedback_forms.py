"""Feedback forms that came back as files, read by a child process within limits of size, memory and time."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from reviewdesk.domain.feedback_fields import FormRead, FormState, form_read
from reviewdesk.domain.hand_off_form import FormSaid, form_said, is_hand_off
from reviewdesk.exchange import READ_FORM

LARGEST: Final = 10 * 1024 * 1024
_SECONDS: Final = 20
_LONGEST_ANSWER: Final = 1024 * 1024
_DAMAGED: Final = (1, 2)
_PARENT: Final = Path(__file__).resolve().parents[2]


def read_feedback_form(content: bytes) -> FormRead:
    """Say what a file is, and what is filled in where it is a form; no file makes this fail."""
    if len(content) > LARGEST:
        return FormRead(state=FormState.TOO_LARGE)
    if b"%PDF-" not in content[:1024]:
        return FormRead(state=FormState.OTHER)
    return understood(_answer(content))


def read_hand_off_form(content: bytes) -> FormSaid | None:
    """Give what stands in the form of a hand-off pack; nothing where the file is another, or cannot be read."""
    if len(content) > LARGEST or b"%PDF-" not in content[:1024]:
        return None
    values = _answer(content)[1]
    return form_said(values) if is_hand_off(values) else None


def understood(answer: tuple[FormState, dict[str, str], str]) -> FormRead:
    """Give what was read as our own value."""
    state, values, code = answer
    if is_hand_off(values):
        return FormRead(state=FormState.OTHER)
    return form_read(values) if state is FormState.FORM else FormRead(state=state, code=code)


def _answer(content: bytes) -> tuple[FormState, dict[str, str], str]:
    start = [sys.executable] if hasattr(sys, "frozen") else [sys.executable, "-P", "-m", "reviewdesk"]
    own = {"PYTHONUTF8": "1", **({} if hasattr(sys, "frozen") else {"PYTHONPATH": str(_PARENT)})}
    try:
        ended = subprocess.run(  # noqa: S603 - this program itself
            [*start, READ_FORM, str(_SECONDS)], input=content, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, **own}, timeout=_SECONDS, check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except (subprocess.TimeoutExpired, OSError):
        return FormState.TOO_LARGE, {}, ""
    if ended.returncode or not ended.stdout.endswith(b"\n") or len(ended.stdout) > _LONGEST_ANSWER:
        return FormState.DAMAGED if ended.returncode in _DAMAGED else FormState.TOO_LARGE, {}, ""
    said: Any = json.loads(ended.stdout)
    return FormState(said[0]), dict(said[1]), str(said[2])
