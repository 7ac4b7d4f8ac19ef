"""Packs ReviewDesk for machines without Python: one folder, and on Debian a package made of it."""
