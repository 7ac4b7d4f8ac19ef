"""The child process that reads one feedback form: what it meets there cannot reach the program.

It takes the file as its standard input and answers one line of JSON: what it is, its values, and its printed code.
"""

import json
import logging
import sys
from typing import Final

from reviewdesk.exchange.memory_limit import MEGABYTE, limit_this_process

MEMORY: Final = 512 * MEGABYTE
_NO_MEMORY: Final = 3


def main(arguments: list[str]) -> int:
    """Read the form at standard input within the seconds that are given."""
    limit_this_process(MEMORY, int(arguments[0]))
    logging.disable()
    try:
        from reviewdesk.exchange.form_reading import read_fields

        state, values, code = read_fields(sys.stdin.buffer.read())
        answer = json.dumps([state.value, dict(values), code])
    except MemoryError:
        return _NO_MEMORY
    sys.stdout.buffer.write(answer.encode() + b"\n")
    return 0
