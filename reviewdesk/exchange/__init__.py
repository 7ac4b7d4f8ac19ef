"""Other programs' formats: values in and out."""
