"""Which rounds are secret where nobody has said anything."""

from workbook.guides import load_guide
from workbook.model.secrecy import usually_open, voted_steps


def test_consent_and_the_name_are_open_scales_and_cases_are_secret() -> None:
    guide = load_guide()
    opened = usually_open(guide)
    assert opened == {"kind", "statement"}
    secret = [step.id for step in voted_steps(guide) if step.id not in opened]
    assert secret == ["purpose", "optimising", "rare", "wrong"]
