"""Writes what a team or a colleague answers for as a PDF; without a name it says who there is."""

from pathlib import Path

from reviewdesk.cli.asking import Terminal, placed
from reviewdesk.cli.opened import opened
from reviewdesk.cli.terminal import Column, say, table


def run(terminal: Terminal) -> int:
    """Write one sheet, or list those for whom there is one."""
    asked = terminal.asked
    with opened(terminal) as services:
        papers, prints = services.boss_papers, services.print_outs
        if asked.colleague:
            say(str(prints.write(papers.team_sheet_called(asked.colleague), placed(asked.out or Path()))))
            return 0
        known = papers.accountable()
        if asked.out is not None:
            for each in known:
                say(str(prints.write(papers.team_sheet(each), placed(asked.out))))
            return 0
    if not known:
        say("No team and no colleague answers for anything that is open.")
        return 0
    columns = Column("Team or colleague", loose=True), Column("Concerns", right=True), Column("Owes", right=True)
    say(*table(columns, [(each.name, f"{each.concerns:,}", f"{each.owes:,}") for each in known]))
    return 0
