"""Posters for the wall: the questions, and lines to stick dots on."""
