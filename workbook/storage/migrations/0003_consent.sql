-- What a round was about and how many were there. Frozen, as 0001 is. Rounds of older versions did
-- not keep either: NULL says so, and nothing is guessed for them.

ALTER TABLE rounds ADD COLUMN people INTEGER; -- in the room when it closed; NULL while it is open
ALTER TABLE rounds ADD COLUMN purpose TEXT;   -- JSON string: the statement that consent was asked to
ALTER TABLE rounds ADD COLUMN priority TEXT;  -- JSON string: the priority sentence beside it

-- Home's line of a workshop: nobody knows what was consented to, so a sentence is a proposal there.
UPDATE sessions SET outcome = json_set(outcome, '$.kind', 'proposal')
WHERE mode = 'workshop' AND json_extract(outcome, '$.kind') = 'sentence';
