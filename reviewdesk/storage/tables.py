"""The tables of a book, declared once.

Every column holds a plain value: an id is 32 hex digits, a day is `YYYY-MM-DD`, a moment is UTC in ISO 8601, an amount
of a purchase is a whole number of ten-thousandths so that sums are exact, any other decimal is its text, and a list is
JSON. What a column means to the domain is worked out in `mapping`. `info["on_remove"]` says what happens to a row when
the record it points to is removed: it goes too (`go`), or forgets it (`forget`).
"""

from sqlalchemy import BigInteger, Column, Index, Text, UniqueConstraint

from reviewdesk.storage.declaring import key_of, may_name, maybe, maybe_whole, of_record, record, whole, words

book = record(
    "book",
    *map(words, ("name", "color", "base_currency", "rates", "a_share", "b_share")),
    *map(whole, ("business_year_start", "room_in_a", "months_a", "months_b", "months_c", "months_without_tier")),
    *map(words, ("hours_a_week", "hours_a_review", "hours_a_call", "week", "holidays")),
    *map(maybe, ("window_end", "tiers_set_on", "sample_of")),
    *map(words, ("company", "company_line", "footer", "color_main", "color_accent", "language")),
    *map(words, ("import_answers", "health_weights", "health_costs")),
    *map(whole, ("healthy_from", "watch_from", "least_basis", "held_at", "checks_spelling")),
    *map(words, ("own_words", "logo", "prepared_by", "prepared_logo", "signature", "paper")),
    *map(words, ("day_starts", "day_ends", "change_steps", "answer_within", "plan_within")),
)
colleague = record(
    "colleague",
    *map(words, ("name", "email", "phone", "role", "team", "week", "holidays")),
    whole("is_me"),
    *map(maybe, ("hours_a_week", "day_starts", "day_ends")),
)
account = record(
    "account",
    words("name"),
    may_name("parent_id", "account"),
    may_name("owner_id", "colleague"),
    *map(whole, ("review_as_group", "is_site")),
    *map(words, ("status", "industry", "website", "domain", "phones", "street", "postal_code", "city", "region")),
    *map(words, ("country", "currency", "time_zone", "language", "tier_reason", "rivals", "tags", "lines_bought")),
    *map(words, ("gut_feeling_note", "notes")),
    *map(maybe, ("annual_revenue", "customer_since", "tier", "added_on", "first_review_due", "last_review_before")),
    *map(maybe, ("last_contact_before", "supplier_position", "share_of_wallet", "reason_to_stay", "contract_end")),
    *map(maybe, ("renewal_agreed_on", "cost_to_win", "gut_feeling_on")),
    *map(maybe_whole, ("employees", "interval_months", "price_notice_days", "notice_days", "gut_feeling")),
    maybe("lost_on"),
    words("logo"),
)
person = record(
    "person",
    of_record("account_id", "account"),
    words("name"),
    *map(words, ("role", "email", "phone", "preferred_channel", "language", "cares_about", "notes")),
    *map(maybe, ("part", "stance", "left_on")),
    *map(maybe_whole, ("influence", "known_well")),
    whole("no_marketing"),
    may_name("reports_to_id", "person"),
    may_name("known_by_id", "colleague"),
)
product = record("product", *map(words, ("name", "series")), maybe("list_price"))
purchase = record(
    "purchase",
    of_record("account_id", "account"),
    may_name("product_id", "product"),
    words("bought_on"),
    Column("amount", BigInteger, nullable=False),
    words("currency"),
    *map(words, ("product_name", "lot", "site", "carrier", "contract_term")),
    *map(maybe, ("quantity", "margin")),
)
source_key = record("source_key", *map(words, ("source", "source_id", "kind", "record_id")))
review = record(
    "review",
    of_record("account_id", "account"),
    *map(words, ("kind", "period", "state", "zone", "place", "people_ids", "colleague_ids", "agenda", "sentences")),
    *map(words, ("heard", "ask", "commitment", "feelings", "told_a_colleague", "reason", "calendar_uid")),
    *map(maybe, ("planned_on", "starts_at", "next_on", "next_starts_at", "held_on", "finished_at", "sent_on")),
    *map(whole, ("length", "by_call", "calendar_sequence", "template_number", "invited_sequence")),
    *map(words, ("template", "ladder", "parts", "worth")),
    *map(maybe, ("ladder_since", "invited_on")),
)
template = record(
    "template",
    *map(words, ("name", "kind", "tiers", "agenda", "ladder")),
    *map(whole, ("length", "number", "is_retired")),
)
planned_change = record(
    "planned_change",
    *map(words, ("name", "effective", "items", "why", "offer", "wordings", "steps")),
    *map(maybe, ("announced_on", "figures_until", "ended_on")),
    *map(whole, ("is_service", "notice_days", "called")),
)
touched_by_change = record(
    "touched_by_change",
    of_record("change_id", "planned_change"),
    of_record("account_id", "account"),
    *map(words, ("signs", "items", "words", "concession")),
    *map(maybe, ("exposure", "spend", "letter_on", "taken", "taken_on", "cost", "closed_on")),
    *map(whole, ("by_letter", "is_called", "is_lost")),
    *map(maybe_whole, ("place", "accepted")),
)
call_list = record(
    "call_list",
    *map(words, ("name", "asked", "script", "account_ids", "left_out", "started_on")),
    maybe("ended_on"),
)
note_line = record(
    "note_line",
    of_record("review_id", "review"),
    Column("position", BigInteger, nullable=False),
    *map(words, ("text", "print_wording", "day_words")),
    *map(maybe, ("sorted_as", "audience", "agenda_item_id", "said_by_id", "record_id", "day")),
    *map(whole, ("skipped", "set_aside")),
)
goal = record(
    "goal", of_record("account_id", "account"), *map(words, ("what", "target", "unit", "better")), maybe("ended_on")
)
actual = record(
    "actual",
    of_record("account_id", "account"),
    of_record("review_id", "review"),
    of_record("goal_id", "goal"),
    *map(words, ("value", "status", "source")),
    maybe("measured_on"),
)
summary = record(
    "summary",
    of_record("account_id", "account"),
    of_record("review_id", "review"),
    whole("number"),
    *map(words, ("value", "finished_on", "template", "meant")),
    maybe("sent_on"),
    words("sent_to"),
)
remark = record(
    "remark",
    of_record("account_id", "account"),
    of_record("review_id", "review"),
    *map(words, ("words", "by", "made_on", "part", "line")),
    *map(whole, ("number", "page")),
    maybe("done_on"),
)
meant_words = record(
    "meant_words",
    of_record("account_id", "account"),
    *map(words, ("about", "document", "words", "meant_on")),
)
concern = record(
    "concern",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    maybe("line_id"),
    may_name("raised_by_id", "person"),
    may_name("colleague_id", "colleague"),
    *map(words, ("words", "summary", "raised_on", "stage", "reasons", "tags", "team", "root_cause", "fix")),
    words("beyond_the_fix"),
    *map(maybe, ("stage_since", "plan_due", "told_on")),
    *map(whole, ("severity", "set_aside", "withdrawn")),
    *map(maybe, ("cause_kind", "mismatch")),
    words("asks"),
    whole("by_letter"),
    *map(maybe, ("cause_on", "cost")),
    words("asked_on"),
    *map(words, ("products", "lots", "sites", "carriers", "processes", "contract_terms")),
    *map(words, ("why_withdrawn", "links", "came")),
    *map(maybe, ("fix_due", "raised_at")),
)
follow_up = record(
    "follow_up",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    maybe("line_id"),
    may_name("concern_id", "concern"),
    may_name("colleague_id", "colleague"),
    may_name("person_id", "person"),
    *map(words, ("what", "side", "waits_on", "remind_before", "reason", "moves")),
    *map(maybe, ("due", "said_on", "snoozed_until", "repeat_anchor", "ending", "ended_on", "about_id")),
    *map(maybe_whole, ("minutes", "repeat_months")),
    *map(whole, ("is_promise", "repeat_count", "withdrawn")),
)
question = record(
    "question",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    maybe("line_id"),
    *map(words, ("words", "asked_on", "answer")),
    maybe("answered_on"),
    whole("withdrawn"),
)
quote = record(
    "quote",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    maybe("line_id"),
    may_name("person_id", "person"),
    *map(words, ("words", "said_on", "consent")),
    whole("withdrawn"),
)
opportunity = record(
    "opportunity",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    maybe("line_id"),
    *map(words, ("what", "noted_on", "about", "next_step")),
    maybe_whole("won"),
    maybe("ended_on"),
    whole("withdrawn"),
)
contact = record(
    "contact",
    of_record("account_id", "account"),
    may_name("review_id", "review"),
    may_name("person_id", "person"),
    may_name("colleague_id", "colleague"),
    *map(words, ("made_on", "channel", "words")),
)
reminder = record(
    "reminder",
    of_record("account_id", "account"),
    of_record("follow_up_id", "follow_up"),
    words("key"),
    words("shown_at"),
    maybe("seen_at"),
    UniqueConstraint("key"),
)
answer = record(
    "answer",
    of_record("account_id", "account"),
    may_name("person_id", "person"),
    may_name("review_id", "review"),
    *map(words, ("asked", "scale", "answered_on", "evidence")),
    *map(whole, ("value", "is_guess")),
    maybe_whole("importance"),
)
feedback_form = record(
    "feedback_form",
    of_record("account_id", "account"),
    may_name("person_id", "person"),
    may_name("review_id", "review"),
    *map(words, ("kind", "issued_on", "language", "returns")),
    whole("version_asked"),
    maybe("asked_again_on"),
)
price_diagnosis = record(
    "price_diagnosis",
    *map(words, ("made_on", "about", "same_evidence", "poor_evidence", "good_evidence", "plan")),
    whole("number"),
    *map(maybe, ("margin", "cut")),
    *map(maybe_whole, ("same", "poor", "good")),
)
switch = record(
    "switch",
    of_record("account_id", "account"),
    *map(words, ("direction", "switched_on", "rival", "line", "reason", "source")),
    maybe("price_difference"),
)
attachment = record(
    "attachment",
    of_record("account_id", "account"),
    *(may_name(f"{each}_id", each) for each in ("review", "concern", "follow_up", "contact")),
    *map(words, ("name", "media_type", "digest", "added_on")),
    whole("size"),
)
custom_field = record("custom_field", *map(words, ("name", "kind", "of", "audience", "choices")), whole("position"))
custom_value = record(
    "custom_value",
    of_record("field_id", "custom_field"),
    of_record("account_id", "account"),
    Column("person_id", Text, key_of("person"), index=True, info={"on_remove": "go"}),
    words("value"),
)
saved_view = record(
    "saved_view",
    *map(words, ("name", "filter", "chips", "columns", "sort")),
    *map(whole, ("descending", "is_roomy", "position")),
)
source_file = record("source_file", *map(words, ("kind", "path", "answers", "digest")), maybe("read_on"))
handed_over = record(
    "handed_over",
    of_record("account_id", "account"),
    *map(words, ("source", "kind", "record_id", "digest", "handed_on")),
)

Index("ix_account_name", account.c.name)
Index("ix_purchase_account_day", purchase.c.account_id, purchase.c.bought_on)
Index("ix_purchase_bought_on", purchase.c.bought_on)
Index("ix_source_key_source", source_key.c.source, source_key.c.kind, source_key.c.source_id)
Index("ix_source_key_record", source_key.c.record_id)
Index("ix_note_line_order", note_line.c.review_id, note_line.c.position)
Index("ix_attachment_digest", attachment.c.digest)
Index("ix_handed_over_record_id", handed_over.c.record_id)
Index("ix_follow_up_due", follow_up.c.ending, follow_up.c.due)
Index("ix_follow_up_about", follow_up.c.about_id)
