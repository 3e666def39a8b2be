"""Worksheets: pages to write on and to keep."""
