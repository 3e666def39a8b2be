"""What the words of a session are, as every document and paper says it: one state, in words."""

from dataclasses import dataclass

from workbook.catalogue.consent import going_on, kept_words, standing_words, state_words
from workbook.catalogue.words import Words, sentences
from workbook.documents.written import text_of
from workbook.readings.consent import Consent
from workbook.readings.findings import Findings


@dataclass(frozen=True, slots=True)
class Standing:
    """What the words are; what is not said is ""."""

    consent: Consent | None  # None alone
    kept: str  # whose words, of which day: "A proposal of 22 November 2026."
    says: str  # "Not agreed: 14 of 14 block it."
    why: str
    go_on: str  # "We go on with it, because…", only of words that are not carried

    @property
    def carried(self) -> bool:
        """Whether they may be called agreed, decided or ours."""
        return self.consent is not None and self.consent.carried

    @property
    def line(self) -> str:
        """All that stands in small type with the words."""
        return sentences(self.kept, self.says, self.go_on)


def standing(found: Findings, day: str) -> Standing:
    """What the words of a session are.

    Args:
        found: what the session says.
        day: its day in words.
    """
    consent = found.consent
    kept = kept_words(consent, day)
    if consent is None:
        return Standing(None, kept, "", "", "")
    words = state_words(consent)
    go_on = "" if consent.carried else go_on_of(found)
    return Standing(consent, kept, standing_words(consent), words.reason, go_on)


def go_on_of(found: Findings) -> str:
    """The line with which a group goes on all the same, "" where it wrote none."""
    prompt = next((question.prompt for question in found.guide.with_role("go_on")), "")
    return going_on(prompt, text_of(found.guide, found.answers, "go_on"))


def state_of(found: Findings) -> Words | None:
    """The state of the words where there are any or they were voted on, None else and alone."""
    consent = found.consent
    worded = any(text_of(found.guide, found.answers, r) for r in ("statement", "priority_sentence"))
    if consent is None or (consent.last is None and not worded):
        return None
    return state_words(consent)
