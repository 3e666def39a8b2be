"""One editor per kind of question, all operable by keyboard alone."""
