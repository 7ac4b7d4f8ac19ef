"""What goes back to the company's CRM, as the import files of each of them."""
