"""The child process that writes summaries: it takes tasks as lines and answers each with what came of it.

It ends with its standard input; what it was writing then is written whole. The person's own work goes first.
"""

import os
import sys
from pathlib import Path
from typing import Final

from reviewdesk.domain.document_kinds import DocumentKind
from reviewdesk.domain.errors import ReviewDeskError
from reviewdesk.domain.summary import from_json
from reviewdesk.services.batch_task import BatchTask, NamesOfAll, answer_line, names_from, task_from
from reviewdesk.services.making import Guard, make
from reviewdesk.storage.atomic import write_new

NICER: Final = 10


def mark_of(process: int) -> str:
    """Give how the names of files begin that a process is writing."""
    return f"reviewdesk-{process}-"


def main(arguments: list[str]) -> int:
    """Write summaries with the fonts of this folder until nothing more is asked."""
    if sys.platform != "win32":
        os.nice(NICER)
    fonts = Path(arguments[0])
    with open(0, "rb", closefd=False) as tasks, open(1, "wb", closefd=False) as answers:
        first = tasks.readline()
        names = names_from(first) if first else None
        for line in tasks:
            if names is not None:
                answers.write(answer_line(_answer(task_from(line), names, fonts)))
                answers.flush()
    return 0


def _answer(task: BatchTask, names: NamesOfAll, fonts: Path) -> dict[str, object]:
    """Make every format first, so that a summary is written in all of them or in none."""
    try:
        guard = Guard(names.without(frozenset(task.own), task.forbidden), frozenset(task.meant))
        value, contents = from_json(task.value), []
        for ending, path in task.files:
            made = make(value, DocumentKind(ending), guard, fonts)
            if made.leaks:
                return {"leaks": [[each.words, each.kind.value] for each in made.leaks]}
            contents.append((Path(path), made.content))
        mark = mark_of(os.getpid())
        return {"written": [str(write_new(path, content, mark)) for path, content in contents]}
    except ReviewDeskError as error:
        return {"refused": str(error)}
    except (ValueError, ArithmeticError, LookupError, TypeError) as error:
        return {"refused": f"It could not be made ({type(error).__name__}). Open it on its page."}
