"""The Monday page: what a boss wants to hear once a week."""
