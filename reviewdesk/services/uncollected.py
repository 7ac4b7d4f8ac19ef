"""Work that makes a great many objects, undisturbed by the search for those that only hold each other."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def uncollected(*, keeps: bool = True) -> Iterator[None]:
    """Let Python search no objects meanwhile: each search goes through all of them, and stands every thread still.

    Where it `keeps` what was made meanwhile, that is not searched later either; it goes when nothing refers to it any
    more. Where it does not, what holds itself, as tables made for one step do, is found by the next search.
    """
    was_on = gc.isenabled()
    if current_thread() is main_thread():  # no other thread may sweep a widget away
        gc.collect()  # else what has gone already would be kept with the rest
    gc.disable()
    try:
        yield
    finally:
        if keeps:
            gc.freeze()
        if was_on:
            gc.enable()
