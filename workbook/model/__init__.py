"""What guides, questions, sessions and answers are: plain frozen values, no input or output."""
