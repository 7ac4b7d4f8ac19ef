"""Work that makes a great many objects, undisturbed by the search for those that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Let Python search no objects meanwhile: each search goes through all of them, and stands every thread still.

    What was made meanwhile is not searched later either; it goes when nothing refers to it any more.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
