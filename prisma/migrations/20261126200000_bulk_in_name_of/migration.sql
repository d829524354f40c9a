-- A bulk run works in the name of a user or of an API key, as an import does (docs/domain.md, section 2, "Bulk"). Its names
-- still say who started and who last retried it.
ALTER TABLE "bulk_runs" ADD COLUMN     "by_key_id" UUID,
ADD COLUMN     "by_user_id" UUID;

-- It went on in the name of the person who last retried it.
UPDATE bulk_runs SET by_user_id = coalesce(retried_by_id, started_by_id);

ALTER TABLE "bulk_runs" DROP CONSTRAINT bulk_runs_retried_by,
DROP COLUMN "retried_by_id",
DROP COLUMN "started_by_id",
  ADD CONSTRAINT bulk_runs_by_one CHECK (num_nonnulls(by_user_id, by_key_id) <= 1);

-- CreateIndex
CREATE INDEX "bulk_runs_organization_id_by_user_id_idx" ON "bulk_runs"("organization_id", "by_user_id");

-- CreateIndex
CREATE INDEX "bulk_runs_organization_id_by_key_id_idx" ON "bulk_runs"("organization_id", "by_key_id");

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organization_id_by_user_id_fkey" FOREIGN KEY ("organization_id", "by_user_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bulk_runs" ADD CONSTRAINT "bulk_runs_organization_id_by_key_id_fkey" FOREIGN KEY ("organization_id", "by_key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
