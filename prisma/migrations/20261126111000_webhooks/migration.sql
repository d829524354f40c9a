-- CreateEnum
CREATE TYPE "webhook_disabled_by" AS ENUM ('user', 'gone', 'failing');


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
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhooks_organization_id_name_key" ON "webhooks"("organization_id", "name");

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Where programs outside are told of events, and with what their calls are signed (docs/domain.md, section 10).
ALTER TABLE webhooks
  ADD CONSTRAINT webhooks_name CHECK (name = btrim(name) AND name <> ''),
  ADD CONSTRAINT webhooks_url CHECK (url ~ '^https?://'),
  ADD CONSTRAINT webhooks_types CHECK (types IS NOT NULL AND cardinality(types) > 0),
  ADD CONSTRAINT webhooks_secret CHECK (secret ~ '^whsec_.{40,}$' AND previous_secret ~ '^whsec_.{40,}$'),
  ADD CONSTRAINT webhooks_previous CHECK ((previous_secret IS NULL) = (previous_until IS NULL)),
  ADD CONSTRAINT webhooks_disabled CHECK ((disabled_at IS NULL) = (disabled_by IS NULL));
