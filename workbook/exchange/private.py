"""Finds the columns of a form that say who answered, when and from where: they are never read."""

import re
from enum import StrEnum
from itertools import islice

from workbook.catalogue import tr
from workbook.exchange.folding import squash
from workbook.exchange.table import Sheet


class Private(StrEnum):
    """Why a column is left alone."""

    TIME = "time"
    ADDRESS = "address"  # of e-mail, or of a computer
    NAME = "name"
    NUMBER = "number"  # with which the form tells its answers apart


_SAMPLE = 50  # cells looked at
_SHAPES = {
    Private.ADDRESS: re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|\d{1,3}(?:\.\d{1,3}){3}"),
    Private.TIME: re.compile(
        r"\d{4}-\d\d-\d\d.*|\d{1,4}[./]\d{1,2}[./]\d{2,4}(?:\D.*)?|\d{1,2}:\d\d(?::\d\d)?.*"
    ),
}

# How the three programs head such columns, squashed: Google in the language of the form's owner,
# Microsoft in that of the office suite, LimeSurvey as codes or as full texts.
_HEADERS = {
    Private.TIME: """
        timestamp starttime completiontime lastmodifiedtime submitted submittedat submissiondate
        zeitstempel startzeit fertigstellungszeit uhrzeitderletztenanderung
        horodateur heuredebut heuredefin heuredeladernieremodification
        marcatemporal horadeinicio horadefinalizacion horadelaultimamodificacion
        carimbodedatahora horadeinicio horadeconclusao informazionicronologiche oradiinizio
        oradicompletamento tijdstempel begintijd tijdvanvoltooiing
        submitdate startdate datestamp datesubmitted datestarted datelastaction interviewtime
        totaltime
    """,
    Private.ADDRESS: """
        email emailaddress username emailadresse nutzername benutzername adresseemail
        adressedemessagerie courriel nomdutilisateur correoelectronico
        direcciondecorreoelectronico nombredeusuario enderecodeemail nomedeusuario indirizzoemail
        nomeutente mailadres gebruikersnaam ipaddr ipaddress refurl referrerurl
    """,
    Private.NAME: """
        name yourname whatisyourname fullname firstname lastname surname vorname nachname
        vollstandigername ihrname deinname nom prenom nometprenom votrenom nombre apellido
        apellidos nombrecompleto sunombre nome sobrenome cognome nomecognome naam voornaam
        achternaam participant respondent
    """,
    Private.NUMBER: """
        id responseid respondentid antwortid token accesscode zugangscode seed lastpage
        startlanguage letzteseite startsprache
    """,
}
_KINDS = {header: kind for kind, headers in _HEADERS.items() for header in headers.split()}


def private_columns(sheet: Sheet) -> dict[int, Private]:
    """The columns that say who answered, when or from where, by their headers and their cells."""
    found = {}
    for index, header in enumerate(sheet.headers):
        kind = _KINDS.get(squash(header)) or _by_cells(list(islice(sheet.column(index), _SAMPLE)))
        if kind:
            found[index] = kind
    return found


def _by_cells(cells: list[str]) -> Private | None:
    for kind, shape in _SHAPES.items():
        if cells and sum(bool(shape.fullmatch(cell)) for cell in cells) * 2 > len(cells):
            return kind
    return None


def why_private(kind: Private) -> str:
    """Why a column is left alone, as a sentence."""
    return {
        Private.TIME: tr("Tells when somebody answered. It is not read."),
        Private.ADDRESS: tr("Tells who answered, by an address. It is not read."),
        Private.NAME: tr("Tells who answered, by name. It is not read."),
        Private.NUMBER: tr("Tells the form’s answers apart. It is not read."),
    }[kind]
