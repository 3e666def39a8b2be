"""What a workshop stores as a page to hand round before anybody answers."""

from datetime import datetime

from workbook.catalogue import tr
from workbook.catalogue.dates import long_date
from workbook.catalogue.what_is_stored import stored_words
from workbook.catalogue.words import sentences, shorten
from workbook.documents.blocks import Document, Heading, PageBreak, Text, Together
from workbook.documents.summary import TITLE
from workbook.model.guide import Guide
from workbook.model.workshop import Setup


def stored_page(setup: Setup, guide: Guide, name: str, now: datetime) -> Document:
    """What a workshop that is held like this stores, as a document of one page.

    Args:
        setup: how it is held.
        guide: what is asked.
        name: the group's, "" where it has none yet.
        now: the moment, aware; its day stands on the page.
    """
    subtitle = tr("Read this before you answer. Ask whatever you want to know.")
    blocks = tuple(
        Together((Heading(held.heading, 3), Text(sentences(*held.sentences))))
        for held in stored_words(setup, guide)
    )
    return Document(
        title=tr("What is stored"),
        subtitle=subtitle,
        kicker=shorten(name, TITLE) or guide.title,
        date=long_date(now.astimezone().date()),
        footer=tr("Made with the Community Purpose Workbook"),
        author="",
        subject=tr("What this session holds, and what it does not"),
        language=guide.language,
        created=now.isoformat(),
        blocks=(*blocks, PageBreak()),  # what stands before one is made to fit a page
    )
