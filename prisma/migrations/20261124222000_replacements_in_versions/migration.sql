-- AlterTable
ALTER TABLE "order_status_versions" ADD COLUMN     "replaced_by" JSONB NOT NULL DEFAULT '{}';
