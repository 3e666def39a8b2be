-- Workshops. Frozen, as 0001 is. Rows say how many people, never who or when: no column of a round
-- or of what was counted in it holds a time or a person, and rows are put in by their keys.

CREATE TABLE workshops (
    session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    setup TEXT NOT NULL, -- JSON object
    clock TEXT NOT NULL  -- JSON object, times as whole microseconds since 1970-01-01 UTC
);

-- The rounds of voting on a step. The ballots of an open one lie beside the library.
CREATE TABLE rounds (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    step TEXT NOT NULL,
    number INTEGER NOT NULL,
    questions TEXT NOT NULL, -- JSON list
    secret INTEGER NOT NULL,
    state TEXT NOT NULL,
    ballots INTEGER NOT NULL, -- how many there were; 0 while it is open
    PRIMARY KEY (session, step, number)
) WITHOUT ROWID;

-- How many chose what in a closed round; a pass is the choice 'pass'.
CREATE TABLE counts (
    session TEXT NOT NULL,
    step TEXT NOT NULL,
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    mark TEXT NOT NULL,
    choice TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (session, step, number, question, mark, choice),
    FOREIGN KEY (session, step, number) REFERENCES rounds ON DELETE CASCADE
) WITHOUT ROWID;

-- What so few answered in secret that nothing of it is kept. A table of its own and no choice among
-- the counts: whoever adds those up can neither trip over it nor take it for an answer.
CREATE TABLE withheld (
    session TEXT NOT NULL,
    step TEXT NOT NULL,
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (session, step, number, question, mark),
    FOREIGN KEY (session, step, number) REFERENCES rounds ON DELETE CASCADE
) WITHOUT ROWID;

-- The few joint counts that a reading needs: how many chose this here and that there.
CREATE TABLE pairs (
    session TEXT NOT NULL,
    step TEXT NOT NULL,
    number INTEGER NOT NULL,
    first_question TEXT NOT NULL,
    first_mark TEXT NOT NULL,
    second_question TEXT NOT NULL,
    second_mark TEXT NOT NULL,
    first_choice TEXT NOT NULL,
    second_choice TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (
        session, step, number, first_question, first_mark, second_question, second_mark,
        first_choice, second_choice
    ),
    FOREIGN KEY (session, step, number) REFERENCES rounds ON DELETE CASCADE
) WITHOUT ROWID;

-- How many went from one choice in the round before to another in this one, joined by slips.
CREATE TABLE moves (
    session TEXT NOT NULL,
    step TEXT NOT NULL,
    number INTEGER NOT NULL,
    question TEXT NOT NULL,
    mark TEXT NOT NULL,
    from_choice TEXT NOT NULL,
    to_choice TEXT NOT NULL,
    people INTEGER NOT NULL CHECK (people > 0),
    PRIMARY KEY (session, step, number, question, mark, from_choice, to_choice),
    FOREIGN KEY (session, step, number) REFERENCES rounds ON DELETE CASCADE
) WITHOUT ROWID;
