"""A book says whether misspelt words are underlined, and knows words that are its own."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0007"
down_revision = "m0006"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at# checks_spelling# own_words!"
)


def upgrade() -> None:
    """Make room for them."""
    make_anew("book", BOOK, checks_spelling="1", own_words="'[]'")
