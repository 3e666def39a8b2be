"""The one error of files that other programs wrote: a sentence that says what to do."""


class ImportProblem(Exception):  # noqa: N818 - named as people say it
    """A file or a text cannot be read at all; str() is for people, and nothing was taken of it."""
