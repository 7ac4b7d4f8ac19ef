"""Writes Outlook's file of one mail (.msg) byte by byte, sharing nothing with what reads it (MS-CFB, MS-OXMSG)."""

import itertools
import struct
from dataclasses import dataclass, field

SECTOR = 512
MINI = 64
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
TEXT, BINARY, TIME, NUMBER = 0x001F, 0x0102, 0x0040, 0x0003


@dataclass
class Folder:
    """A folder of the small file system: streams by name, and folders by name."""

    streams: dict = field(default_factory=dict)
    folders: dict = field(default_factory=dict)


def outlook_file(properties, recipients=(), files=()):
    """Write a mail: its properties as {id: text, bytes or file time}, its recipients and its files the same way."""
    root = _folder(properties, struct.pack("<8x4I8x", len(recipients), len(files), len(recipients), len(files)))
    for kind, parts in (("__recip_version1.0_#", recipients), ("__attach_version1.0_#", files)):
        for number, each in enumerate(parts):
            root.folders[f"{kind}{number:08X}"] = _folder(each, b"\0" * 8)
    return _written(root)


def _folder(properties, head):
    made, rows = Folder(), []
    for name, value in properties.items():
        if isinstance(value, int):
            kind, inline = (TIME, struct.pack("<Q", value)) if value > 2**32 else (NUMBER, struct.pack("<Q", value))
        else:
            kind = TEXT if isinstance(value, str) else BINARY
            content = value.encode("utf-16-le") if isinstance(value, str) else value
            made.streams[f"__substg1.0_{name:04X}{kind:04X}"] = content
            inline = struct.pack("<II", len(content) + (2 if kind == TEXT else 0), 0)
        rows.append(struct.pack("<HHI", kind, name, 6) + inline)
    made.streams["__properties_version1.0"] = head + b"".join(rows)
    return made


def _written(root):
    entries, small = [], bytearray()
    large: list[tuple[int, bytes]] = []
    _list(root, "Root Entry", 5, entries, small, large)
    sectors: list[bytes] = []
    chains: list[int] = []

    def put(content):
        if not content:
            return END
        start = len(sectors)
        count = -(-len(content) // SECTOR)
        for each in range(count):
            sectors.append(content[each * SECTOR : (each + 1) * SECTOR].ljust(SECTOR, b"\0"))
            chains.append(start + each + 1 if each < count - 1 else END)
        return start

    for number, content in large:
        entries[number]["start"] = put(content)
    entries[0]["start"], entries[0]["size"] = put(bytes(small)), len(small)
    mini_fat = b"".join(struct.pack("<I", each) for each in _mini_chains(entries, len(small) // MINI))
    mini_start = put(mini_fat.ljust(-(-len(mini_fat) // SECTOR) * SECTOR, b"\xff"))
    listing = b"".join(_entry(each) for each in entries)
    listing += _entry({"name": "", "kind": 0}) * (-len(entries) % 4)
    directory = put(listing)
    fat_at = len(sectors)
    fats = -(-(len(chains) + 2) // (SECTOR // 4 - 1))
    chains += [FAT] * fats
    table = b"".join(struct.pack("<I", each) for each in chains).ljust(fats * SECTOR, b"\xff")
    sectors += [table[each * SECTOR : (each + 1) * SECTOR] for each in range(fats)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    head += struct.pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, directory, 0, 4096, mini_start,
                        -(-len(mini_fat) // SECTOR), END, 0, fat_at)  # fmt: skip
    head += b"".join(struct.pack("<I", fat_at + each if each < fats else FREE) for each in range(1, 109))
    return head + b"".join(sectors)


def _list(folder, name, kind, entries, small, large):
    """List a folder's entries; its members hang one below the other on the right side of the tree."""
    here = len(entries)
    entries.append({"name": name, "kind": kind})
    members = []
    for each, content in folder.streams.items():
        members.append(len(entries))
        entry = {"name": each, "kind": 2, "size": len(content)}
        if len(content) >= 4096:
            large.append((len(entries), content))
        elif content:
            entry["start"] = len(small) // MINI
            small += content.ljust(-(-len(content) // MINI) * MINI, b"\0")
        entries.append(entry)
    for each, inner in folder.folders.items():
        members.append(_list(inner, each, 1, entries, small, large))
    members.sort(key=lambda each: (len(entries[each]["name"]), entries[each]["name"].upper()))
    for left, right in itertools.pairwise(members):
        entries[left]["right"] = right
    if members:
        entries[here]["child"] = members[0]
    return here


def _mini_chains(entries, count):
    chain = [END] * count
    for each in entries:
        if each["kind"] == 2 and 0 < each["size"] < 4096:
            for step in range(-(-each["size"] // MINI) - 1):
                chain[each["start"] + step] = each["start"] + step + 1
    return chain


def _entry(entry):
    name = entry["name"].encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16xI8x8xIQ", name, len(name) + 2 if name else 0, entry["kind"], 1, FREE, entry.get("right", FREE),
        entry.get("child", FREE), 0, entry.get("start", END if entry["kind"] else 0), entry.get("size", 0),
    )  # fmt: skip
