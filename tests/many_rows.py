"""Files of another program with as many rows as are wanted."""

import random
from pathlib import Path


def write_files(folder: Path, rows: int, accounts: int) -> list[Path]:
    """Write two files that hold this many rows together: accounts, and deals that were won with them."""
    dice = random.Random(7)
    companies, deals = folder / "accounts.csv", folder / "deals.csv"
    companies.write_text(
        "Account ID,Account Name,Industry,City\n"
        + "".join(f"A{each},Customer {each} GmbH,Industry {each % 30},City {each % 500}\n" for each in range(accounts))
    )
    deals.write_text(
        "Deal ID,Account Name,Product,Stage,Close date,Amount\n"
        + "".join(
            f"D{each},Customer {dice.randrange(accounts)} GmbH,Product {each % 7},Won,"
            f"2026-{each % 10 + 1:02d}-{each % 28 + 1:02d},{dice.randrange(100, 99_999)}\n"
            for each in range(rows - accounts)
        )
    )
    return [companies, deals]
