-- CreateTable
CREATE TABLE "order_schedules" (
    "organization_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "failure" VARCHAR(1000),

    CONSTRAINT "order_schedules_pkey" PRIMARY KEY ("organization_id","order_id")
);

-- CreateIndex
CREATE INDEX "order_schedules_organization_id_next_attempt_at_idx" ON "order_schedules"("organization_id", "next_attempt_at");

-- AddForeignKey
ALTER TABLE "order_schedules" ADD CONSTRAINT "order_schedules_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_schedules" ADD CONSTRAINT "order_schedules_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE order_schedules
  ADD CONSTRAINT order_schedules_attempts CHECK (attempts BETWEEN 0 AND 5),
  ADD CONSTRAINT order_schedules_day CHECK (day BETWEEN '2000-01-01' AND '2101-12-31');

-- A schedule is a primary order's, and ends with it: what became of it is in the history.
CREATE FUNCTION check_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM orders WHERE organization_id = NEW.organization_id AND id = NEW.order_id
      AND parent_id IS NULL AND status_type NOT IN ('automatic_execute', 'cancelled')
  ) THEN
    RAISE EXCEPTION 'a primary order that is open has a schedule, no other'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_schedules_of_open_primary';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_schedules_of_open_primary BEFORE INSERT OR UPDATE OF order_id ON order_schedules
  FOR EACH ROW EXECUTE FUNCTION check_schedule();

CREATE FUNCTION end_schedule() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM order_schedules WHERE organization_id = NEW.organization_id AND order_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER orders_end_schedule AFTER UPDATE OF status_type ON orders
  FOR EACH ROW WHEN (OLD.status_type <> NEW.status_type AND NEW.status_type IN ('automatic_execute', 'cancelled'))
  EXECUTE FUNCTION end_schedule();

-- What the scheduler should have tried by now, of every organization.
CREATE INDEX order_schedules_due ON order_schedules (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
