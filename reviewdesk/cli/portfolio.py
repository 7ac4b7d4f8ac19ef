"""Lists every customer in one line, by tier, with sums."""

from dataclasses import asdict
from decimal import Decimal
from typing import Final

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.listing import say_whole, short_money
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import Column, say, table, warn
from reviewdesk.domain.our_side import Portfolio, PortfolioGroup, PortfolioLine
from reviewdesk.services.health_values import health_words

COLUMNS: Final = (
    Column("Account", loose=True), Column("Health"), Column("Revenue", right=True), Column("Change", right=True),
    Column("Concerns", right=True), Column("Late", right=True), Column("Last review"), Column("Next review"),
    Column("Next step", loose=True), Column("Notice by"),
)  # fmt: skip


def run(terminal: Terminal) -> int:
    """Write the portfolio, as text or as a PDF."""
    with opened(terminal) as services:
        if terminal.asked.pdf is not None:
            say(str(services.print_outs.write(services.boss_papers.portfolio(), placed(terminal.asked.pdf))))
            return 0
        found = services.portfolio.of_today()
    if terminal.asked.as_json:
        sums = [
            {"tier": each.tier, "revenue": each.revenue, "without_rate": each.without_rate} for each in found.groups
        ]
        say_whole({**asdict(found), "sums": sums, "revenue": found.revenue})
        return 0
    if not found.groups:
        say("There are no accounts in this book yet. Import a file: reviewdesk import FILE")
        return 0
    for each in found.groups:
        say(_title(found, each), *table(COLUMNS, [_cells(line, found.currency) for line in each.lines]), "")
    say(f"In all: {_counted(len(found.lines))}{_sum(found, found.revenue)}. For our side only.")
    left_out = sum(each.without_rate for each in found.groups)
    if left_out:
        warn(f"{_counted(left_out)} without an exchange rate: not in the sums. Enter the rate in Settings.")
    return 0


def _title(found: Portfolio, group: PortfolioGroup) -> str:
    tier = f"Tier {group.tier}" if group.tier else "Without a tier"
    return f"{tier}: {_counted(len(group.lines))}{_sum(found, group.revenue)}"


def _counted(count: int) -> str:
    return "1 account" if count == 1 else f"{count:,} accounts"


def _sum(found: Portfolio, revenue: Decimal) -> str:
    return f", {short_money(revenue, found.currency)} in 12 months" if found.year else ""


def _cells(line: PortfolioLine, currency: str) -> tuple[str, ...]:
    knows = line.revenue is not None or line.lacks_rate
    return (
        line.name,
        health_words(line.health, line.band, never_asked=line.never_asked),
        short_money(line.revenue, currency) if knows else "-",
        f"{line.change:+} %" if line.change is not None else "-",
        str(line.open_concerns or "-"),
        str(line.late_promises or "-"),
        line.last_review.isoformat() if line.last_review else "never",
        line.next_review or "-",
        line.next_step or "-",
        line.notice_on.isoformat() if line.notice_on else "-",
    )
