"""The statement poster: the group's sentence in large type."""
