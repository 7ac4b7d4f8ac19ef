"""A disk of a few hundred kilobytes, to see what happens when it is full."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder on a small disk of its own; only root can make one, and only on Linux."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("a small disk can only be made by root")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if made.returncode != 0:
        pytest.skip(f"a small disk cannot be made here: {made.stderr.decode().strip()}")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def fill(folder: Path, *, leave: int = 0) -> Path:
    """Fill a disk but for so many bytes, and give the file that does it."""
    stuffing = folder / "stuffing"
    free = os.statvfs(folder)
    with stuffing.open("wb") as file:
        file.write(b"x" * max(free.f_bavail * free.f_frsize - leave, 0))
    return stuffing
