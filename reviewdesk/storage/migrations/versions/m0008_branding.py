"""A book knows its logo, who prepares its documents, a signature and its paper; an account has a logo too."""

from reviewdesk.storage.migrations.written import make_anew

revision = "m0008"
down_revision = "m0007"
branch_labels = None
depends_on = None

BOOK = (
    "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
    "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
    "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
    "company_line! footer! color_main! color_accent! language! import_answers! health_weights! health_costs! "
    "healthy_from# watch_from# least_basis# held_at# checks_spelling# own_words! logo! prepared_by! prepared_logo! "
    "signature! paper!"
)
ACCOUNT = (
    "id! version# created_at! changed_at! name! parent_id?>account owner_id?>colleague review_as_group# "
    "is_site# status! industry! website! domain! phones! street! postal_code! city! region! country! "
    "currency! time_zone! language! tier_reason! rivals! tags! lines_bought! gut_feeling_note! notes! "
    "annual_revenue? customer_since? tier? added_on? first_review_due? last_review_before? "
    "last_contact_before? supplier_position? share_of_wallet? reason_to_stay? contract_end? "
    "renewal_agreed_on? cost_to_win? gut_feeling_on? employees#? interval_months#? price_notice_days#? "
    "notice_days#? gut_feeling#? lost_on? logo!"
)


def upgrade() -> None:
    """Make room for them; a book that was there goes on being printed on A4."""
    make_anew(
        "book", BOOK, logo="''", prepared_by="''", prepared_logo="''", signature="''", paper="'A4'",
    )  # fmt: skip
    make_anew("account", ACCOUNT, indexed="name owner_id parent_id", logo="''")
