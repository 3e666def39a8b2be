"""The sheet to take home: what came out and was promised, and what is left to oneself."""
