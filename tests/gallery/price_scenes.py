"""Why price? as it is photographed."""

from reviewdesk.services.price_steps import StepTyped
from tests.gallery.scene import Scene
from tests.gallery.studio import Studio

_ANSWERS = (
    ("same", "yes"), ("same_evidence", "Hooli and Globex in May: “you all arrive at ten”"), ("poor", "no"),
    ("plan", "The ones whose night crew answers"), ("margin", "22"), ("cut", "1"),
)  # fmt: skip


def price_scenes(book: str = "") -> tuple[Scene, ...]:
    """Give the page with its questions answered."""
    return (Scene(f"why-price{book}", answered),)


def see_why_price(studio: Studio) -> None:
    """Go there from the menu."""
    studio.desk.do("go_why_price")
    studio.settle()


def answered(studio: Studio) -> None:
    """Look at a verdict."""
    prices = studio.services.price_diagnoses
    if prices.why().now is None:
        begun = prices.begin().value
        for name, text in _ANSWERS:
            prices.change(begun.id, name, text)
        for at, what in enumerate(("Show the night crew to whoever decides", "Answer a late pallet before they ask")):
            account = studio.services.accounts.rows()[at].name
            prices.add_step(begun.id, StepTyped(what=what, respect="Delivery", account=account, due="in 2 weeks"))
        prices.finish_step(prices.why().steps[0].step.id)
    see_why_price(studio)
