"""Which libraries a packed ReviewDesk takes from the system, and which Debian packages bring them."""

from typing import Final

from installer.environment import CannotError
from installer.system_libraries import ALWAYS, FOR_WAYLAND, FOR_X11

# Small companions of X11 that many systems lack, so that the folder carries them.
CARRIED: Final = {each.file for each in FOR_X11 if each.fedora.startswith("xcb-util")}
# What the libraries named elsewhere bring along or share with the system's own.
ALONGSIDE: Final = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libgcc_s.so.1": "libgcc-s1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb.so.1": "libxcb1",
}
PACKAGES: Final = {each.file: each.debian for each in ALWAYS + FOR_X11 + FOR_WAYLAND} | ALONGSIDE
OF_THE_SYSTEM: Final = set(PACKAGES) - CARRIED
# Without their libraries these plug-ins are not loaded, and Qt goes on without them.
OPTIONAL: Final = {"libqgtk3.so": "libgtk-3-0", "libcupsprintersupport.so": "libcups2"}
OF_LIBC: Final = ("libc.so.", "libm.so.", "libdl.so.", "libpthread.so.", "librt.so.", "libresolv.so.", "ld-linux")


def packages_of(libraries: list[str]) -> list[str]:
    """Give the Debian packages that bring these libraries, the C library's own left out.

    Raises:
        CannotError: one of them is in no table here.
    """
    asked = [each for each in libraries if not each.startswith(OF_LIBC)]
    unknown = [each for each in asked if each not in PACKAGES]
    if unknown:
        raise CannotError(
            f"Nobody knows which package brings {', '.join(unknown)}. "
            "Name it in installer/bundle/of_the_system.py and start again."
        )
    return sorted({PACKAGES[each] for each in asked})
