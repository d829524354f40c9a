-- CreateEnum
CREATE TYPE "bulk_action" AS ENUM ('execute', 'cancel', 'set_status');

-- CreateEnum
CREATE TYPE "bulk_state" AS ENUM ('running', 'stopped', 'finished');

-- CreateEnum
CREATE TYPE "bulk_outcome" AS ENUM ('waiting', 'running', 'done', 'refused', 'failed');

-- CreateTable
CREATE TABLE "bulk_runs" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "action" "bulk_action" NOT NULL,
    "input" JSONB NOT NULL,
    "state" "bulk_state" NOT NULL DEFAULT 'running',
    "started_by_id" UUID NOT NULL,
    "started_by_name" VARCHAR(80) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "order_count" INTEGER NOT NULL,
    "done_count" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

CONSTRAINT "bulk_runs_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "bulk_run_orders" (
    "organization_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "order_id" UUID NOT NULL,
    "outcome" "bulk_outcome" NOT NULL DEFAULT 'waiting',
    "message" VARCHAR(1000),

CONSTRAINT "bulk_run_orders_pkey" PRIMARY KEY ("organization_id","run_id","position")
);

-- CreateIndex
CREATE INDEX "bulk_runs_organization_id_created_at_id_idx" ON "bulk_runs"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "bulk_run_orders_organization_id_run_id_outcome_position_idx" ON "bulk_run_orders"("organization_id", "run_id", "outcome", "position");

-- CreateIndex
CREATE INDEX "bulk_run_orders_organization_id_order_id_idx" ON "bulk_run_orders"("organization_id", "order_id");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_run_orders_organization_id_run_id_order_id_key" ON "bulk_run_orders"("organization_id", "run_id", "order_id");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run_orders" ADD CONSTRAINT "bulk_run_orders_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_run_orders" ADD CONSTRAINT "bulk_run_orders_organization_id_run_id_fkey" FOREIGN KEY ("organization_id", "run_id") REFERENCES "bulk_runs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_run_orders" ADD CONSTRAINT "bulk_run_orders_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateIndex
CREATE INDEX "bulk_runs_organization_id_started_by_id_idx" ON "bulk_runs"("organization_id", "started_by_id");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organization_id_started_by_id_fkey" FOREIGN KEY ("organization_id", "started_by_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What a bulk run has done adds up, and ends (docs/domain.md, section 2) --------------------------------------

ALTER TABLE bulk_runs
  ADD CONSTRAINT bulk_runs_counts CHECK (
    order_count >= 1 AND done_count >= 0 AND refused_count >= 0 AND failed_count >= 0
    AND done_count + refused_count + failed_count <= order_count),
  ADD CONSTRAINT bulk_runs_ended CHECK ((state = 'running') = (finished_at IS NULL)),
  ADD CONSTRAINT bulk_runs_finished_is_whole CHECK (
    state <> 'finished' OR done_count + refused_count + failed_count = order_count);
ALTER TABLE bulk_run_orders
  ADD CONSTRAINT bulk_run_orders_says_why CHECK (outcome NOT IN ('refused', 'failed') OR message IS NOT NULL);

CREATE TRIGGER bulk_runs_notify AFTER UPDATE ON bulk_runs
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('bulk_runs');
