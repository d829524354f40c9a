-- Descriptions that differ in case, in the width of letters or in spaces alone are one name (docs/domain.md, section 1,
-- rule 5). Letters that only look alike are the command's to refuse, under its lock.

CREATE FUNCTION status_name_key(description text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT lower(btrim(regexp_replace(
    regexp_replace(normalize(description, NFKC), '[\u00ad\u180e\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]', '', 'g'),
    '\s+', ' ', 'g')) COLLATE "und-x-icu")
$$;

-- Two that were two names before: all but the first get a number.
WITH numbered AS (
  SELECT organization_id, id, row_number() OVER (
    PARTITION BY organization_id, status_name_key(description) ORDER BY mandatory DESC, no, id) AS place
  FROM order_statuses
)
UPDATE order_statuses AS status SET description = left(status.description, 70) || ' (' || numbered.place || ')'
FROM numbered
WHERE numbered.place > 1 AND numbered.organization_id = status.organization_id AND numbered.id = status.id;

ALTER TABLE order_statuses
  DROP CONSTRAINT order_statuses_description_once,
  ADD CONSTRAINT order_statuses_description_once
    EXCLUDE USING btree (organization_id WITH =, status_name_key(description) WITH =)
    DEFERRABLE INITIALLY DEFERRED;
