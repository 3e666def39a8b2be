-- The first library. Frozen: a change to the schema is a new numbered file beside this one.
-- Times are whole microseconds since 1970-01-01 UTC.

-- The words that sessions were asked with, kept so that an old session still knows them.
CREATE TABLE guides (
    number INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    language TEXT NOT NULL,
    document TEXT NOT NULL
);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    mode TEXT NOT NULL,
    guide INTEGER NOT NULL REFERENCES guides (number),
    plan TEXT NOT NULL,
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    trashed INTEGER,
    progress_done INTEGER NOT NULL,
    progress_total INTEGER NOT NULL,
    outcome TEXT NOT NULL, -- JSON object, only what is not empty
    place TEXT NOT NULL,   -- JSON object, only what is not empty
    scratch TEXT NOT NULL  -- JSON string, so that every text survives
);

CREATE TABLE answers (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    round INTEGER NOT NULL,
    respondent TEXT NOT NULL,
    mark TEXT NOT NULL,
    value TEXT NOT NULL, -- JSON
    guide INTEGER NOT NULL REFERENCES guides (number), -- the words it answers
    PRIMARY KEY (session, question, round, respondent, mark)
) WITHOUT ROWID;

-- What is searched, without capitals and accents: a row for each answer in which something is
-- written, and one at question '' for the session's name and scratch notes. Plain rows, no
-- full-text index, because such an index keeps deleted words.
CREATE TABLE search (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    question TEXT NOT NULL,
    round INTEGER NOT NULL,
    respondent TEXT NOT NULL,
    mark TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (session, question, round, respondent, mark)
) WITHOUT ROWID;
