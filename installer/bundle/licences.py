"""Gathers the licences of everything that is handed out together with ReviewDesk."""

import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib import metadata
from pathlib import Path

from installer.bundle.binaries import is_versioned
from installer.environment import ROOT

OWN_TEXTS = Path(__file__).with_name("licences")
TEXT_NAMES = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def collect(parts: Path, into: Path) -> list[str]:
    """Write the licences of all packed parts below `into`; give the names of the parts."""
    shutil.rmtree(into, ignore_errors=True)
    into.mkdir(parents=True)
    packages = packages_below(own_requirements())
    for name in packages:
        _of_package(name, into / name)
    _of_python(into / "python")
    shutil.copytree(OWN_TEXTS, into / "Qt and PySide6")
    libraries = _of_system_libraries(parts, into / "system libraries")
    for folder in ("fonts", "icons", "spelling"):
        for text in sorted((parts / "resources" / folder).glob("*.txt")):
            shutil.copy(text, _made(into / folder) / text.name)
    return [*packages, "python", *libraries]


def own_requirements() -> list[str]:
    """Give the names of the packages that ReviewDesk itself asks for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [_bare(each) for each in project["dependencies"]]


def packages_below(names: list[str]) -> list[str]:
    """Give these packages and all that they need to run, where they are installed."""
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        now = waiting.pop()
        try:
            asked = metadata.requires(now) or []
        except metadata.PackageNotFoundError:
            continue  # for another system or another Python
        found[now.lower()] = metadata.metadata(now)["Name"]
        waiting += [bare for each in asked if "extra ==" not in each and (bare := _bare(each)).lower() not in found]
    return sorted(set(found.values()))


def _bare(requirement: str) -> str:
    return re.split(r"[\s;<>=!~\[(]", requirement, maxsplit=1)[0]


def _of_package(name: str, into: Path) -> None:
    for file in metadata.files(name) or []:
        if ".dist-info" in str(file) and TEXT_NAMES.search(file.name) and Path(str(file.locate())).is_file():
            shutil.copy(str(file.locate()), _made(into) / file.name)
    words = metadata.metadata(name)
    said = [
        f"{key}: {value}"
        for key in ("Name", "Version", "License-Expression", "License")
        for value in _values(words, key)
    ]
    (_made(into) / "about.txt").write_text("\n".join(said) + "\n", encoding="utf-8")


def _values(words: metadata.PackageMetadata, key: str) -> list[str]:
    return [str(each).splitlines()[0] for each in words.get_all(key) or [] if str(each).strip()]


def _of_python(into: Path) -> None:
    for place in (sysconfig.get_path("stdlib"), sys.base_prefix):
        text = Path(place) / "LICENSE.txt"
        if text.is_file():
            shutil.copy(text, _made(into) / "LICENSE.txt")
            return


def _of_system_libraries(parts: Path, into: Path) -> list[str]:
    """Copy Debian's copyright files of the libraries that were taken from this system."""
    if shutil.which("dpkg-query") is None:
        return []
    names = sorted({each.name for each in parts.glob("lib*.so*") if is_versioned(each.name) and not each.is_symlink()})
    packages = {found for name in names if (found := _debian_package(name))}
    for package in sorted(packages):
        text = Path("/usr/share/doc") / package / "copyright"
        if text.is_file():
            shutil.copy(text, _made(into) / f"{package}.txt")
    return sorted(packages)


def _debian_package(library: str) -> str:
    asked = ["dpkg-query", "--search", f"*/{library}"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.split(":")[0].strip() if answer.returncode == 0 else ""


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
