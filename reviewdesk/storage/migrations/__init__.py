"""Steps that bring an older book up to this program's schema."""
