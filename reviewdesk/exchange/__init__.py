"""Other programs' formats: values in and out."""

from typing import Final

# The argument that starts the program as the child that reads one workbook, also where it is packed into a bundle.
READ_WORKBOOK: Final = "--read-workbook"
# The same for the child that knows the words of one language, and for the one that reads one feedback form.
SPELL: Final = "--spell"
READ_FORM: Final = "--read-form"
CHILDREN: Final = {
    READ_WORKBOOK: "exchange.workbook_child", SPELL: "exchange.spelling_child", READ_FORM: "exchange.form_child"
}  # fmt: skip
