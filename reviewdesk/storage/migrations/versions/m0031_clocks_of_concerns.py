"""A book says how long a concern may wait until it is acknowledged, and until there is a plan."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0031"
down_revision = "m0030"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at# checks_spelling# own_words! logo! prepared_by! prepared_logo! "
    "signature! paper! day_starts! day_ends! change_steps! answer_within! plan_within!"
)


def upgrade() -> None:
    """Make room for both; what was there goes on with the usual clocks."""
    make_anew("book", BOOK, answer_within="'[4,1,2,5]'", plan_within="'[1,3,10,20]'")
