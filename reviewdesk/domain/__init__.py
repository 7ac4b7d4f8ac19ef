"""What reviews, concerns and promises are: frozen values and pure rules."""
