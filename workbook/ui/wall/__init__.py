"""The wall: what the room sees, its window and its screens."""
