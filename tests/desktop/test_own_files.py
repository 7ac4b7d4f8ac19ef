"""What the files of a book are is known by their names, and nobody opens them to see."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOOKS = """
import sys
from pathlib import Path
from PySide6.QtCore import QMimeDatabase
from reviewdesk.desktop.own_files import name_own_files
from reviewdesk.domain.clock import Clock
from reviewdesk.storage.book_file import open_book

def locks():
    return sum(f" {__import__('os').getpid()} " in each for each in Path("/proc/locks").read_text().splitlines())

if sys.argv[2] == "named":
    name_own_files(Path(sys.argv[3]))
store = open_book(Path(sys.argv[1]), Clock())
with store.read() as reading:
    assert reading.book.name
before = locks()
kinds = QMimeDatabase()
for each in sorted(Path(sys.argv[1]).parent.glob("*.reviewdesk*")):
    kinds.mimeTypeForFile(str(each))
print(before > 0, locks() == before)
store.close()
"""


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="the system does not tell which locks there are")
@pytest.mark.parametrize(("named", "keeps"), [("named", "True"), ("", "False")])
def test_a_look_at_the_kinds_of_files_keeps_the_locks_on_the_book(tmp_path, named, keeps):
    from reviewdesk.domain.clock import Clock
    from reviewdesk.storage.book_file import open_book

    book = tmp_path / "Acme.reviewdesk"
    open_book(book, Clock(), may_create=True).close()

    words = [sys.executable, "-c", LOOKS, str(book), named, str(ROOT / "resources")]
    seen = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True, env=os.environ.copy())

    assert seen.stdout.split() == ["True", keeps]
