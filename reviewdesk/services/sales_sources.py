"""The files of sales figures that are read again: which they are, where they lie, and what was answered about them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Final

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.figures import VANISHED
from reviewdesk.domain.importing.plan import ImportPlan
from reviewdesk.domain.source_file import SourceFile, SourceKind
from reviewdesk.storage.reading import Reading

_SET: Final = "figures"
# What is asked anew each time, and the revenue year, which the book keeps.
_ASKED_AGAIN: Final = ("overwrite:", VANISHED, "window")


def known_sources(reading: Reading) -> tuple[SourceFile, ...]:
    """Give the files of sales figures that this book is refreshed from."""
    return reading.source_files.where(kind=SourceKind.SALES_FIGURES)


def sources_of(
    made: ImportPlan, places: Mapping[str, Path], known: Sequence[SourceFile], today: date
) -> tuple[SourceFile, ...]:
    """Give the files that are to be kept for refreshing: one for each set of figures, where its newest file lies."""
    by_set = {dict(each.answers).get(_SET, ""): each for each in known}
    answers = {each.id: each.taken for each in made.to_decide if not each.id.startswith(_ASKED_AGAIN)}
    found = {}
    for source, file in made.figures:
        if file in places:
            kept = tuple(sorted({**answers, _SET: source}.items()))
            path = str(places[file].absolute())
            old = by_set.get(source) or SourceFile(kind=SourceKind.SALES_FIGURES, path=path)
            found[source] = replace(old, path=path, answers=kept, read_on=today)
    return tuple(found.values())


def moved(sources: Sequence[SourceFile], known: Sequence[SourceFile]) -> bool:
    """Say whether a file is not yet known, or lies elsewhere now."""
    paths = {each.id: each.path for each in known}
    return any(paths.get(each.id) != each.path for each in sources)


def places_to_read(known: Sequence[SourceFile]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """Give the files to read again, and a sentence for each that is not where it was.

    Raises:
        RefusedError: there is none to read.
    """
    if not known:
        raise RefusedError(
            "No sales figures were imported yet. Import the file that finance gives you once: File, Import files. "
            "From then on it is read again from here."
        )
    paths = [Path(each.path) for each in known]
    gone = [
        f"{each.name} is no longer in {each.parent}. Put the newest one there under this name, "
        "or import it from where it lies now."
        for each in paths
        if not each.is_file()
    ]
    there = tuple(each for each in paths if each.is_file())
    if not there:
        raise RefusedError(" ".join(gone))
    return there, tuple(gone)


def answers_of(known: Sequence[SourceFile]) -> dict[str, str]:
    """Give what was answered about these files when they were read before."""
    return {id: answer for each in known for id, answer in each.answers if id != _SET}
