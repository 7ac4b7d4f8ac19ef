"""Other programs' formats: values in and out."""

from typing import Final

# The argument that starts the program as the child that reads one workbook, also where it is packed into a bundle.
READ_WORKBOOK: Final = "--read-workbook"
