"""What an answer is called where it stands as a result: never by the prompt that asked for it."""

from workbook.catalogue import tr


def result_name(role: str, prompt: str) -> str:
    """The label over an answer of a room: of most questions the prompt itself.

    Args:
        role: of the question.
        prompt: how it was asked; some prompts also tell whoever holds the pen what to do.
    """
    match role:
        case "said_otherwise":
            return tr("Said otherwise")
        case "objections":
            return tr("Worries that were offered")
        case "evidence":
            return tr("What last month showed")
        case _:
            return prompt
