"""A small reader of calendar files that shares nothing with the library that writes them (RFC 5545, section 3.1)."""

import re
from dataclasses import dataclass, field

LONGEST_LINE = 75


@dataclass
class Part:
    """One component with its properties, each as (parameters, raw value), and the components within."""

    kind: str
    properties: dict = field(default_factory=dict)
    parts: list = field(default_factory=list)

    def value(self, name):
        """Give the value of a property as it stands in the file."""
        (found,) = self.properties[name]
        return found[1]

    def text(self, name):
        """Give the value of a text property."""
        return re.sub(r"\\([\\;,nN])", lambda m: "\n" if m[1] in "nN" else m[1], self.value(name))

    def parameters(self, name):
        """Give the parameters of a property."""
        (found,) = self.properties[name]
        return found[0]

    def all(self, kind):
        """Give the components of one kind within this one."""
        return [each for each in self.parts if each.kind == kind]


def read(content: bytes) -> Part:
    """Read a file strictly: CRLF, folded at 75 octets, every BEGIN with its END, no control characters."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= LONGEST_LINE
        line.decode("utf-8")
    return _parts(_unfolded(content.decode("utf-8")))


def _unfolded(text):
    lines = text.replace("\r\n ", "").replace("\r\n\t", "").split("\r\n")[:-1]
    assert not any(ord(letter) < 0x20 and letter != "\t" for line in lines for letter in line)
    return lines


def _parts(lines):
    open_parts = [Part("ROOT")]
    for line in lines:
        head, value = _split(line)
        name, *parameters = head.split(";")
        if name == "BEGIN":
            open_parts.append(Part(value))
        elif name == "END":
            done = open_parts.pop()
            assert done.kind == value
            open_parts[-1].parts.append(done)
        else:
            known = dict(each.split("=", 1) for each in parameters)
            open_parts[-1].properties.setdefault(name, []).append((known, value))
    assert len(open_parts) == 1
    (calendar,) = open_parts[0].parts
    return calendar


def _split(line):
    """Split a line at the colon that is not in a quoted parameter."""
    match = re.match(r'((?:[^":]|"[^"]*")+):(.*)$', line, re.DOTALL)
    assert match, line
    return match[1], match[2]
