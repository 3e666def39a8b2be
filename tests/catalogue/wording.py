"""What every worded reading has to keep to."""

import re

from workbook.catalogue.words import Words


def well_worded(words: Words) -> bool:
    whole = " ".join((words.lead, words.reason, *words.items))
    return (
        0 < len(words.lead) <= 60
        and words.lead.endswith((".", "?"))
        and not re.search(r"[!{}]|  |\bNone\b \d", whole)
        and not re.search(r"\b(great|good|bad|well done|should|must|fail)", whole, re.I)
        and (not words.reason or words.reason.endswith("."))
    )
