"""Who takes over: a colleague by name, the one of a team who says so, or somebody new."""

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.handing_off import HandOff
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.people import Colleague
from reviewdesk.services.account_ties import colleague_named
from reviewdesk.storage.reading import Reading
from reviewdesk.storage.unit_of_work import UnitOfWork


def taker_of(work: UnitOfWork, hand_off: HandOff, who: str) -> Colleague:
    """Give who owns the account from now on; a name that nobody has yet becomes a colleague.

    A team is nobody: of it takes over who answered, else the only one in it.

    Raises:
        RefusedError: several are called so, or it is a team and nobody of it answered.
    """
    called = _called(work, hand_off.to)
    if len(called) > 1:
        raise RefusedError(f"{len(called)} colleagues are called {hand_off.to}. Give one of them another name first.")
    team = _of_team(work, hand_off.to)
    if called or not team:
        return called[0] if called else colleague_named(work, hand_off.to)
    answered = [each for each in team if folded(each.name) == folded(who)] or (team if len(team) == 1 else [])
    if not answered:
        names = ", ".join(sorted(each.name for each in team))
        raise RefusedError(f"{hand_off.to} is a team. Say who of it accepted and takes over: {names}.")
    return answered[0]


def _called(reading: Reading, name: str) -> list[Colleague]:
    return [each for each in reading.colleagues.all() if folded(each.name) == folded(name)]


def _of_team(reading: Reading, name: str) -> list[Colleague]:
    return [each for each in reading.colleagues.all() if each.team.strip() and folded(each.team) == folded(name)]
