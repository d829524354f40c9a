-- History says which bulk run wrote it, so that a run knows its own work from everybody else's; and a run that was
-- retried goes on in the name of who retried it (docs/domain.md, section 2, "Bulk").

-- AlterTable
ALTER TABLE "bulk_run_orders" DROP CONSTRAINT bulk_run_orders_says_whose, DROP COLUMN "begun_at",
  ADD CONSTRAINT bulk_run_orders_says_whose CHECK (outcome <> 'running' OR attempt IS NOT NULL);

-- AlterTable
ALTER TABLE "bulk_runs" ADD COLUMN     "retried_by_id" UUID,
ADD COLUMN     "retried_by_name" VARCHAR(80),
  ADD CONSTRAINT bulk_runs_retried_by CHECK ((retried_by_id IS NULL) = (retried_by_name IS NULL));

-- AlterTable
ALTER TABLE "order_history" ADD COLUMN     "bulk_run_id" UUID;

-- CreateIndex
CREATE INDEX "bulk_runs_organization_id_retried_by_id_idx" ON "bulk_runs"("organization_id", "retried_by_id");

-- AddForeignKey
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_organization_id_bulk_run_id_fkey" FOREIGN KEY ("organization_id", "bulk_run_id") REFERENCES "bulk_runs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organization_id_retried_by_id_fkey" FOREIGN KEY ("organization_id", "retried_by_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
