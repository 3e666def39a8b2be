"""Plain numbers in, matplotlib Figure out."""
