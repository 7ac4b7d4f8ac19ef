"""The tables of a book, declared once.

Every column holds a plain value: an id is 32 hex digits, a day is `YYYY-MM-DD`, a moment is UTC in ISO 8601, an amount
of a purchase is a whole number of ten-thousandths so that sums are exact, any other decimal is its text, and a list is
JSON. What a column means to the domain is worked out in `mapping`. `info["on_remove"]` says what happens to a row when
the record it points to is removed: it goes too (`go`), or forgets it (`forget`).
"""

from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text, UniqueConstraint

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _record(name: str, *columns: Column[str] | Column[int] | UniqueConstraint) -> Table:
    """Declare a table of records: what every record has, then its own columns."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("created_at", Text, nullable=False),
        Column("changed_at", Text, nullable=False),
        *columns,
    )


def _words(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _maybe(name: str) -> Column[str]:
    return Column(name, Text)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _maybe_whole(name: str) -> Column[int]:
    return Column(name, Integer)


def _of(name: str, table: str) -> Column[str]:
    """Point to the record this one belongs to and goes with."""
    return Column(name, Text, _key(table), nullable=False, index=True, info={"on_remove": "go"})


def _ref(name: str, table: str) -> Column[str]:
    """Point to a record this one can do without."""
    return Column(name, Text, _key(table), index=True, info={"on_remove": "forget"})


def _key(table: str) -> ForeignKey:
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


book = _record(
    "book",
    *map(_words, ("name", "color", "base_currency", "rates", "a_share", "b_share")),
    *map(_whole, ("business_year_start", "room_in_a", "months_a", "months_b", "months_c", "months_without_tier")),
    *map(_words, ("hours_a_week", "hours_a_review", "hours_a_call", "week", "holidays")),
    *map(_maybe, ("window_end", "tiers_set_on", "sample_of")),
    *map(_words, ("company", "company_line", "footer", "color_main", "color_accent", "language")),
    _words("import_answers"),
)
colleague = _record(
    "colleague", *map(_words, ("name", "email", "phone", "role", "team", "week", "holidays")), _whole("is_me")
)
account = _record(
    "account",
    _words("name"),
    _ref("parent_id", "account"),
    _ref("owner_id", "colleague"),
    *map(_whole, ("review_as_group", "is_site")),
    *map(_words, ("status", "industry", "website", "domain", "phones", "street", "postal_code", "city", "region")),
    *map(_words, ("country", "currency", "time_zone", "language", "tier_reason", "rivals", "tags", "lines_bought")),
    *map(_words, ("gut_feeling_note", "notes")),
    *map(_maybe, ("annual_revenue", "customer_since", "tier", "added_on", "first_review_due", "last_review_before")),
    *map(_maybe, ("last_contact_before", "supplier_position", "share_of_wallet", "reason_to_stay", "contract_end")),
    *map(_maybe, ("renewal_agreed_on", "cost_to_win", "gut_feeling_on")),
    *map(_maybe_whole, ("employees", "interval_months", "price_notice_days", "notice_days", "gut_feeling")),
)
person = _record(
    "person",
    _of("account_id", "account"),
    _words("name"),
    *map(_words, ("role", "email", "phone", "preferred_channel", "language", "cares_about", "notes")),
    *map(_maybe, ("part", "stance", "left_on")),
    *map(_maybe_whole, ("influence", "known_well")),
    _whole("no_marketing"),
    _ref("reports_to_id", "person"),
    _ref("known_by_id", "colleague"),
)
product = _record("product", *map(_words, ("name", "series")), _maybe("list_price"))
purchase = _record(
    "purchase",
    _of("account_id", "account"),
    _ref("product_id", "product"),
    _words("bought_on"),
    Column("amount", BigInteger, nullable=False),
    _words("currency"),
    *map(_words, ("product_name", "lot", "site", "carrier", "contract_term")),
    *map(_maybe, ("quantity", "margin")),
)
source_key = _record("source_key", *map(_words, ("source", "source_id", "kind", "record_id")))
review = _record(
    "review",
    _of("account_id", "account"),
    *map(_words, ("kind", "period", "state", "zone", "place", "people_ids", "colleague_ids", "agenda", "sentences")),
    *map(_words, ("heard", "ask", "commitment", "feelings", "told_a_colleague", "reason", "calendar_uid")),
    *map(_maybe, ("planned_on", "starts_at", "next_on", "next_starts_at", "held_on", "finished_at", "sent_on")),
    *map(_whole, ("length", "by_call", "calendar_sequence")),
)
note_line = _record(
    "note_line",
    _of("review_id", "review"),
    Column("position", BigInteger, nullable=False),
    *map(_words, ("text", "print_wording", "day_words")),
    *map(_maybe, ("sorted_as", "audience", "agenda_item_id", "said_by_id", "record_id", "day")),
    *map(_whole, ("skipped", "set_aside")),
)
goal = _record(
    "goal", _of("account_id", "account"), *map(_words, ("what", "target", "unit", "better")), _maybe("ended_on")
)
actual = _record(
    "actual",
    _of("account_id", "account"),
    _of("review_id", "review"),
    _of("goal_id", "goal"),
    *map(_words, ("value", "status", "source")),
    _maybe("measured_on"),
)
summary = _record(
    "summary",
    _of("account_id", "account"),
    _of("review_id", "review"),
    _whole("number"),
    *map(_words, ("value", "finished_on", "template", "meant")),
    _maybe("sent_on"),
)
concern = _record(
    "concern",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _maybe("line_id"),
    _ref("raised_by_id", "person"),
    _ref("colleague_id", "colleague"),
    *map(_words, ("words", "summary", "raised_on", "stage", "reasons", "tags", "team", "root_cause", "fix")),
    _words("beyond_the_fix"),
    *map(_maybe, ("stage_since", "plan_due", "told_on")),
    *map(_whole, ("severity", "set_aside", "withdrawn")),
)
follow_up = _record(
    "follow_up",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _maybe("line_id"),
    _ref("concern_id", "concern"),
    _ref("colleague_id", "colleague"),
    _ref("person_id", "person"),
    *map(_words, ("what", "side", "waits_on", "remind_before", "reason", "moves")),
    *map(_maybe, ("due", "said_on", "snoozed_until", "repeat_anchor", "ending", "ended_on")),
    *map(_maybe_whole, ("minutes", "repeat_months")),
    *map(_whole, ("is_promise", "repeat_count", "withdrawn")),
)
question = _record(
    "question",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _maybe("line_id"),
    *map(_words, ("words", "asked_on", "answer")),
    _maybe("answered_on"),
    _whole("withdrawn"),
)
quote = _record(
    "quote",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _maybe("line_id"),
    _ref("person_id", "person"),
    *map(_words, ("words", "said_on", "consent")),
    _whole("withdrawn"),
)
opportunity = _record(
    "opportunity",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _maybe("line_id"),
    *map(_words, ("what", "noted_on", "about", "next_step")),
    _maybe_whole("won"),
    _maybe("ended_on"),
    _whole("withdrawn"),
)
contact = _record(
    "contact",
    _of("account_id", "account"),
    _ref("review_id", "review"),
    _ref("person_id", "person"),
    _ref("colleague_id", "colleague"),
    *map(_words, ("made_on", "channel", "words")),
)
reminder = _record(
    "reminder",
    _of("account_id", "account"),
    _of("follow_up_id", "follow_up"),
    _words("key"),
    _words("shown_at"),
    _maybe("seen_at"),
    UniqueConstraint("key"),
)

Index("ix_account_name", account.c.name)
Index("ix_purchase_account_day", purchase.c.account_id, purchase.c.bought_on)
Index("ix_purchase_bought_on", purchase.c.bought_on)
Index("ix_source_key_source", source_key.c.source, source_key.c.kind, source_key.c.source_id)
Index("ix_source_key_record", source_key.c.record_id)
Index("ix_note_line_order", note_line.c.review_id, note_line.c.position)
Index("ix_follow_up_due", follow_up.c.ending, follow_up.c.due)

step = Table(
    "step",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("quiet", Integer, nullable=False),
    Column("join_key", Text, nullable=False),
    Column("head", Text, nullable=False),
    Column("undoes", Text),
    sqlite_autoincrement=True,
)
change = Table(
    "change",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("step_id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("field", Text, nullable=False),
    Column("old", Text),
    Column("new", Text),
    sqlite_autoincrement=True,
)
standing = Table(
    "standing",
    metadata,
    Column("account_id", Text, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("window_end", Text),
    Column("revenue", Text),
    Column("currency", Text, nullable=False),
    Column("revenues", Text, nullable=False),
    Column("last_held", Text),
    Column("next_due", Text),
    Column("booked_on", Text),
    Column("booked_review", Text),
    Column("booked_at", Text),
    Column("last_contact", Text),
    Column("quiet_from", Text),
    Column("open_concerns", Integer, nullable=False),
    Column("worst_severity", Integer, nullable=False),
    Column("promises_due", Text, nullable=False),
    Column("next_step", Text, nullable=False),
    Column("next_step_on", Text),
    Column("health", Integer),
    Column("basis", Integer),
)
search_entry = Table(
    "search_entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("record_id", Text, nullable=False, index=True),
    Column("account_id", Text, index=True),
    Column("day", Text, nullable=False),
)
