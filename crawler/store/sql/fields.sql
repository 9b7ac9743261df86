-- How long a value has not been said any more, and by which way of reading it was found.
ALTER TABLE fields ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE fields ADD COLUMN extractor INTEGER NOT NULL DEFAULT 0;
UPDATE fields SET raw = NULL WHERE raw = value;

-- Whole descriptions made this index larger than the table.
DROP INDEX fields_field;
CREATE INDEX fields_field ON fields (field, value) WHERE field NOT IN ('description', 'title');
