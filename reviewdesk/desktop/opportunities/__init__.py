"""What customers might buy, over the whole book."""
