"""Files as a sales program exports them, made here: companies, products, who sells, and deals won, lost and open.

They hold what real exports hold: a product that the list does not have, deals without a company, no currency, several
sellers a company, and dates that lie far from today when asked for.
"""

import csv
from datetime import date, timedelta
from pathlib import Path
from random import Random

SYLLABLES = ("nor", "ka", "vel", "tri", "mo", "sal", "den", "ru", "pio", "hel", "ast", "var")
ENDINGS = ("Systems", "Foods", "Logistics", "Group", "Works", "Labs", "Trading", "Clinic")
SECTORS = ("software", "retail", "medical", "logistics", "food", "energy")
PRODUCTS = (("GTX Basic", "GTX", 550), ("GTX Pro", "GTX", 4821), ("MG Advanced", "MG", 3393), ("GTK 500", "GTK", 26768))
SELLERS = ("Dana Reyes", "Tom Reilly", "Marta Keller", "Luis Ortega")


def company_names(count: int, seed: int = 7) -> list[str]:
    """Give made-up company names, each once."""
    chance, found = Random(seed), dict[str, None]()
    while len(found) < count:
        word = "".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 3))).capitalize()
        found[f"{word} {chance.choice(ENDINGS)}"] = None
    return list(found)


def write_exports(folder: Path, *, newest: date, companies: int = 40, deals: int = 900, seed: int = 7) -> list[Path]:
    """Write the four files; the newest deal closed on the day `newest`."""
    chance, names = Random(seed), company_names(companies, seed)
    accounts = [
        (each, chance.choice(SECTORS), 1970 + at % 50, 100 + at * 7, 40 + at, "United States", "")
        for at, each in enumerate(names)
    ]
    rows = [_deal(at, chance, names, newest - timedelta(chance.randint(0, 364) if at else 0)) for at in range(deals)]
    tables = {
        "accounts.csv": [_ACCOUNTS, *accounts],
        "products.csv": [("product", "series", "sales_price"), *PRODUCTS],
        "sales_teams.csv": [
            ("sales_agent", "manager", "regional_office"),
            *((each, "Ida Berg", "East") for each in SELLERS),
        ],
        "sales_pipeline.csv": [_DEALS, *rows],
    }
    return [_write(folder / name, lines) for name, lines in tables.items()]


_ACCOUNTS = ("account", "sector", "year_established", "revenue", "employees", "office_location", "subsidiary_of")
_DEALS = (
    "opportunity_id",
    "sales_agent",
    "product",
    "account",
    "deal_stage",
    "engage_date",
    "close_date",
    "close_value",
)


def _deal(at: int, chance: Random, names: list[str], closed: date) -> tuple[object, ...]:
    product, _, price = chance.choice(PRODUCTS)
    company = names[int(len(names) * chance.random() ** 2)]
    won = at == 0 or chance.random() < 0.6
    spelled = product.replace(" ", "") if product == "GTX Pro" else product
    bare = not won and chance.random() < 0.3
    amount = round(price * chance.uniform(0.8, 1.2)) if won else 0
    engaged = closed - timedelta(chance.randint(5, 90))
    dates = [f"{each.month}/{each.day}/{each.year}" for each in (engaged, closed)]
    stage = "Won" if won else "Lost"
    return (f"D{at:05}", chance.choice(SELLERS), spelled, "" if bare else company, stage, *dates, amount)


def _write(path: Path, lines: list[tuple[object, ...]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(lines)
    return path
