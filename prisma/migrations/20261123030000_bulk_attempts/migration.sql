-- A bulk run is in the hands of one worker at a time: each that takes it up counts its attempt, and what an earlier
-- one still brings is not taken any more (docs/domain.md, section 2, "Bulk").

-- AlterTable
ALTER TABLE "bulk_runs" ADD COLUMN     "attempt" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "bulk_run_orders" ADD COLUMN     "attempt" INTEGER,
ADD COLUMN     "begun_at" TIMESTAMPTZ(3);

UPDATE bulk_run_orders SET attempt = 0, begun_at = now() WHERE outcome = 'running';
ALTER TABLE bulk_run_orders
  ADD CONSTRAINT bulk_run_orders_says_whose CHECK (outcome <> 'running' OR (attempt IS NOT NULL AND begun_at IS NOT NULL));

-- Live: who looks at a run hears of this run only. Payload as of notify_orders(): "organization topic id".
DROP TRIGGER bulk_runs_notify ON bulk_runs;
CREATE FUNCTION notify_bulk_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.organization_id || ' bulk_runs ' || NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER bulk_runs_notify AFTER INSERT OR UPDATE ON bulk_runs
  FOR EACH ROW EXECUTE FUNCTION notify_bulk_run();
