"""How well Sort does on labelled lines: precision and recall of each kind, and the lines it gets wrong."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reviewdesk.domain.marker import Marker

NOTE = Marker.NOTE.value


@dataclass(frozen=True, slots=True)
class Sorted:
    """A labelled line beside what was proposed for it."""

    label: str
    proposed: str
    severity: int | None
    severity_proposed: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What was proposed for the lines of one file."""

    lines: tuple[Sorted, ...]

    @property
    def precision(self) -> float:
        """The share of the proposals that say the right kind; leaving a line a note proposes nothing."""
        made = [each for each in self.lines if each.proposed != NOTE]
        return sum(each.label == each.proposed for each in made) / len(made)

    @property
    def recall(self) -> float:
        """The share of the lines that are something which were proposed as what they are."""
        asked = [each for each in self.lines if each.label != NOTE]
        return sum(each.label == each.proposed for each in asked) / len(asked)

    @property
    def notes_left_alone(self) -> float:
        """The share of the plain notes for which nothing was proposed."""
        notes = [each for each in self.lines if each.label == NOTE]
        return sum(each.proposed == NOTE for each in notes) / len(notes)

    @property
    def severities_near(self) -> float:
        """The share of the concerns found whose severity is at most one away from the label's."""
        found = [each for each in self.lines if each.severity and each.severity_proposed]
        return sum(abs((each.severity or 0) - (each.severity_proposed or 0)) <= 1 for each in found) / len(found)

    @property
    def misses(self) -> list[Sorted]:
        """The lines sorted wrongly, first those for which a wrong kind was proposed."""
        wrong = [each for each in self.lines if each.label != each.proposed]
        return sorted(wrong, key=lambda each: each.proposed == NOTE)

    def report(self, title: str) -> str:
        """Give the figures of each kind and the misses as text."""
        head = (
            f"\n{title}: {len(self.lines)} lines, precision {self.precision:.0%}, recall {self.recall:.0%}, "
            f"notes left alone {self.notes_left_alone:.0%}, severity within one {self.severities_near:.0%}"
        )
        misses = [f"  {each.label} proposed as {each.proposed}: {each.text}" for each in self.misses]
        return "\n".join([head, *self._kinds(), *misses])

    def _kinds(self) -> list[str]:
        labels = Counter(each.label for each in self.lines)
        made = Counter(each.proposed for each in self.lines)
        right = Counter(each.label for each in self.lines if each.label == each.proposed)
        return [
            f"  {kind:14} of {labels[kind]:3} lines {right[kind]:3} found ({right[kind] / labels[kind]:4.0%}), "
            f"of {made[kind]:3} proposals right {right[kind] / max(made[kind], 1):4.0%}"
            for kind in (each.value for each in Marker)
            if labels[kind]
        ]


def labelled(name: str) -> list[tuple[str, str]]:
    """Give the labels and texts of one file; a line that begins with # names the meetings' trade."""
    lines = (Path(__file__).parent / "labelled" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [(label, text) for label, text in (line.split(" | ", 1) for line in lines if not line.startswith("#"))]


def figures(lines: Sequence[tuple[str, str]], propose: Callable[[str], tuple[str, int | None]]) -> Figures:
    """Let the lines be sorted and keep what came of it."""
    made = []
    for label, text in lines:
        kind, severity = propose(text)
        labelled_severity = int(label[-1]) if label[-1].isdigit() else None
        made.append(Sorted(label.rstrip(" 1234"), kind, labelled_severity, severity, text))
    return Figures(tuple(made))
