"""Documents: a finished value in, PDF bytes out, and the leak guard."""
