"""Documents: a finished value in, PDF bytes out, and the leak guard."""

from typing import Final

# The argument that starts the program as the child that sets one long document, also where it is packed into a bundle.
SET_DOCUMENT: Final = "--set-document"
