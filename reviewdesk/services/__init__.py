"""What a person does, one method each; the only door the desktop and the CLI have."""
