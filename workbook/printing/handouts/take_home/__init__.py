"""The sheet to take home: what was decided and promised, and what is left to oneself."""
