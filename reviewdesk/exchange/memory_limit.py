"""Limits that a child process sets itself before it reads what a stranger may have made."""

import sys
from typing import Final

MEGABYTE: Final = 1024 * 1024
_EXTENDED_LIMITS: Final = 9
_PROCESS_MEMORY: Final = 0x100


def limit_this_process(memory: int, seconds: int) -> None:
    """Let this process have at most so many bytes of memory and so much time of the processor, and write no file.

    macOS takes no such limit of memory; there who started the process watches it.
    """
    if sys.platform == "win32":
        _limit_on_windows(memory)
    else:
        _limit_on_unix(memory, seconds)


def _limit_on_unix(memory: int, seconds: int) -> None:
    import resource

    limits = {"RLIMIT_CPU": seconds, "RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0}
    if sys.platform != "darwin":
        limits["RLIMIT_AS"] = memory
    for name, most in limits.items():
        which = getattr(resource, name)
        _, hard = resource.getrlimit(which)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(which, (allowed, allowed))


def _limit_on_windows(memory: int) -> None:
    """Put this process into a job that may not take more."""
    import ctypes

    class Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64), ("job_time", ctypes.c_int64), ("flags", ctypes.c_uint32),
            ("least", ctypes.c_size_t), ("most", ctypes.c_size_t), ("processes", ctypes.c_uint32),
            ("affinity", ctypes.c_size_t), ("priority", ctypes.c_uint32), ("scheduling", ctypes.c_uint32),
        )  # fmt: skip

    class Extended(ctypes.Structure):
        _fields_ = (
            ("basic", Basic), ("counters", ctypes.c_uint64 * 6), ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t), ("process_peak", ctypes.c_size_t), ("job_peak", ctypes.c_size_t),
        )  # fmt: skip

    limits = Extended(basic=Basic(flags=_PROCESS_MEMORY), process_memory=memory)
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)  # type: ignore[attr-defined,unused-ignore]
    kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))
