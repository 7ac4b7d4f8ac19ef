"""The programs whose exports are known by their headers, one module each."""
