"""Reads and writes files of other programs. Nothing here stores anything or knows of a window."""
