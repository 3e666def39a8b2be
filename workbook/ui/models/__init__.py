"""Models that views show: they take rows and are tested alone."""
