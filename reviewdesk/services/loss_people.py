"""Who has to do with a loss: the team that answers for it, and who had better ask why they left."""

from reviewdesk.domain.errors import RefusedError
from reviewdesk.domain.importing.names import folded
from reviewdesk.domain.reviewed_loss import ReviewedLoss
from reviewdesk.services.myself import named_so
from reviewdesk.storage.reading import Reading


def accountable(reading: Reading, loss: ReviewedLoss) -> str:
    """Give the team that answers for a loss: the one that was named, else that of the owner of the account."""
    owner_id = reading.accounts.get(loss.account_id).owner_id
    owner = reading.colleagues.find(owner_id) if owner_id else None
    return loss.team or (owner.team.strip() if owner is not None else "")


def teams_of(reading: Reading, loss: ReviewedLoss) -> frozenset[str]:
    """Give the teams that had to do with a loss: the one that answers for it, and those of its causes."""
    return frozenset({accountable(reading, loss), *(each.team for each in loss.causes)} - {""})


def hint_of(reading: Reading, loss: ReviewedLoss) -> str:
    """Say who had better ask, where nobody can be refused because no team answers for it."""
    asked, owner = named_so(reading, loss.interviewer), reading.accounts.get(loss.account_id).owner_id
    if asked is None or not (asked.is_me or asked.id == owner) or asked_own_team(reading, loss):
        return ""
    if accountable(reading, loss) and asked.id != owner:
        return ""
    return "You looked after them yourself. Somebody from outside hears what they would not tell you."


def refuse_insider(reading: Reading, loss: ReviewedLoss) -> None:
    """Refuse somebody of the team that answers for a loss as the one who asks.

    Raises:
        RefusedError: it is one of them.
    """
    if asked_own_team(reading, loss):
        team = accountable(reading, loss)
        raise RefusedError(f"{loss.interviewer} belongs to {team}, which answers for this loss. Let another team ask.")


def asked_own_team(reading: Reading, loss: ReviewedLoss) -> bool:
    """Say whether whoever asks belongs to the team that answers for it; teams of people change after they asked."""
    asked, team = named_so(reading, loss.interviewer) if loss.interviewer else None, accountable(reading, loss)
    return asked is not None and bool(team) and folded(asked.team) == folded(team)
