"""Words what is wrong with the code of a slip."""

from workbook.catalogue import tr
from workbook.model.slips import SlipFault


def slip_fault_words(fault: SlipFault) -> str:
    """What does not fit, as a sentence that says what to do."""
    match fault:
        case SlipFault.CHECK:
            return tr("The signs of this code do not belong together. Look at the slip once more.")
        case SlipFault.SHAPE:
            return tr(
                "A printed code has five signs, one of your own four letters or figures. "
                "Correct it, or leave it out."
            )
