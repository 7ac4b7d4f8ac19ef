"""A book keeps the steps that changes begin with, a change its own, and what each account had bought of its items."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0026"
down_revision = "m0024"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at# checks_spelling# own_words! logo! prepared_by! prepared_logo! "
    "signature! paper! day_starts! day_ends! change_steps!"
)
CHANGE = (
    "id! version# created_at! changed_at! name! effective! items! why! offer! steps! announced_on? figures_until? "
    "ended_on? is_service# notice_days# called#"
)
TOUCHED = (
    "id! version# created_at! changed_at! change_id!>planned_change account_id!>account signs! items! words! "
    "concession! exposure? spend? letter_on? taken? taken_on? cost? closed_on? by_letter# is_called# is_lost# place#? "
    "accepted#?"
)


def upgrade() -> None:
    """Make room for them; what was there goes on with the usual ones."""
    make_anew("book", BOOK, change_steps="'[]'")
    make_anew("planned_change", CHANGE, steps="'[]'")
    make_anew("touched_by_change", TOUCHED, indexed="change_id account_id", items="'[]'")
