"""The packed program carries what it needs, leaves to the system what is the system's, and says which packages."""

import shutil
import subprocess
from pathlib import Path

import pytest

from installer.bundle import debian, licences, pruning
from installer.bundle.binaries import Binaries
from installer.bundle.of_the_system import packages_of
from installer.environment import CannotError

READS_LIBRARIES = pytest.mark.skipif(shutil.which("objdump") is None, reason="objdump is not on this machine")
ON_DEBIAN = pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not on this machine")
A_PROGRAM = Path("/bin/sh").resolve()


@pytest.fixture
def folder(tmp_path):
    """A folder as the packer makes one, with a program of this machine in the place of ours."""
    made = tmp_path / "reviewdesk"
    (made / "parts" / "PySide6" / "Qt" / "plugins" / "platforms").mkdir(parents=True)
    (made / "licences").mkdir()
    (made / "licences" / "LICENSE.txt").write_text("as is")
    shutil.copy(A_PROGRAM, made / "reviewdesk")
    for name in ("libpython3.11.so.1.0", "libnobody.so.6", "PySide6/Qt/plugins/platforms/libqeglfs.so"):
        shutil.copy(A_PROGRAM, made / "parts" / name)
    return made


@READS_LIBRARIES
def test_libraries_nobody_asks_for_are_left_out_and_python_is_not(folder):
    saved = pruning.prune(folder / "parts")

    assert [each.name for each in (folder / "parts").rglob("*.so*")] == ["libpython3.11.so.1.0"]
    assert saved >= 2 * A_PROGRAM.stat().st_size
    assert not (folder / "parts" / "PySide6").exists()


@READS_LIBRARIES
def test_a_program_says_which_c_library_it_was_made_for(folder):
    read = Binaries.of(folder)

    assert any(each.startswith("libc.so") for each in read.outside())
    assert read.libc >= (2, 17)


def test_a_library_without_a_known_package_stops_the_packing():
    assert packages_of(["libX11.so.6", "libc.so.6", "libxcb.so.1"]) == ["libx11-6", "libxcb1"]
    with pytest.raises(CannotError, match="libnobody"):
        packages_of(["libnobody.so.6"])


@READS_LIBRARIES
@ON_DEBIAN
def test_the_package_starts_from_the_path_and_is_the_same_every_time(folder, tmp_path):
    package = debian.make_package(folder, tmp_path)
    first = package.read_bytes()
    subprocess.run(["dpkg-deb", "--extract", package, tmp_path / "root"], check=True)
    program = tmp_path / "root" / "usr" / "bin" / "reviewdesk"

    assert subprocess.run([program, "-c", "exit 7"], check=False).returncode == 7
    for each in ("applications/reviewdesk.desktop", "icons/hicolor/scalable/apps/reviewdesk.svg"):
        assert (tmp_path / "root" / "usr" / "share" / each).is_file()
    assert (tmp_path / "root" / "usr" / "share" / "doc" / "reviewdesk" / "licences" / "LICENSE.txt").is_file()
    assert debian.make_package(folder, tmp_path).read_bytes() == first


def test_every_package_the_program_stands_on_has_its_licence(tmp_path):
    (tmp_path / "parts").mkdir()

    told = licences.collect(tmp_path / "parts", tmp_path / "licences")

    assert {"PySide6_Essentials", "SQLAlchemy", "reportlab", "sqlcipher3", "alembic", "python"} <= set(told)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (tmp_path / "licences" / "Qt and PySide6" / "LGPL-3.txt").read_text()
    for name in licences.packages_below(licences.own_requirements()):
        assert (tmp_path / "licences" / name / "about.txt").is_file()
    assert "Mako" in told  # asked for by alembic, not by us
