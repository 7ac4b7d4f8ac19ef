"""Letters to a customer in the window: composing one beside its page, and choosing whom to remind."""
