"""Letters to a customer: values that have no place for anything internal, and the words they begin with."""
