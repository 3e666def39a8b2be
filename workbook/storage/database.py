"""The one wrapper around SQLite: opens a library, checks its version, hands out transactions."""

import contextlib
import os
import sqlite3
import struct
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workbook.catalogue import tr
from workbook.storage import copying, migrating
from workbook.storage.errors import LibraryError, damaged, folder_unusable, in_words
from workbook.storage.ids import random_id

if TYPE_CHECKING:
    from workbook.model.answers import Answers

FILE_NAME = "library.sqlite"
BACKUPS = "backups"
BUSY_SECONDS = 15.0  # to wait for another transaction; rebuilding 150 MB takes 3
KEPT_BEFORE_MIGRATION = 3

# What the benchmark's bare commit uses as well.
PRAGMAS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",  # nothing that a person wrote in the machine's temporary folder
)


def utc_now() -> datetime:
    """The time now, aware, in UTC."""
    return datetime.now(UTC)


class Connection(sqlite3.Connection):
    """What a transaction hands to the functions of storage that take part in it.

    It remembers the answers it saw last, because reading them again would be a third of the time
    that storing one answer takes. `workbook.storage.answer_rows` keeps that memory true.
    """

    seen: "tuple[str, int, Answers] | None" = None  # session, SQLite's data_version, its answers


class Library:
    """An open library. Every thread may read and write: each transaction has a connection of its
    own while it lasts, and connections wait in a pool meanwhile.
    """

    def __init__(
        self, folder: Path, clock: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        """Use `Library.open`."""
        self.folder = folder
        self.clock = clock
        self.new_id = new_id
        self._lock = threading.Lock()
        self._idle: list[Connection] = []
        self._closed = False
        self._watching: Connection | None = None  # writes nothing, so it sees every write

    @classmethod
    def open(
        cls,
        folder: Path,
        *,
        clock: Callable[[], datetime] = utc_now,
        new_id: Callable[[], str] = random_id,
        migrations: Path = migrating.MIGRATIONS,
    ) -> "Library":
        """Open the library in a folder, and make both where there are none.

        Args:
            folder: where the library is or shall be.
            clock: the time now, aware, in UTC.
            new_id: an id for a new session.
            migrations: the folder of numbered SQL files.

        Raises:
            LibraryError: where it is newer than this program, no library, damaged or may not be
                written; then nothing was touched.
        """
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise folder_unusable(folder, error) from error
        library = cls(folder, clock, new_id)
        version = _version_in_header(library.path, migrating.newest_version(migrations))
        if not os.access(folder, os.W_OK) or (version and not os.access(library.path, os.W_OK)):
            raise folder_unusable(folder, PermissionError(13, tr("it may only be read")))
        with _said(library.path):
            library._prepare(migrations)
        return library

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.folder / FILE_NAME

    @property
    def backups(self) -> Path:
        """The folder of the library's backups."""
        return self.folder / BACKUPS

    def close(self) -> None:
        """Close the library; a transaction that is still under way finishes first."""
        with self._lock:
            self._closed = True
            idle, self._idle = self._idle, []
            if self._watching is not None:
                idle.append(self._watching)
                self._watching = None
        for connection in idle:
            connection.close()

    def data_version(self) -> int:
        """A number that is another one once anything was written, by this program or by others.

        Raises:
            LibraryError: where the library cannot be read.
        """
        with self._lock, _said(self.path):
            if self._closed:
                raise _closed()
            if self._watching is None:
                self._watching = self._connect("rw")
            (version,) = self._watching.execute("PRAGMA data_version").fetchone()
        return int(version)

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """One consistent view of the library, whatever others write meanwhile.

        Raises:
            LibraryError: where the library cannot be read.
        """
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """One change: on disk when the block has ended, and not at all where it raises.

        Raises:
            LibraryError: where the library cannot be written.
        """
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextlib.contextmanager
    def outside_transaction(self) -> Iterator[Connection]:
        """A connection for what cannot run in a transaction: VACUUM, checkpoints, backups.

        Raises:
            LibraryError: where the library cannot be used.
        """
        with self._borrowed() as connection, _said(self.path):
            yield connection

    @contextlib.contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        with self._borrowed() as connection, _said(self.path):
            connection.execute(begin)
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.seen = None
                if connection.in_transaction:  # a full disk has rolled back already
                    connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _borrowed(self) -> Iterator[Connection]:
        with self._lock:
            if self._closed:
                raise _closed()
            connection = self._idle.pop() if self._idle else None
        if connection is None:
            with _said(self.path):
                connection = self._connect("rw")
        try:
            yield connection
        finally:
            self._give_back(connection)

    def _give_back(self, connection: Connection) -> None:
        with self._lock:
            if not self._closed:
                self._idle.append(connection)
                return
        connection.close()

    def _connect(self, mode: str) -> Connection:
        # check_same_thread: the pool gives a connection to one thread at a time
        connection = sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
            factory=Connection,
        )
        for pragma in PRAGMAS:
            connection.execute(pragma)
        return connection

    def _prepare(self, migrations: Path) -> None:
        connection = self._connect("rwc")
        try:
            version, newest = migrating.version_of(connection), migrating.newest_version(migrations)
            if version > newest:
                raise _too_new(self.path)
            if version < newest:
                if version:
                    self._back_up_before(connection, newest)
                connection.execute("PRAGMA foreign_keys = OFF")  # so that tables can be rebuilt
                migrating.migrate(connection, migrations)
                connection.execute("PRAGMA foreign_keys = ON")
            _switch_to_wal(connection)
            if version < newest:
                # the header of the file itself must tell an older program what it is
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        except BaseException:
            connection.close()
            raise
        self._idle.append(connection)

    def _back_up_before(self, connection: Connection, version: int) -> None:
        name = f"before-version-{version}-{self.clock():%Y%m%dT%H%M%SZ}.sqlite"
        try:
            copying.copy(connection, self.backups / name)
            copying.keep_newest(self.backups, "before-version-*.sqlite", KEPT_BEFORE_MIGRATION)
        except OSError as error:
            raise folder_unusable(self.backups, error) from error


@contextlib.contextmanager
def _said(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.Error as error:
        sentence = in_words(error, path)
        if sentence is None:
            raise
        raise sentence from error


def _switch_to_wal(connection: Connection) -> None:
    # SQLite does not wait here while another program switches at the same moment, so we do.
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError:
            if time.monotonic() > end:
                raise
            time.sleep(0.01)


def _version_in_header(path: Path, newest: int) -> int:
    """The version that the file's header tells, 0 for no or an empty file. Read without SQLite,
    which would create files beside a library that is not to be touched.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        return 0
    except OSError as error:
        raise folder_unusable(path.parent, error) from error
    if not header:
        return 0
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise damaged(path)
    (version,) = struct.unpack_from(">I", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != migrating.APPLICATION_ID:
        raise LibraryError(
            tr(
                "{file} belongs to another program. Choose another folder with --library, or move "
                "that file away."
            ).format(file=path)
        )
    if version > newest:
        raise _too_new(path)
    return int(version)


def _closed() -> LibraryError:
    return LibraryError(tr("The library has been closed. Start the program again."))


def _too_new(path: Path) -> LibraryError:
    return LibraryError(
        tr(
            "The library {file} was written by a newer version of this program. Install the "
            "newest version to open it; nothing was changed."
        ).format(file=path)
    )
