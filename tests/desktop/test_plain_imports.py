"""Once the program begins, Python imports as it does without Qt."""

import importlib
import linecache
import sys

from reviewdesk.desktop.plain_imports import import_plainly


def test_the_source_of_what_is_imported_is_not_read_and_kept(tmp_path, monkeypatch):
    for name in ("one_of_ours", "one_it_imports"):
        (tmp_path / f"{name}.py").write_text("import one_it_imports\n" if name == "one_of_ours" else "WORD = 1\n")
    monkeypatch.syspath_prepend(str(tmp_path))

    import_plainly()
    importlib.import_module("one_of_ours")
    read = [each for each in linecache.cache if each.startswith(str(tmp_path))]
    for name in ("one_of_ours", "one_it_imports"):
        del sys.modules[name]

    assert read == []
