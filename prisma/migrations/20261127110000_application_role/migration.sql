-- Functions that write what the application only reads. They act as the owner of the tables: docs/domain.md, section 7, "Walls in
-- the database". Their search path is fixed, so that nobody puts a table of the same name before ours.
ALTER FUNCTION count_orders() SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION write_order_search(uuid[], uuid[]) SECURITY DEFINER SET search_path = public, pg_temp;
-- A start without the owner's address moves the clock of a restored database, too.
ALTER FUNCTION move_event_clock() SECURITY DEFINER SET search_path = public, pg_temp;

-- Replaces the changes of each order count by their sum and returns how many rows that removed. One statement does it, so that
-- no count is lost or doubled when others read, write or fold at the same time.
CREATE FUNCTION fold_order_counts() RETURNS int LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH crowded AS (
    SELECT organization_id, status_id, source, is_primary, non_automatic FROM order_count_changes
    GROUP BY 1, 2, 3, 4, 5 HAVING count(*) > 1
  ), taken AS (
    DELETE FROM order_count_changes USING (
      SELECT id FROM order_count_changes JOIN crowded USING (organization_id, status_id, source, is_primary, non_automatic)
      FOR UPDATE OF order_count_changes SKIP LOCKED
    ) AS free
    WHERE order_count_changes.id = free.id
    RETURNING order_count_changes.*
  ), kept AS (
    INSERT INTO order_count_changes (organization_id, status_id, source, is_primary, non_automatic, change)
    SELECT organization_id, status_id, source, is_primary, non_automatic, sum(change) FROM taken
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0
    RETURNING id
  )
  SELECT ((SELECT count(*) FROM taken) - (SELECT count(*) FROM kept))::int
$$;
