-- An idempotency key is its asker's own, and no longer the organization's. Keys of before name nobody: a request whose
-- answer was lost during the upgrade is judged anew.
ALTER TABLE "idempotency_keys" ADD COLUMN "asker" VARCHAR(60) NOT NULL DEFAULT '',
  ADD COLUMN "finished" BOOLEAN NOT NULL DEFAULT true;
ALTER TABLE "idempotency_keys" ALTER COLUMN "asker" DROP DEFAULT;
ALTER TABLE "idempotency_keys" DROP CONSTRAINT "idempotency_keys_pkey",
  ADD CONSTRAINT "idempotency_keys_pkey" PRIMARY KEY ("organization_id", "asker", "key");
