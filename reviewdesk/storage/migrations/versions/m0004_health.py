"""A book holds how its accounts stand in health, day by day, and how it weighs that.

What is kept of each account is of no day that there was, so that all of it is worked out anew at the next day change.
A book that knows of lost accounts knows from its history on which day each was.
"""

from alembic import op

from reviewdesk.storage.migrations.written import make_anew, make_table

revision = "m0004"
down_revision = "m0003"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at#"
)
ACCOUNT = (
    "id! version# created_at! changed_at! name! parent_id?>account owner_id?>colleague review_as_group# "
    "is_site# status! industry! website! domain! phones! street! postal_code! city! region! country! "
    "currency! time_zone! language! tier_reason! rivals! tags! lines_bought! gut_feeling_note! notes! "
    "annual_revenue? customer_since? tier? added_on? first_review_due? last_review_before? "
    "last_contact_before? supplier_position? share_of_wallet? reason_to_stay? contract_end? "
    "renewal_agreed_on? cost_to_win? gut_feeling_on? employees#? interval_months#? price_notice_days#? "
    "notice_days#? gut_feeling#? lost_on?"
)
STANDING = (
    "account_id!^account window_end? revenue? currency! revenues! last_held? next_due? booked_on? "
    "booked_review? booked_at? last_contact? quiet_from? open_concerns# worst_severity# promises_due! "
    "next_step! next_step_on? never_asked_from! raised_nothing# notice_on? health#? basis# factors! held_by? "
    "moves_on! health_facts!"
)
HEALTH_DAY = "account_id!^account day! score#? basis# factors!"
NO_DAY = "'0001-01-01'"
LOST = """
UPDATE account SET lost_on = (
    SELECT substr(max(step.at), 1, 10) FROM step JOIN change ON change.step_id = step.id
    WHERE change.record_id = account.id AND change.field = 'status' AND change.new = '"lost"'
) WHERE status = 'lost'
"""


def upgrade() -> None:
    """Make room for health."""
    make_anew(
        "book", BOOK, health_weights="'[20,15,15,20,10,10,10]'", health_costs="'[5,15,30,60]'", healthy_from="75",
        watch_from="50", least_basis="40", held_at="49",
    )  # fmt: skip
    make_anew("account", ACCOUNT, indexed="name owner_id parent_id")
    make_anew(
        "standing", STANDING, window_end=NO_DAY, never_asked_from=NO_DAY, raised_nothing="0", health="NULL", basis="0",
        factors="'[]'", moves_on=NO_DAY, health_facts="''",
    )  # fmt: skip
    make_table("health_day", HEALTH_DAY, keys=2)
    op.execute(LOST)
