"""What the programs and libraries of a folder ask the system for (ELF, as on Linux)."""

import re
import shutil
import subprocess
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

WORTH_IT = 0.9


@dataclass(frozen=True, slots=True)
class Binaries:
    """Programs and libraries with the names each asks for, and the newest C library that any was made for."""

    needs: dict[Path, tuple[str, ...]]
    libc: tuple[int, int] = (2, 17)

    @classmethod
    def of(cls, folder: Path) -> "Binaries":
        """Read every program and library of a folder."""
        read = {each: _headers(each) for each in _binaries(folder)}
        versions = [tuple(map(int, pair)) for text in read.values() for pair in re.findall(r"GLIBC_(\d+)\.(\d+)", text)]
        needs = {each: tuple(re.findall(r"^\s*NEEDED\s+(\S+)", text, re.MULTILINE)) for each, text in read.items()}
        newest = max(versions, default=(2, 17))
        return cls(needs, (newest[0], newest[1]))

    def without(self, names: Collection[str]) -> "Binaries":
        """Leave out the files of these names."""
        return Binaries({each: asks for each, asks in self.needs.items() if each.name not in names}, self.libc)

    def reached(self) -> set[str]:
        """Give the names of all libraries that what can be started or imported leads to."""
        by_name = {each.name: asks for each, asks in self.needs.items()}
        first = [each for each in self.needs if not is_versioned(each.name)]
        started = [each.name for each in self.needs if each.name.startswith("libpython")]  # by the program, by its name
        waiting = [*started, *(name for each in first for name in self.needs[each])]
        reached: set[str] = set()
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting += by_name.get(name, ())
        return reached

    def outside(self) -> list[str]:
        """Give the names of the libraries that are asked for and not in the folder."""
        inside = {each.name for each in self.needs}
        return sorted({name for asks in self.needs.values() for name in asks} - inside)


def is_versioned(name: str) -> bool:
    """Say whether a file is a library with a version, which only others load; plug-ins and modules have none."""
    return ".so." in name


def strip(library: Path) -> None:
    """Take what only a debugger reads out of a library, where that makes it much smaller."""
    if shutil.which("strip") is None or not _is_elf(library):
        return
    smaller = library.with_name(f"{library.name}.smaller")
    shutil.copy2(library, smaller)
    done = subprocess.run(["strip", "--strip-debug", smaller], capture_output=True, check=False)
    if done.returncode == 0 and smaller.stat().st_size < WORTH_IT * library.stat().st_size:
        smaller.replace(library)
    smaller.unlink(missing_ok=True)


def _binaries(folder: Path) -> list[Path]:
    files = (each for each in folder.rglob("*") if each.is_file() and not each.is_symlink())
    return sorted(each for each in files if _is_elf(each))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def _headers(binary: Path) -> str:
    return subprocess.run(["objdump", "-p", binary], capture_output=True, text=True, check=True).stdout
