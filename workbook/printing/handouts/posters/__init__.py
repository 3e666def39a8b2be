"""Posters, with the statement in large type among them."""
