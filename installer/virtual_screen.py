"""A screen that nobody sees: a window is really opened on it, without a monitor."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

SIZE = "1440x900x24"


@contextmanager
def screen(size: str = SIZE) -> Iterator[str]:
    """Run an X server on a free display for as long as the block lasts, and give the display's name."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            yield f":{answer.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
