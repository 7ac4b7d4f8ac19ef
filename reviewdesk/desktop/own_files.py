"""Names the files of a book to the system, so that nothing in this program opens one to see what it is.

A dialog for files opens what it does not know by its name, and closing it gives back every lock that the program has on
it: another program could then take the book for one that nobody has open.
"""

import os
from pathlib import Path
from typing import Final

WHERE: Final = "XDG_DATA_DIRS"
USUAL: Final = "/usr/local/share:/usr/share"


def name_own_files(resources: Path) -> None:
    """Add our names to those that Qt and the system's own dialogs know; called before anything asks for one."""
    ours = str(resources / "files")
    known = os.environ.get(WHERE) or USUAL
    if os.name == "posix" and ours not in known.split(os.pathsep):
        os.environ[WHERE] = os.pathsep.join((ours, known))
