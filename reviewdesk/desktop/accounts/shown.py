"""What is shown of the list of accounts: its filter, chips, columns, order and density."""

from dataclasses import dataclass

from reviewdesk.domain.saved_view import SavedView


@dataclass(frozen=True, slots=True)
class Shown:
    """How the list stands. No `columns` are the usual ones; no `sort` is the usual order."""

    filter: str = ""
    chips: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    sort: str = ""
    falling: bool = False
    roomy: bool = False

    @classmethod
    def of(cls, view: SavedView) -> "Shown":
        """Read a saved view."""
        return cls(view.filter, view.chips, view.columns, view.sort, view.descending, view.is_roomy)

    def as_view(self, name: str = "") -> SavedView:
        """Write it as a view that can be saved."""
        return SavedView(
            name=name, filter=self.filter, chips=self.chips, columns=self.columns, sort=self.sort,
            descending=self.falling, is_roomy=self.roomy,
        )  # fmt: skip

    def shows_as(self, view: SavedView) -> bool:
        """Say whether a saved view shows the same accounts in the same way; chips count in any order."""
        other = Shown.of(view)
        same_sort = not other.sort or (other.sort, other.falling) == (self.sort, self.falling)
        return same_sort and (self.filter, set(self.chips), self.columns, self.roomy) == (
            other.filter, set(other.chips), other.columns, other.roomy,
        )  # fmt: skip
