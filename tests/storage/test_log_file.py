"""The log beside a book goes away under an open window: nothing that was shown as saved may be in it alone."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book

ROOT = Path(__file__).parents[2]
# What a window does: it saves, a file dialog looks into every file of the folder, a command of the terminal reads the
# book, and it saves once more. Closing a file gives back all locks that a process has on it, so the command takes
# itself for the last to leave and clears the log away.
WINDOW = """
import sys
from pathlib import Path
import subprocess
from reviewdesk.domain.account import Account
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book

path = Path(sys.argv[1])
store = open_book(path, Clock())
def save(name):
    with store.write("Add") as work:
        work.accounts.put(Account(name=name))
save("before")
for each in path.parent.glob(path.name + sys.argv[2]):
    each.read_bytes()
subprocess.run([sys.executable, "-m", "reviewdesk", "--book", str(path), "accounts"], check=True, capture_output=True)
save("after")
store.data_version()
with store.read() as reading:
    print(*sorted(each.name for each in reading.accounts.all()), flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name != "posix", reason="only there a closed file takes the locks of its process with it")
@pytest.mark.parametrize("looked_into", ["", "*"])
def test_what_is_saved_after_the_log_went_away_is_there_after_a_kill(tmp_path, looked_into):
    book = tmp_path / "Acme.reviewdesk"
    open_book(book, Clock(), may_create=True).close()
    command = [sys.executable, "-c", WINDOW, str(book), looked_into]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as window:
        assert window.stdout.readline() == "after before\n"
        window.send_signal(signal.SIGKILL)

    store = open_book(book, Clock())
    with store.read() as reading:
        names = sorted(each.name for each in reading.accounts.all())
    store.close()
    assert names == ["after", "before"]
