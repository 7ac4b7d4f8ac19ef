"""The first book: every table as the first release has it."""

from alembic import op

from reviewdesk.storage.migrations.written import make_table

revision = "m0001"
down_revision = None
branch_labels = None
depends_on = None

SEARCH_INDEX = (
    "CREATE VIRTUAL TABLE search_index USING fts5("
    "words, content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 0')"
)
TABLES = {
    "book": (
        "id! version# created_at! changed_at! name! color! base_currency! rates! a_share! b_share! "
        "business_year_start# room_in_a# months_a# months_b# months_c# months_without_tier# hours_a_week! "
        "hours_a_review! hours_a_call! week! holidays! window_end? tiers_set_on? sample_of? company! "
        "company_line! footer! color_main! color_accent! language! import_answers!"
    ),
    "change": "number# step_id! kind! record_id! field! old? new?",
    "colleague": "id! version# created_at! changed_at! name! email! phone! role! team! week! holidays! is_me#",
    "product": "id! version# created_at! changed_at! name! series! list_price?",
    "search_entry": "number# kind! record_id! account_id? day!",
    "source_key": "id! version# created_at! changed_at! source! source_id! kind! record_id!",
    "step": "number# id! label! who! at! quiet# join_key! head! undoes?",
    "account": (
        "id! version# created_at! changed_at! name! parent_id?>account owner_id?>colleague review_as_group# "
        "is_site# status! industry! website! domain! phones! street! postal_code! city! region! country! "
        "currency! time_zone! language! tier_reason! rivals! tags! lines_bought! gut_feeling_note! notes! "
        "annual_revenue? customer_since? tier? added_on? first_review_due? last_review_before? "
        "last_contact_before? supplier_position? share_of_wallet? reason_to_stay? contract_end? "
        "renewal_agreed_on? cost_to_win? gut_feeling_on? employees#? interval_months#? price_notice_days#? "
        "notice_days#? gut_feeling#?"
    ),
    "goal": "id! version# created_at! changed_at! account_id!>account what! target! unit! better! ended_on?",
    "person": (
        "id! version# created_at! changed_at! account_id!>account name! role! email! phone! "
        "preferred_channel! language! cares_about! notes! part? stance? left_on? influence#? known_well#? "
        "no_marketing# reports_to_id?>person known_by_id?>colleague"
    ),
    "purchase": (
        "id! version# created_at! changed_at! account_id!>account product_id?>product bought_on! amount## "
        "currency! product_name! lot! site! carrier! contract_term! quantity? margin?"
    ),
    "review": (
        "id! version# created_at! changed_at! account_id!>account kind! period! state! zone! place! "
        "people_ids! colleague_ids! agenda! sentences! heard! ask! commitment! feelings! told_a_colleague! "
        "reason! calendar_uid! planned_on? starts_at? next_on? next_starts_at? held_on? finished_at? sent_on? "
        "length# by_call# calendar_sequence#"
    ),
    "standing": (
        "account_id!^account window_end? revenue? currency! revenues! last_held? next_due? booked_on? "
        "booked_review? booked_at? last_contact? quiet_from? open_concerns# worst_severity# promises_due! "
        "next_step! next_step_on? health#? basis#?"
    ),
    "actual": (
        "id! version# created_at! changed_at! account_id!>account review_id!>review goal_id!>goal value! "
        "status! source! measured_on?"
    ),
    "concern": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? "
        "raised_by_id?>person colleague_id?>colleague words! summary! raised_on! stage! reasons! tags! team! "
        "root_cause! fix! beyond_the_fix! stage_since? plan_due? told_on? severity# set_aside# withdrawn#"
    ),
    "contact": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review person_id?>person "
        "colleague_id?>colleague made_on! channel! words!"
    ),
    "note_line": (
        "id! version# created_at! changed_at! review_id!>review position## text! print_wording! day_words! "
        "sorted_as? audience? agenda_item_id? said_by_id? record_id? day? skipped# set_aside#"
    ),
    "opportunity": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? what! noted_on! "
        "about! next_step! won#? ended_on? withdrawn#"
    ),
    "question": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? words! asked_on! "
        "answer! answered_on? withdrawn#"
    ),
    "quote": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? "
        "person_id?>person words! said_on! consent! withdrawn#"
    ),
    "summary": (
        "id! version# created_at! changed_at! account_id!>account review_id!>review number# value! "
        "finished_on! template! meant!"
    ),
    "follow_up": (
        "id! version# created_at! changed_at! account_id!>account review_id?>review line_id? "
        "concern_id?>concern colleague_id?>colleague person_id?>person what! side! waits_on! remind_before! "
        "reason! moves! due? said_on? snoozed_until? repeat_anchor? ending? ended_on? minutes#? "
        "repeat_months#? is_promise# repeat_count# withdrawn#"
    ),
    "reminder": (
        "id! version# created_at! changed_at! account_id!>account follow_up_id!>follow_up key! shown_at! seen_at?"
    ),
}
UNIQUE = {"step": "id", "reminder": "key"}
NUMBERED = {"change", "step"}
INDEXES = (
    ("ix_account_name", "account", "name"),
    ("ix_account_owner_id", "account", "owner_id"),
    ("ix_account_parent_id", "account", "parent_id"),
    ("ix_actual_account_id", "actual", "account_id"),
    ("ix_actual_goal_id", "actual", "goal_id"),
    ("ix_actual_review_id", "actual", "review_id"),
    ("ix_change_record_id", "change", "record_id"),
    ("ix_change_step_id", "change", "step_id"),
    ("ix_concern_account_id", "concern", "account_id"),
    ("ix_concern_colleague_id", "concern", "colleague_id"),
    ("ix_concern_raised_by_id", "concern", "raised_by_id"),
    ("ix_concern_review_id", "concern", "review_id"),
    ("ix_contact_account_id", "contact", "account_id"),
    ("ix_contact_colleague_id", "contact", "colleague_id"),
    ("ix_contact_person_id", "contact", "person_id"),
    ("ix_contact_review_id", "contact", "review_id"),
    ("ix_follow_up_account_id", "follow_up", "account_id"),
    ("ix_follow_up_colleague_id", "follow_up", "colleague_id"),
    ("ix_follow_up_concern_id", "follow_up", "concern_id"),
    ("ix_follow_up_due", "follow_up", "ending due"),
    ("ix_follow_up_person_id", "follow_up", "person_id"),
    ("ix_follow_up_review_id", "follow_up", "review_id"),
    ("ix_goal_account_id", "goal", "account_id"),
    ("ix_note_line_order", "note_line", "review_id position"),
    ("ix_note_line_review_id", "note_line", "review_id"),
    ("ix_opportunity_account_id", "opportunity", "account_id"),
    ("ix_opportunity_review_id", "opportunity", "review_id"),
    ("ix_person_account_id", "person", "account_id"),
    ("ix_person_known_by_id", "person", "known_by_id"),
    ("ix_person_reports_to_id", "person", "reports_to_id"),
    ("ix_purchase_account_day", "purchase", "account_id bought_on"),
    ("ix_purchase_account_id", "purchase", "account_id"),
    ("ix_purchase_bought_on", "purchase", "bought_on"),
    ("ix_purchase_product_id", "purchase", "product_id"),
    ("ix_question_account_id", "question", "account_id"),
    ("ix_question_review_id", "question", "review_id"),
    ("ix_quote_account_id", "quote", "account_id"),
    ("ix_quote_person_id", "quote", "person_id"),
    ("ix_quote_review_id", "quote", "review_id"),
    ("ix_reminder_account_id", "reminder", "account_id"),
    ("ix_reminder_follow_up_id", "reminder", "follow_up_id"),
    ("ix_review_account_id", "review", "account_id"),
    ("ix_search_entry_account_id", "search_entry", "account_id"),
    ("ix_search_entry_record_id", "search_entry", "record_id"),
    ("ix_source_key_record", "source_key", "record_id"),
    ("ix_source_key_source", "source_key", "source kind source_id"),
    ("ix_summary_account_id", "summary", "account_id"),
    ("ix_summary_review_id", "summary", "review_id"),
)


def upgrade() -> None:
    """Make all tables, their indexes and the search index."""
    for name, written in TABLES.items():
        make_table(name, written, unique=UNIQUE.get(name, ""), is_numbered=name in NUMBERED)
    for index, table, indexed in INDEXES:
        op.create_index(index, table, indexed.split())
    op.execute(SEARCH_INDEX)
