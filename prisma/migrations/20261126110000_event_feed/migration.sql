-- The feed reads events in an order that nothing can be added to afterwards: docs/domain.md, section 10.

-- AlterTable
ALTER TABLE "events" ADD COLUMN     "position" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "event_clock" (
    "one" BOOLEAN NOT NULL DEFAULT true,
    "ahead" BIGINT NOT NULL DEFAULT 0,
    "cluster" VARCHAR(80) NOT NULL,

    CONSTRAINT "event_clock_pkey" PRIMARY KEY ("one")
);

ALTER TABLE event_clock ADD CONSTRAINT event_clock_one CHECK (one), ADD CONSTRAINT event_clock_ahead CHECK (ahead >= 0);

-- Names what counts transactions: a restored dump is in another cluster or database, and a recovered cluster on another timeline.
-- A service that does not tell its identity is named by the database alone.
CREATE FUNCTION this_cluster() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  database text := (SELECT oid FROM pg_database WHERE datname = current_database());
BEGIN
  RETURN concat_ws(' ', (SELECT system_identifier FROM pg_control_system()), database,
    left(pg_walfile_name(pg_current_wal_lsn()), 8));
EXCEPTION WHEN OTHERS THEN
  RETURN database;
END $$;

INSERT INTO event_clock (cluster) VALUES (this_cluster());

-- The feed and its beginning each read one of these in its order. Events from before this migration have the position 0.
CREATE INDEX events_of_feed ON events (organization_id, position, id) WHERE position > 0;
CREATE INDEX events_by_time ON events (organization_id, at, position, id) WHERE position > 0;

-- A position is never below the number of its transaction, so that what is still to be committed comes after everything below
-- the oldest open transaction. It is never below an event that was there before either, since a transaction that began early may
-- have waited for the one that recorded that event.
CREATE FUNCTION place_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.position := greatest(
    pg_current_xact_id()::text::bigint + (SELECT ahead FROM event_clock),
    (SELECT max(position) FROM events WHERE organization_id = NEW.organization_id AND position > 0));
  RETURN NEW;
END $$;

CREATE TRIGGER events_place BEFORE INSERT ON events FOR EACH ROW EXECUTE FUNCTION place_event();

-- Returns the position below which the feed is complete.
CREATE FUNCTION event_horizon() RETURNS bigint LANGUAGE sql STABLE AS $$
  SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + ahead FROM event_clock
$$;

-- Returns the highest position of all.
CREATE FUNCTION highest_event_position() RETURNS bigint LANGUAGE sql AS $$
  SELECT coalesce(max(last), 0) FROM organizations CROSS JOIN LATERAL (
    SELECT max(position) AS last FROM events WHERE organization_id = organizations.id AND position > 0) AS own
$$;

-- Another cluster counts its transactions anew. The positions then go on behind all that were ever given, also those of events
-- that a restored backup does not have: it would take years to record as many as are left out.
CREATE FUNCTION move_event_clock() RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  here text := this_cluster();
BEGIN
  PERFORM FROM event_clock
  WHERE cluster = here AND highest_event_position() < pg_snapshot_xmax(pg_current_snapshot())::text::bigint + ahead;
  IF FOUND THEN RETURN false; END IF;
  -- A writer that waits for this lock reads the new clock afterwards.
  LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE;
  UPDATE event_clock SET cluster = here, ahead = (1::bigint << 40) + greatest(ahead,
    highest_event_position() - pg_snapshot_xmax(pg_current_snapshot())::text::bigint);
  RETURN true;
END $$;
