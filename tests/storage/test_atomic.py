"""A file is the old one or the new one, whole."""

import os
import stat

import pytest

from reviewdesk.domain.errors import RefusedError
from reviewdesk.storage.atomic import write_whole
from tests.small_disk import fill, small_disk  # noqa: F401 - a fixture


def test_a_file_is_written_where_it_was_asked_for(tmp_path):
    path = tmp_path / "new folder" / "Acme.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")

    assert path.read_bytes() == b"second"
    assert [each.name for each in path.parent.iterdir()] == ["Acme.pdf"]


def test_a_full_disk_leaves_the_old_file_and_nothing_else(small_disk):  # noqa: F811
    path = small_disk / "Acme.pdf"
    write_whole(path, b"old")
    for left in range(0, 512 * 1024, 64 * 1024):
        stuffing = fill(small_disk, leave=left)
        with pytest.raises(RefusedError, match="No space left.*Choose another place"):
            write_whole(path, b"n" * (600 * 1024))
        stuffing.unlink()
        assert path.read_bytes() == b"old"
        assert [each.name for each in small_disk.iterdir()] == ["Acme.pdf"]

    write_whole(path, b"n" * (600 * 1024))
    assert path.stat().st_size == 600 * 1024


def test_a_folder_in_the_way_is_told(tmp_path):
    (tmp_path / "Acme.pdf").mkdir()

    with pytest.raises(RefusedError, match="Acme.pdf could not be written"):
        write_whole(tmp_path / "Acme.pdf", b"content")
    assert list(tmp_path.iterdir()) == [tmp_path / "Acme.pdf"]


def test_a_file_in_place_of_the_folder_is_told(tmp_path):
    (tmp_path / "documents").write_text("a file")

    with pytest.raises(RefusedError, match="Choose another place"):
        write_whole(tmp_path / "documents" / "Acme.pdf", b"content")


@pytest.mark.parametrize("name", ["a\x00b.pdf", "x" * 300 + ".pdf"])
def test_a_name_that_no_file_can_have_is_told(tmp_path, name):
    with pytest.raises(RefusedError, match="Choose another place"):
        write_whole(tmp_path / name, b"content")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_to_is_told(tmp_path):
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with pytest.raises(RefusedError, match="Permission denied"):
        write_whole(tmp_path / "Acme.pdf", b"content")
    tmp_path.chmod(stat.S_IRWXU)


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="only Linux has a folder that nobody may write to")  # noqa: PTH112
def test_a_place_that_takes_no_files_is_told():
    from pathlib import Path

    with pytest.raises(RefusedError, match="Choose another place"):
        write_whole(Path("/proc/self/Acme.pdf"), b"content")
