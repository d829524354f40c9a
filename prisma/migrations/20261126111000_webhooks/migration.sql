-- CreateEnum
CREATE TYPE "webhook_disabled_by" AS ENUM ('user', 'gone', 'failing');

-- CreateEnum
CREATE TYPE "webhook_delivery_state" AS ENUM ('waiting', 'delivered', 'failed');

-- CreateEnum
CREATE TYPE "webhook_delivery_origin" AS ENUM ('event', 'test', 'resend', 'replay');

-- CreateTable
CREATE TABLE "webhooks" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(80) NOT NULL,
    "url" VARCHAR(500) NOT NULL,
    "types" VARCHAR(60)[],
    "secret" VARCHAR(100) NOT NULL,
    "previous_secret" VARCHAR(100),
    "previous_until" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "disabled_by" "webhook_disabled_by",
    "position" BIGINT NOT NULL,
    "event_id" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "webhook_deliveries" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "webhook_id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "event_id" BIGINT NOT NULL,
    "order_id" UUID,
    "origin" "webhook_delivery_origin" NOT NULL DEFAULT 'event',
    "state" "webhook_delivery_state" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "last_status" INTEGER,
    "last_answer" VARCHAR(200),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_deliveries_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_organization_id_name_key" ON "webhooks"("organization_id", "name");

-- CreateIndex
CREATE INDEX "webhook_deliveries_log" ON "webhook_deliveries"("organization_id", "webhook_id", "sequence");

-- CreateIndex
CREATE INDEX "webhook_deliveries_by_state" ON "webhook_deliveries"("organization_id", "webhook_id", "state", "sequence");

-- CreateIndex
CREATE INDEX "webhook_deliveries_ended_at" ON "webhook_deliveries"("ended_at");

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_webhook_id_fkey" FOREIGN KEY ("organization_id", "webhook_id") REFERENCES "webhooks"("organization_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_event_id_fkey" FOREIGN KEY ("organization_id", "event_id") REFERENCES "events"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Where programs outside are told of events, and with what their calls are signed (docs/domain.md, section 10).
ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_name CHECK (name = btrim(name) AND name <> ''),
  ADD CONSTRAINT webhooks_url CHECK (url ~ '^https?://'),
  ADD CONSTRAINT webhooks_types CHECK (types IS NOT NULL AND cardinality(types) > 0),
  ADD CONSTRAINT webhooks_secret CHECK (secret ~ '^whsec_.{40,}$' AND previous_secret ~ '^whsec_.{40,}$'),
  ADD CONSTRAINT webhooks_previous CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
  ADD CONSTRAINT webhooks_disabled CHECK ((disabled_at IS NULL) = (disabled_by IS NULL));

-- A delivery that has ended is not tried again.
ALTER TABLE webhook_deliveries
  ADD CONSTRAINT webhook_deliveries_ended CHECK ((state = 'waiting') = (ended_at IS NULL)
    AND (state = 'waiting' OR next_attempt_at IS NULL)),
  ADD CONSTRAINT webhook_deliveries_attempts CHECK (attempts >= 0);

-- The worker finds what is due, and what waits behind a delivery of its order.
CREATE INDEX webhook_deliveries_due ON webhook_deliveries (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (organization_id, webhook_id, order_id, sequence)
  WHERE state = 'waiting';

-- Who looks at a webhook hears of its deliveries and of its end.
CREATE TRIGGER webhook_deliveries_notify_insert AFTER INSERT ON webhook_deliveries
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('webhooks');
CREATE TRIGGER webhook_deliveries_notify_update AFTER UPDATE ON webhook_deliveries
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('webhooks');
CREATE FUNCTION notify_webhook() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.organization_id || ' webhooks *');
  RETURN NULL;
END $$;
CREATE TRIGGER webhooks_notify AFTER UPDATE ON webhooks FOR EACH ROW
  WHEN (OLD.version <> NEW.version) EXECUTE FUNCTION notify_webhook();

-- The worker hears at the commit that there are events for a webhook. Organizations without one pay one index read.
CREATE FUNCTION notify_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', organization_id || ' events *') FROM (SELECT DISTINCT organization_id FROM new_rows) AS changed
  WHERE EXISTS (SELECT FROM webhooks WHERE webhooks.organization_id = changed.organization_id AND disabled_at IS NULL);
  RETURN NULL;
END $$;
CREATE TRIGGER events_notify AFTER INSERT ON events
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_events();
