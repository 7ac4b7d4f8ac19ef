"""A book says when its working day starts and ends, and so may each colleague."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0029"
down_revision = "m0023"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at# checks_spelling# own_words! logo! prepared_by! prepared_logo! "
    "signature! paper! day_starts! day_ends!"
)
COLLEAGUE = (
    "id! version# created_at! changed_at! name! email! phone! role! team! week! holidays! is_me# hours_a_week? "
    "day_starts? day_ends?"
)


def upgrade() -> None:
    """Make room for them; a book that was there goes on working from 9 to 17."""
    make_anew("book", BOOK, day_starts="'09:00:00'", day_ends="'17:00:00'")
    make_anew("colleague", COLLEAGUE)
