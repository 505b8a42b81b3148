"""From the outside world to Document."""
