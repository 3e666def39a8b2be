"""What is printed after a workshop: the letter and the sheet to take home."""
