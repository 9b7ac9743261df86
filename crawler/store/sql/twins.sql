-- One row an entry that names the same data set as other entries do, and why we think so.
CREATE TABLE twins (
    id INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries (id),
    reason TEXT NOT NULL CHECK (reason IN ('doi', 'accession', 'address', 'probably-same-address',
                                           'name')),
    value TEXT NOT NULL,
    UNIQUE (entry, reason, value)
) STRICT;
CREATE INDEX twins_value ON twins (reason, value);

-- Where is this data set listed: entries that are one, side by side.
CREATE VIEW where_listed AS
SELECT twins.id, twins.reason, twins.value, entries.name, lists.name AS list, entries.line,
       entries.section, twins.entry
FROM twins
JOIN entries ON entries.id = twins.entry
JOIN lists ON lists.id = entries.list
WHERE entries.present = 1
ORDER BY twins.reason, twins.value, lists.name, entries.line;
