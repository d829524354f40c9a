-- CreateTable
CREATE TABLE "api_keys" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(80) NOT NULL,
    "prefix" CHAR(11) NOT NULL,
    "hash" CHAR(64) NOT NULL,
    "previous_hash" CHAR(64),
    "previous_until" TIMESTAMPTZ(3),
    "role" "role" NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "created_by_name" VARCHAR(80) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "api_key_requests" (
    "organization_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "key_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "method" VARCHAR(10) NOT NULL,
    "path" VARCHAR(500) NOT NULL,
    "status" INTEGER NOT NULL,
    "ms" INTEGER NOT NULL,
    "request_id" UUID NOT NULL,

    CONSTRAINT "api_key_requests_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_hash_key" ON "api_keys"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_previous_hash_key" ON "api_keys"("previous_hash");

-- CreateIndex
CREATE INDEX "api_keys_organization_id_created_at_id_idx" ON "api_keys"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "api_key_requests_organization_id_key_id_id_idx" ON "api_key_requests"("organization_id", "key_id", "id");

-- CreateIndex
CREATE INDEX "api_key_requests_at_idx" ON "api_key_requests"("at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_requests" ADD CONSTRAINT "api_key_requests_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key_requests" ADD CONSTRAINT "api_key_requests_organization_id_key_id_fkey" FOREIGN KEY ("organization_id", "key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Keys with which programs call the API (docs/domain.md, section 7, "API keys") --------------------------------------

ALTER TABLE api_keys
  ADD CONSTRAINT api_keys_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT api_keys_prefix CHECK (prefix ~ '^od_[A-Za-z0-9_-]{8}$'),
  ADD CONSTRAINT api_keys_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT api_keys_previous CHECK (
    (previous_hash IS NULL) = (previous_until IS NULL) AND previous_hash ~ '^[0-9a-f]{64}$' AND previous_hash <> hash),
  ADD CONSTRAINT api_keys_staff_role CHECK (role IN ('administrator', 'operator', 'manager')),
  -- Nothing there would mean everything that the role may, so it is said with an empty list.
  ADD CONSTRAINT api_keys_scopes CHECK (scopes IS NOT NULL),
  ADD CONSTRAINT api_keys_expires_later CHECK (expires_at > created_at);

CREATE TRIGGER api_keys_stay_revoked BEFORE UPDATE ON api_keys
  FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS DISTINCT FROM OLD.revoked_at)
  EXECUTE FUNCTION refuse('a revoked key stays revoked');

ALTER TABLE api_key_requests
  ADD CONSTRAINT api_key_requests_status CHECK (status BETWEEN 100 AND 599),
  ADD CONSTRAINT api_key_requests_ms CHECK (ms >= 0);
