"""Takes out of the packed folder what no window of ReviewDesk loads, and what the system brings itself."""

import shutil
import sys
from pathlib import Path

from installer.bundle.binaries import Binaries, is_versioned, strip
from installer.bundle.of_the_system import OF_THE_SYSTEM, OPTIONAL

KEPT_PLUGINS = {
    "platforms": ("qxcb", "qwayland", "qoffscreen", "qwindows", "qcocoa"),
    "platformthemes": ("qgtk3", "qxdgdesktopportal"),
    "platforminputcontexts": ("composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"),
    "imageformats": ("qsvg", "qjpeg", "qico"),
    "iconengines": ("qsvgicon",),
    "printsupport": ("cupsprintersupport",),
    "styles": ("qmodernwindowsstyle", "qmacstyle"),
    "xcbglintegrations": ("qxcb-glx-integration", "qxcb-egl-integration"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-decoration-client": ("adwaita", "bradient"),
    "wayland-graphics-integration-client": ("qt-plugin-wayland-egl",),
}
SHARED_FOLDERS = ("", "PySide6/Qt/lib", "pillow.libs")


def prune(parts: Path) -> int:
    """Remove what is not used or is the system's, and what is only for debuggers; give the bytes saved."""
    before = size_of(parts)
    for plugin in sorted(parts.glob("PySide6/**/plugins/*/*")):
        if plugin.is_file() and not _is_kept(plugin):
            plugin.unlink()
    if sys.platform.startswith("linux"):
        _drop_libraries(parts)
    _drop_empty(parts)
    return before - size_of(parts)


def size_of(folder: Path) -> int:
    """Give how many bytes the files of a folder have, links not counted."""
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file() and not each.is_symlink())


def needed(folder: Path) -> Binaries:
    """Give the programs and libraries of a folder without the plug-ins that may fail to load."""
    return Binaries.of(folder).without(OPTIONAL)


def _is_kept(plugin: Path) -> bool:
    name = plugin.name.split(".")[0].removeprefix("lib")
    return name in KEPT_PLUGINS.get(plugin.parent.name, ())


def _drop_libraries(parts: Path) -> None:
    """Remove the libraries that the system brings, and then those nothing else in the folder asks for."""
    shared = {parts / each for each in SHARED_FOLDERS}
    for each in sorted(parts.rglob("*.so*")):
        if each.name in OF_THE_SYSTEM:
            each.unlink()
    reached = needed(parts.parent).reached()
    for each in sorted(parts.rglob("*.so*")):
        if is_versioned(each.name) and each.parent in shared and each.name not in reached:
            each.unlink()
    for each in sorted(parts.rglob("*")):
        if each.is_symlink() and not each.exists():
            each.unlink()
        elif ".so" in each.name and each.parent.suffix != ".libs" and not each.is_symlink():
            strip(each)


def _drop_empty(parts: Path) -> None:
    for folder in sorted((each for each in parts.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            shutil.rmtree(folder)
