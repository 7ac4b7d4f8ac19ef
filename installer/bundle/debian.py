"""Makes a Debian package of the packed folder, with dpkg-deb alone."""

import os
import shutil
import subprocess
from pathlib import Path

from installer.bundle import pruning
from installer.bundle.folder import PROGRAM, made_at, steady
from installer.bundle.of_the_system import OPTIONAL, packages_of
from installer.environment import ROOT, CannotError, last_lines, say
from reviewdesk import __version__

DESKTOP_FILE = Path(__file__).with_name("reviewdesk.desktop")
COPYRIGHT = Path(__file__).with_name("copyright")
ICON = ROOT / "resources" / "app" / "reviewdesk.svg"
CONTROL = """\
Package: reviewdesk
Version: {version}
Architecture: {architecture}
Maintainer: ReviewDesk
Section: misc
Priority: optional
Installed-Size: {size}
Depends: {depends}
Recommends: {recommends}
Description: account reviews that nobody forgets
 Says which account is due for a review, keeps what was said in the meeting,
 and ends each meeting with a PDF summary for the customer and follow-ups that
 are not forgotten. Works without a network; everything lies in one file.
"""


def make_package(folder: Path, out: Path) -> Path:
    """Make the package of a packed folder and give its file.

    Raises:
        CannotError: dpkg-deb is not there or could not, or a library has no package here.
    """
    if shutil.which("dpkg-deb") is None:
        raise CannotError("dpkg-deb is not on this machine. Build the package on Debian or Ubuntu.")
    say("Making the Debian package")
    root = out / "package"
    shutil.rmtree(root, ignore_errors=True)
    _lay_out(folder, root)
    (root / "DEBIAN").mkdir()
    (root / "DEBIAN" / "control").write_text(control(folder, root), encoding="utf-8")
    _same_rights(root)
    package = out / f"reviewdesk_{__version__}_{_architecture()}.deb"
    words = ["dpkg-deb", "--root-owner-group", "-Zzstd", "-z12", "--build", str(root), str(package)]
    done = subprocess.run(words, env=steady(), capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise CannotError(f"dpkg-deb could not make the package:\n{last_lines(done.stdout + done.stderr)}")
    shutil.rmtree(root)
    return package


def control(folder: Path, root: Path) -> str:
    """Say what the package is and what it stands on."""
    binaries = pruning.needed(folder)
    newest = ".".join(str(each) for each in binaries.libc)
    depends = [f"libc6 (>= {newest})", *packages_of(binaries.outside())]
    return CONTROL.format(
        version=__version__,
        architecture=_architecture(),
        size=pruning.size_of(root) // 1024,
        depends=", ".join(depends),
        recommends=", ".join(sorted(OPTIONAL.values())),
    )


def _lay_out(folder: Path, root: Path) -> None:
    share = root / "usr" / "share"
    places = {
        DESKTOP_FILE: share / "applications" / DESKTOP_FILE.name,
        ICON: share / "icons" / "hicolor" / "scalable" / "apps" / ICON.name,
        COPYRIGHT: share / "doc" / PROGRAM / "copyright",
    }
    for source, target in places.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)
    shutil.copytree(folder, root / "usr" / "lib" / PROGRAM, symlinks=True)
    shutil.move(root / "usr" / "lib" / PROGRAM / "licences", share / "doc" / PROGRAM / "licences")
    link = root / "usr" / "bin" / PROGRAM
    link.parent.mkdir(parents=True)
    link.symlink_to(Path("..") / "lib" / PROGRAM / PROGRAM)


def _same_rights(root: Path) -> None:
    """Give every file the rights and the time it has on any machine, whatever the umask and the clock were here."""
    program = root / "usr" / "lib" / PROGRAM / PROGRAM
    stamp = int(made_at())
    for each in (root, *root.rglob("*")):
        if not each.is_symlink():
            each.chmod(0o755 if each.is_dir() or each == program else 0o644)
        os.utime(each, (stamp, stamp), follow_symlinks=False)


def _architecture() -> str:
    asked = ["dpkg", "--print-architecture"]
    return subprocess.run(asked, capture_output=True, text=True, check=True).stdout.strip()
