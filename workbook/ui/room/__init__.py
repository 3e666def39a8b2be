"""A workshop as the facilitator runs it: the open room and the parts of its screen."""
