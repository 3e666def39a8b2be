"""What was chosen in the print room, for when it is opened again while the program runs."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbook.operations.print_room import Handout

if TYPE_CHECKING:
    from workbook.ui.print_room.options import Options

# Each field by its name, as a person has left it. It holds names, and so is never written to disk.
Chosen = Mapping[str, object]
KIND = "kind"


def chosen(options: "Options") -> Chosen:
    """What stands in every field."""
    return {
        KIND: options.handout.id,
        **{f"paper {len(papers)}": row.value() for papers, row in options.papers.items()},
        "large": options.large.isChecked(),
        "plan": options.plan.value(),
        "worksheet plan": options.worksheet_plan.value(),
        "start": options.start.text(),
        "day": options.day.text(),
        "named": options.named.value(),
        "people": options.people.line.text(),
        "names": options.names.text(),
        "slips": options.slips.value(),
        "signed": options.signed.isChecked(),
        **{f"step {step}": box.isChecked() for step, box in options.steps.items()},
        **{f"poster {kind}": box.isChecked() for kind, box in options.posters.items()},
    }


def changed(now: Chosen, usual: Chosen) -> Chosen:
    """What a person has changed. The rest follows the session, should that change."""
    return {name: value for name, value in now.items() if value != usual.get(name)}


def restore(options: "Options", kept: Chosen) -> None:
    """Show again what was chosen; fields that were not changed stay as they are."""
    rows = {
        "plan": options.plan,
        "worksheet plan": options.worksheet_plan,
        "named": options.named,
        "slips": options.slips,
        **{f"paper {len(papers)}": row for papers, row in options.papers.items()},
    }
    boxes = {
        "large": options.large,
        "signed": options.signed,
        **{f"step {step}": box for step, box in options.steps.items()},
        **{f"poster {kind}": box for kind, box in options.posters.items()},
    }
    lines = {"start": options.start, "day": options.day, "people": options.people.line}
    for name, value in kept.items():
        if name in rows:
            rows[name].set_value(str(value))
        elif name in boxes:
            boxes[name].setChecked(bool(value))
        elif name in lines:
            lines[name].setText(str(value))
        elif name == "names":
            options.for_whom.show_text(str(value))
    options.choose(Handout.named(str(kept.get(KIND, options.handout.id))))
    options.show_parts()
