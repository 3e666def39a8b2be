"""The one catalogue of what the program says: English in the code, other languages by gettext.

A message is a literal, and what varies is put in afterwards: `tr("Saved {time}").format(time=…)`,
so that it can be found and translated. Translations are read from
`resources/locale/<language>/LC_MESSAGES/workbook.mo`; where one is missing, English stands.
A translator makes the template, and from it a language's file, with

    pybabel extract -k tr -k ntr:1,2 -c "Translators:" -o workbook.pot workbook
    pybabel init -D workbook -i workbook.pot -d resources/locale -l <language>
    pybabel compile -D workbook -d resources/locale

The words of guides are not here but beside each guide. Babel is not needed while the program
runs: loading it would cost a quarter of the time to the first window, and what it would give,
the months' names and the order of a date, are a few messages in `workbook.catalogue.dates`.
"""

import gettext
from pathlib import Path

from workbook.resources import resource

DOMAIN = "workbook"
ENGLISH = gettext.NullTranslations()
_translations = ENGLISH


def install(language: str = "en", folder: Path | None = None) -> None:
    """Speak this language from now on, English where it has no translation.

    Args:
        language: a language as gettext names it: "de", "pt_BR".
        folder: where the languages are, `resources/locale` if not given.
    """
    global _translations  # the one setting of the catalogue; tests reset it with install()
    _translations = gettext.translation(
        DOMAIN, folder or resource("locale"), [language], fallback=True
    )


def tr(message: str) -> str:
    """The message in the installed language."""
    return _translations.gettext(message)


def ntr(one: str, many: str, n: int) -> str:
    """The form of the message that goes with n things, in the installed language."""
    return _translations.ngettext(one, many, n)
