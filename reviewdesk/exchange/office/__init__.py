"""Word and PowerPoint files: written from an outline, filled into a client's own template, and read back."""
