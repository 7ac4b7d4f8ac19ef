"""The tables of reaching out and passing on: calls, shared problems, changes and hand-offs.

What their columns hold is said in `tables`, by whose name they go.
"""

from reviewdesk.storage.declaring import may_name, maybe, maybe_whole, of_record, record, whole, words

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
    *map(words, ("joined_on", "joined_by", "reach", "why", "attempts", "given", "override")),
    *map(maybe, ("due", "reach_on", "given_on", "cost")),
)
hand_off = record(
    "hand_off",
    of_record("account_id", "account"),
    may_name("from_id", "colleague"),
    *map(words, ("begun_on", "to", "about", "terms", "sceptics", "rival", "won_because", "rival_may", "risks")),
    *map(words, ("rounds", "checks")),
    *map(maybe, ("starts_on", "price", "withdrawn_on")),
)
planned_change = record(
    "planned_change",
    *map(words, ("name", "effective", "items", "why", "offer")),
    *map(maybe, ("announced_on", "figures_until", "ended_on")),
    *map(whole, ("is_service", "notice_days", "called")),
)
touched_by_change = record(
    "touched_by_change",
    of_record("change_id", "planned_change"),
    of_record("account_id", "account"),
    *map(words, ("signs", "words", "concession")),
    *map(maybe, ("exposure", "spend", "letter_on", "taken", "taken_on", "cost", "closed_on")),
    *map(whole, ("by_letter", "is_called", "is_lost")),
    *map(maybe_whole, ("place", "accepted")),
)
call_list = record(
    "call_list",
    *map(words, ("name", "asked", "script", "account_ids", "left_out", "started_on")),
    maybe("ended_on"),
)
