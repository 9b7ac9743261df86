-- Where a link stands in the lists, on one line each: list:line.
CREATE VIEW link_places AS
SELECT link, group_concat(place, ', ') AS places, count(*) AS mentions
FROM (SELECT mentions.link, lists.name || ':' || mentions.line AS place
      FROM mentions JOIN lists ON lists.id = mentions.list
      WHERE mentions.present = 1
      ORDER BY lists.name, mentions.line, mentions.column)
GROUP BY link;

CREATE VIEW dead_links AS
SELECT links.id, links.url, links.title, links.reason, links.http_status, links.since,
       links.failing_since, links.last_ok, links.archive_url, link_places.places
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state = 'dead'
ORDER BY links.since DESC;

CREATE VIEW watching AS
SELECT links.id, links.url, links.title, links.state, links.verdict, links.reason,
       links.failures, links.failing_since, links.last_ok, link_places.places
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.state IN ('suspect', 'down')
ORDER BY links.state, links.failing_since;

CREATE VIEW moved_links AS
SELECT links.id, links.url, links.suggested_url, links.reason, link_places.places
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'moved'
ORDER BY links.reason = 'permanent-redirect' DESC, links.url;

-- Bad certificates, and those that end within 30 days of the latest night.
CREATE VIEW certificate_problems AS
SELECT links.id, links.url, links.reason, links.certificate_expires, link_places.places
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'insecure'
   OR links.certificate_expires < strftime('%Y-%m-%dT%H:%M:%SZ',
                                           (SELECT max(started) FROM nights), '+30 days')
ORDER BY links.certificate_expires;

CREATE VIEW unverifiable AS
SELECT links.id, links.url, links.reason, links.http_status, links.state, links.last_ok,
       link_places.places
FROM links JOIN link_places ON link_places.link = links.id
WHERE links.verdict = 'blocked'
ORDER BY links.host, links.url;

CREATE VIEW changes AS
SELECT events.id, nights.started AS night_started, events.night, events.severity, events.kind,
       coalesce(links.url, entries.name, lists.name) AS subject, events.before, events.after,
       events.link, events.entry, events.list, events.told
FROM events
JOIN nights ON nights.id = events.night
LEFT JOIN links ON links.id = events.link
LEFT JOIN entries ON entries.id = events.entry
LEFT JOIN lists ON lists.id = events.list
ORDER BY events.id DESC;

CREATE VIEW list_health AS
SELECT lists.id, lists.name, lists.location, lists.error,
       count(DISTINCT links.id) AS links,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'alive') AS alive,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'suspect') AS suspect,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'down') AS down,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'dead') AS dead,
       count(DISTINCT links.id) FILTER (WHERE links.state = 'unverified') AS unverified
FROM lists
LEFT JOIN mentions ON mentions.list = lists.id AND mentions.present = 1
LEFT JOIN links ON links.id = mentions.link
GROUP BY lists.id
ORDER BY lists.name;

CREATE VIEW host_health AS
SELECT hosts.id, links.host, count(*) AS links,
       count(*) FILTER (WHERE links.state = 'alive') AS alive,
       count(*) FILTER (WHERE links.state IN ('suspect', 'down', 'dead')) AS failing,
       count(*) FILTER (WHERE links.verdict = 'blocked') AS blocked,
       round(avg(links.response_ms)) AS response_ms, hosts.incident
FROM links JOIN hosts ON hosts.name = links.host
WHERE links.id IN (SELECT link FROM link_places)
GROUP BY hosts.id
ORDER BY failing DESC, links DESC, hosts.name;

-- What a keeper can act on now, worst first.
CREATE VIEW fix_me AS
SELECT links.id, lists.name AS list, mentions.line, mentions.column, entries.name AS entry,
       links.url, links.state, links.verdict, links.reason, links.suggested_url, links.since
FROM mentions
JOIN links ON links.id = mentions.link
JOIN lists ON lists.id = mentions.list
LEFT JOIN entries ON entries.id = mentions.entry
WHERE mentions.present = 1
  AND (links.state IN ('dead', 'down') OR links.verdict IN ('moved', 'invalid'))
ORDER BY CASE WHEN links.state = 'dead' THEN 0 WHEN links.state = 'down' THEN 1
              WHEN links.verdict = 'invalid' THEN 2 ELSE 3 END,
         lists.name, mentions.line;

CREATE VIEW licence_gaps AS
SELECT entries.id, lists.name AS list, entries.line, entries.name
FROM entries JOIN lists ON lists.id = entries.list
WHERE entries.present = 1 AND entries.kind IN ('dataset', 'challenge')
  AND NOT EXISTS (
      SELECT 1 FROM mentions
      JOIN fields ON fields.link = mentions.link AND fields.field = 'license' AND fields.chosen = 1
      WHERE mentions.entry = entries.id AND mentions.present = 1)
ORDER BY lists.name, entries.line;

CREATE VIEW disagreements AS
SELECT believed.link AS id, links.url, believed.field, believed.value AS believed,
       believed.source AS believed_source, other.value AS other, other.source AS other_source
FROM fields AS believed
JOIN fields AS other ON other.link = believed.link AND other.field = believed.field
                    AND other.chosen = 0 AND other.value <> believed.value
JOIN links ON links.id = believed.link
WHERE believed.chosen = 1
ORDER BY links.url, believed.field;
