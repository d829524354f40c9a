-- AlterTable
ALTER TABLE "products" ADD COLUMN     "vendor_id" UUID;

-- AlterTable
ALTER TABLE "provisioning_tasks" ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "vendor_id" UUID;

-- CreateTable
CREATE TABLE "vendors" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" VARCHAR(80) NOT NULL,
    "endpoint" VARCHAR(500) NOT NULL,
    "secret" VARCHAR(100) NOT NULL,
    "pre_check" BOOLEAN NOT NULL DEFAULT false,
    "timeout_seconds" INTEGER NOT NULL DEFAULT 10,
    "callback_minutes" INTEGER NOT NULL DEFAULT 60,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "vendors_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "credit_checks" (
    "organization_id" UUID NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "endpoint" VARCHAR(500) NOT NULL,
    "secret" VARCHAR(100) NOT NULL,
    "timeout_seconds" INTEGER NOT NULL DEFAULT 5,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "credit_checks_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "vendors_organization_id_name_key" ON "vendors"("organization_id", "name");

-- CreateIndex
CREATE INDEX "products_organization_id_vendor_id_idx" ON "products"("organization_id", "vendor_id");

-- CreateIndex
CREATE INDEX "provisioning_tasks_organization_id_vendor_id_idx" ON "provisioning_tasks"("organization_id", "vendor_id");

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_organization_id_vendor_id_fkey" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "vendors" ADD CONSTRAINT "vendors_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_checks" ADD CONSTRAINT "credit_checks_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provisioning_tasks" ADD CONSTRAINT "provisioning_tasks_organization_id_vendor_id_fkey" FOREIGN KEY ("organization_id", "vendor_id") REFERENCES "vendors"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Who is asked over the network, and how (docs/domain.md, sections 3 and 4) --------------------------------------

ALTER TABLE vendors
  ADD CONSTRAINT vendors_name CHECK (name = btrim(name) AND name <> ''),
  ADD CONSTRAINT vendors_endpoint CHECK (endpoint ~ '^https?://'),
  ADD CONSTRAINT vendors_secret CHECK (length(secret) >= 32),
  ADD CONSTRAINT vendors_timeout CHECK (timeout_seconds BETWEEN 1 AND 60),
  ADD CONSTRAINT vendors_callback CHECK (callback_minutes BETWEEN 1 AND 10080);
ALTER TABLE credit_checks
  ADD CONSTRAINT credit_checks_endpoint CHECK (endpoint ~ '^https?://'),
  ADD CONSTRAINT credit_checks_secret CHECK (length(secret) >= 32),
  ADD CONSTRAINT credit_checks_timeout CHECK (timeout_seconds BETWEEN 1 AND 60);

-- The http driver asks a vendor, the others have none; only a task that is under way waits for a callback.
ALTER TABLE products
  ADD CONSTRAINT products_vendor CHECK ((provisioning_driver = 'http') = (vendor_id IS NOT NULL));
ALTER TABLE provisioning_tasks
  ADD CONSTRAINT provisioning_tasks_vendor CHECK ((driver = 'http') = (vendor_id IS NOT NULL)),
  ADD CONSTRAINT provisioning_tasks_accepted CHECK (
    accepted_at IS NULL OR (state = 'in_progress' AND driver = 'http' AND next_attempt_at IS NOT NULL));
