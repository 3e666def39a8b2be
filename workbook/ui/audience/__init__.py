"""What the room sees: the view that draws it, its window, and which screen it is on."""
