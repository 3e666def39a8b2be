"""Sets a workshop up in a minute, and changes how it is held once it has begun."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from workbook.catalogue import tr
from workbook.catalogue.setting_up import plan_line, plan_title
from workbook.model.guide import Guide, Mode
from workbook.model.secrecy import usually_open
from workbook.model.session import Session
from workbook.model.workshop import FEWEST, Setup
from workbook.ui.dialogs.confirm import ConfirmDialog
from workbook.ui.dialogs.tall import TallDialog
from workbook.ui.theme import Theme
from workbook.ui.widgets.basics import button, column, frame, label, row, rule, show_if
from workbook.ui.widgets.forms import problem_label, say
from workbook.ui.widgets.number_field import NumberField
from workbook.ui.widgets.plan_choice import PlanChoice, PlanWords
from workbook.ui.workshop.dialogs.setup_more import More
from workbook.ui.workshop.dialogs.what_is_stored import StoredDialog

MOST = 2000  # people
_SOON = 500  # milliseconds after the last key in their number until what follows is said
_USUAL = 12  # people, where nobody has said how many
_WIDE = 720


class WorkshopDialog(TallDialog):
    """Asks how a workshop is held. Name, time and number of people are enough; all else is folded
    away. Nothing typed is lost, whatever is wrong in it.

    For a new one, `begun` tells the set-up, the group's name and the reflection that comes along
    ("" for none), `rehearsed` the set-up and the name. With a `setup` it is that one's, half-way:
    `changed` tells the new one. The rounds of `begun_steps` stay as secret, or as open, as they
    were announced.
    """

    begun = Signal(object, str, str)  # Setup
    rehearsed = Signal(object, str)
    changed = Signal(object)

    def __init__(
        self,
        guide: Guide,
        theme: Theme,
        parent: QWidget | None,
        *,
        reflections: Sequence[Session] = (),
        drafts: str = "",
        setup: Setup | None = None,
        name: str = "",
        begun_steps: Collection[str] = (),
    ) -> None:
        title = tr("New workshop") if setup is None else tr("Change the set-up")
        super().__init__(title, theme, parent, wide=_WIDE, gap=6)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._guide, self._new = guide, setup is None
        self._first = setup or _usual(guide)
        self._for_few: frozenset[str] = frozenset()  # rounds opened because few are in the room
        self._name_given = name
        # Who types 14 has typed a 1 before: that is no time to speak of few people.
        self._few_soon = QTimer(self, singleShot=True, interval=_SOON)
        self.more = More(
            guide,
            self._first,
            theme,
            self,
            begun=begun_steps,
            reflections=reflections if self._new else (),
            drafts=drafts,
        )
        self._make_head(title)
        self._make_middle(name or self.more.drafts.name())
        self._make_foot()
        self._connect()
        self._order()
        self._unfold(not self._new)
        self._plan_chosen()
        self._before = self._state()
        (self.name_field if self._new else self.people.line).setFocus()

    # Parts

    def _make_head(self, title: str) -> None:
        self.head.addWidget(label(title, "heading"))
        if self._new:
            words = tr("Name, time and people are enough. The rest can be changed later.")
        else:
            words = tr("For when people come late or leave early, or time runs short.")
        self.head.addWidget(label(words, "soft"))

    def _make_middle(self, name: str) -> None:
        middle = self.middle
        self.name_field = QLineEdit(name)
        self.name_field.setAccessibleName(tr("Name of the group"))
        self.name_problem = problem_label()
        if self._new:
            middle.addWidget(label(tr("Name of the group"), "label"))
            for part in (self.name_field, self.name_problem):
                middle.addWidget(part)
            middle.addSpacing(8)
        middle.addWidget(label(tr("Time"), "label"))
        plans = [
            PlanWords(plan.id, plan_title(plan), plan_line(self._guide, plan))
            for plan in self._guide.plans
            if plan.mode is Mode.WORKSHOP
        ]
        self.plans = PlanChoice(
            plans, self._first.plan, self.theme, name=tr("Time"), parent=self.area.inner
        )
        middle.addWidget(self.plans)
        middle.addSpacing(8)
        self._make_people(middle)
        middle.addSpacing(4)
        self.fold = button("")
        self.fold.setCheckable(True)
        self.fold.setVisible(self._new)
        middle.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        middle.addSpacing(8)
        middle.addWidget(self.more)
        middle.addStretch(1)

    def _make_people(self, into: QVBoxLayout) -> None:
        into.addWidget(label(tr("People in the room"), "label"))
        line = row(gap=14)
        self.people = NumberField(tr("People in the room"), 1, MOST, self.theme)
        self.people.set_value(self._first.people)
        line.addWidget(self.people)
        line.addWidget(label(tr("without you, who do not vote"), "soft"), 1)
        into.addLayout(line)
        self.people_problem = problem_label()
        into.addWidget(self.people_problem)
        self.few = frame("warning")
        inside = column(self.few, margins=(16, 10, 16, 10), gap=8)
        self._few_words = label("", "warning-words")
        inside.addWidget(self._few_words)
        self.few_button = button("")
        inside.addWidget(self.few_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.few.hide()
        into.addWidget(self.few)

    def _make_foot(self) -> None:
        self.foot.addWidget(rule())
        told = row(gap=12)
        words = tr("Answers stay on this computer.")
        if self._new:
            words = tr(
                "A rehearsal goes through all of it with invented answers and keeps nothing."
            )
        told.addWidget(label(words, "soft"), 1)
        self.stored_button = button(tr("What is stored?"), "quiet")
        told.addWidget(self.stored_button)
        self.foot.addLayout(told)
        line = row(gap=12)
        self.cancel_button = button(tr("Cancel"))
        self.rehearse_button = button(tr("Rehearse with invented answers"))
        self.go = button(tr("Begin") if self._new else tr("Change"), "primary")
        self.go.setDefault(True)
        line.addWidget(self.cancel_button)
        line.addStretch(1)
        if self._new:
            line.addWidget(self.rehearse_button)
        line.addWidget(self.go)
        self.foot.addLayout(line)

    def _connect(self) -> None:
        more = self.more
        self.name_field.textChanged.connect(lambda: say(self.name_problem, ""))
        self.plans.chosen.connect(self._plan_chosen)
        self.people.changed.connect(self._people_changed)
        self._few_soon.timeout.connect(self._show_few)
        self.few_button.clicked.connect(self._settle_few)
        self.fold.toggled.connect(self._unfold)
        more.minutes.changed.connect(self._minutes_changed)
        more.secrecy.changed.connect(self._show_few)
        more.drafts.chosen.connect(self._drafts_chosen)
        self.stored_button.clicked.connect(self._show_stored)
        self.cancel_button.clicked.connect(self.reject)
        self.rehearse_button.clicked.connect(self._rehearse)
        self.go.clicked.connect(self._go)

    def _order(self) -> None:
        """Tab goes through all of it as it is read."""
        stops = [
            self.name_field,
            *self.plans.buttons,
            self.people.line,
            self.few_button,
            self.fold,
            *self.more.stops(),
            self.stored_button,
            self.cancel_button,
            self.rehearse_button,
            self.go,
        ]
        for one, following in pairwise(stop for stop in stops if stop.window() is self):
            QWidget.setTabOrder(one, following)

    # What follows from what is chosen

    def _unfold(self, shown: bool) -> None:
        self.fold.setChecked(shown)
        words = tr("More: minutes, secrecy, consent, names, slips, sound")
        self.fold.setText(tr("Less") if shown else words)
        self.fold.setAccessibleName(words)
        show_if(self.more, shown)

    def _plan_chosen(self) -> None:
        self.more.minutes.show_plan(self.plans.plan())
        self._people_changed()

    def _minutes_changed(self) -> None:
        self.more.secrecy.show_held(self.more.minutes.held())
        self._show_few()

    def _people_changed(self) -> None:
        say(self.people_problem, "")
        self.more.names.compare(self.people.value())
        self._few_soon.start()

    def _show_few(self) -> None:
        """Say where there are too few people for secret rounds, and offer open ones; and the way
        back where there are enough again.
        """
        self._few_soon.stop()
        people = self.people.value()
        few = people is not None and people < FEWEST
        secret = self.more.secrecy.changeable(self.more.minutes.held())
        again = self._for_few & self.more.secrecy.opened()
        if few and secret:
            self._few_words.setText(
                tr(
                    "With four people or fewer, secrecy can’t hold: each answer would soon be"
                    " guessed, so a secret round shows nothing. Ask openly, if nobody minds."
                )
            )
            self.few_button.setText(tr("Make the rounds open"))
        elif not few and again:
            self._few_words.setText(tr("With five people or more, rounds can be secret again."))
            self.few_button.setText(tr("Make them secret again"))
        self.few_button.setAccessibleName(self.few_button.text())
        told = bool(secret if few else again)
        if told and self.few.isHidden():
            self.few.show()
            self.bring_in(self.few)
        show_if(self.few, told)

    def _settle_few(self) -> None:
        held = self.more.minutes.held()
        secret = self.more.secrecy.changeable(held)
        people = self.people.value()
        if people is not None and people < FEWEST:
            self._for_few |= secret
            self.more.secrecy.set_secret(secret, secret=False)
        else:
            again, self._for_few = self._for_few, frozenset()
            self.more.secrecy.set_secret(again, secret=True)
        self._show_few()
        self.people.line.setFocus()

    def _drafts_chosen(self, name: str) -> None:
        if name and not self.name_field.text().strip():
            self.name_field.setText(name)

    # What comes of it

    def _state(self) -> tuple[object, ...]:
        return (
            self.name_field.text(),
            self.plans.plan(),
            self.people.line.text(),
            *self.more.state(),
        )

    def setup(self) -> Setup:
        """What is chosen; what is typed and is no number is as it was before."""
        more = self.more
        return Setup(
            plan=self.plans.plan(),
            people=self.people.value() or self._first.people,
            minutes=more.minutes.own(),
            names=more.names.people(),
            keep_names=more.names.keep.isChecked(),
            open_steps=more.secrecy.opened(),
            slips=more.slips.isChecked(),
            sound=more.sound.isChecked(),
            quorum=more.quorum.value(),
        )

    def _check(self, *, named: bool) -> bool:
        """Say what is wrong beside where it is, and go to the first such field."""
        wrong: list[QWidget] = []
        if named and not self.name_field.text().strip():
            say(self.name_problem, tr("Please say what the group is called."))
            wrong.append(self.name_field)
        if self.people.value() is None:
            words = tr("Please give a whole number, from 1 to {most}.").format(most=MOST)
            say(self.people_problem, words)
            wrong.append(self.people.line)
        for form in (self.more.minutes, self.more.names):
            field = form.check()
            if field is not None:
                self._unfold(True)
                wrong.append(field)
        if wrong:
            wrong[0].setFocus()
            self.bring_in(wrong[0])
        return not (wrong or self._few_now())

    def _few_now(self) -> bool:
        """Whether it has only now been said that few are in the room: nobody has read it yet."""
        known = not self.few.isHidden()
        self._show_few()
        people = self.people.value()
        return not (known or self.few.isHidden()) and people is not None and people < FEWEST

    def _go(self) -> None:
        if not self._check(named=self._new):
            return
        if self._new:
            name = self.name_field.text().strip()
            self.begun.emit(self.setup(), name, self.more.drafts.id())
        else:
            self.changed.emit(self.setup())
        self.accept()

    def _rehearse(self) -> None:
        if self._check(named=False):
            name = self.name_field.text().strip() or tr("A rehearsal")
            self.rehearsed.emit(self.setup(), name)
            self.accept()

    def _show_stored(self) -> None:
        name = self._name_given or self.name_field.text().strip()
        StoredDialog(self.theme, self.setup(), self._guide, self, name=name).open()

    def reject(self) -> None:
        """Escape asks before anything that was typed is lost, and only then."""
        if self._state() == self._before:
            self._leave()
            return
        dialog = ConfirmDialog(
            tr("Leave the set-up?"),
            tr("What you chose and typed here is not kept."),
            tr("Leave"),
            self,
        )
        dialog.accepted.connect(self._leave)
        dialog.open()

    def _leave(self) -> None:
        super().reject()


def _usual(guide: Guide) -> Setup:
    """How a workshop is held where nobody has said anything: the middle one of the plans."""
    plans = [plan for plan in guide.plans if plan.mode is Mode.WORKSHOP]
    return Setup(plans[len(plans) // 2].id, _USUAL, open_steps=usually_open(guide))
