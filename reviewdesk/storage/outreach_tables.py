"""The tables of problems that several accounts share, of the outreach to them, and of accounts handed on."""

from reviewdesk.storage.declaring import may_name, maybe, of_record, record, whole, words

shared_problem = record(
    "shared_problem",
    may_name("concern_id", "concern"),
    may_name("account_id", "account"),
    *map(words, ("name", "reported_on", "cause_on", "causes", "remedy", "remedy_words", "script", "end_reason")),
    maybe("ended_on"),
    whole("severity"),
)
affected = record(
    "affected",
    of_record("problem_id", "shared_problem"),
    of_record("account_id", "account"),
    may_name("person_id", "person"),
    may_name("colleague_id", "colleague"),
    *map(words, ("joined_on", "joined_by", "channel", "script", "reach", "why", "attempts", "given", "override")),
    *map(maybe, ("due", "due_at", "reach_on", "given_on", "cost")),
)
proposed_problem = record(
    "proposed_problem", *map(words, ("concern_ids", "found_on")), maybe("answered_on"), whole("is_same")
)
hand_off = record(
    "hand_off",
    of_record("account_id", "account"),
    may_name("from_id", "colleague"),
    *map(words, ("begun_on", "to", "about", "terms", "sceptics", "rival", "won_because", "rival_may", "risks")),
    *map(words, ("rounds", "checks")),
    *map(maybe, ("starts_on", "price", "withdrawn_on")),
)
friction = record(
    "friction",
    *map(words, ("process", "noted_on", "suits_us", "hurts", "owner", "why", "concern_ids", "left_out_ids")),
    *map(maybe, ("decision", "decided_on", "due")),
)
