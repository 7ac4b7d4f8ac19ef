"""The table of loss reviews, declared as `tables` declares the others."""

from reviewdesk.storage.declaring import maybe, of_record, record, words

reviewed_loss = record(
    "reviewed_loss",
    of_record("account_id", "account"),
    *map(words, ("begun_on", "plan_due", "interviewer", "team", "what_happened", "answers", "causes", "plan")),
    *map(words, ("lessons", "cost_out_owner")),
    *map(maybe, ("revenue", "margin", "retention", "years", "discount", "up_front", "on_return", "chance")),
    *map(maybe, ("ended_on", "set_aside_on", "cost_out", "cost_out_due", "cost_step_id")),
)
