"""The tables beside the records: the steps and their changes, what is worked out from records, and files' contents."""

from sqlalchemy import Column, ForeignKey, Integer, LargeBinary, Table, Text

from reviewdesk.storage.declaring import metadata

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
    Column("never_asked_from", Text, nullable=False),
    Column("raised_nothing", Integer, nullable=False),
    Column("notice_on", Text),
    Column("health", Integer),
    Column("basis", Integer, nullable=False),
    Column("factors", Text, nullable=False),
    Column("held_by", Text),
    Column("moves_on", Text, nullable=False),
    Column("health_facts", Text, nullable=False),
)
health_day = Table(
    "health_day",
    metadata,
    Column("account_id", Text, ForeignKey("account.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Text, primary_key=True),
    Column("score", Integer),
    Column("basis", Integer, nullable=False),
    Column("factors", Text, nullable=False),
)
content = Table(
    "content",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)
form_secret = Table(
    "form_secret",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("secret", LargeBinary, nullable=False),
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
