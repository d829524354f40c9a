-- AlterTable
ALTER TABLE "bulk_runs" ADD COLUMN     "locale" VARCHAR(35) NOT NULL DEFAULT 'en-GB';
