"""The Community Purpose Workbook: a desktop workbook for the questions of one essay."""

__version__ = "0.2.0"
