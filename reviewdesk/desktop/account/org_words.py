"""What is written on each person of the org chart."""

from reviewdesk.desktop.account.model import Brief
from reviewdesk.desktop.account.org_node import NO_STANCE, NodeWords
from reviewdesk.desktop.account.words import long_day
from reviewdesk.desktop.tokens import Tone
from reviewdesk.desktop.widgets.pill import PillText
from reviewdesk.domain.people import Person, Stance

_TONES = {
    Stance.BACKS_US: Tone.GOOD,
    Stance.OPEN: Tone.NEUTRAL,
    Stance.DOUBTFUL: Tone.WARN,
    Stance.AGAINST: Tone.BAD,
}


def words_of(person: Person, brief: Brief) -> NodeWords:
    """Say who somebody is, the part they play, who of us knows them, and how they stand to us."""
    if person.left_on is not None and person.left_on <= brief.today:
        return NodeWords(
            person.id, person.name, person.role, f"left on {long_day(person.left_on)}", NO_STANCE, gone=True
        )
    ours = next((each for each in brief.colleagues if each.id == person.known_by_id), None)
    known = "" if ours is None else "known by me" if ours.is_me else f"known by {ours.name}"
    about = " · ".join(each for each in (person.part.value if person.part else "", known) if each)
    stance = PillText(person.stance.value, _TONES[person.stance]) if person.stance else NO_STANCE
    return NodeWords(person.id, person.name, person.role, about, stance)
