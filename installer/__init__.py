"""Sets ReviewDesk up on a machine, runs and checks it there, and packs it for others."""
