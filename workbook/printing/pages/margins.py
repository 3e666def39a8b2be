"""The margins of everything that is handed out, whatever the paper."""

SIDE = 45.0  # points, 15.9 mm: at the sides
EDGE = 43.0  # points, 15.2 mm: above the head and below the foot
