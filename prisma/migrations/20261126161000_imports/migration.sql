-- CreateEnum
CREATE TYPE "import_subject" AS ENUM ('accounts', 'products', 'orders');

-- CreateEnum
CREATE TYPE "import_format" AS ENUM ('csv', 'ndjson');

-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('reading', 'checked', 'running', 'canceled', 'finished');

-- CreateEnum
CREATE TYPE "import_plan" AS ENUM ('create', 'update', 'keep');

-- CreateEnum
CREATE TYPE "import_row_state" AS ENUM ('pending', 'created', 'updated', 'unchanged', 'failed');


-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "external_id" VARCHAR(100);

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "external_id" VARCHAR(100);

-- AlterTable
ALTER TABLE "products" ADD COLUMN     "external_id" VARCHAR(100);

-- CreateTable
CREATE TABLE "imports" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject" "import_subject" NOT NULL,
    "format" "import_format" NOT NULL,
    "file_name" VARCHAR(200) NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'reading',
    "by_user_id" UUID,
    "by_key_id" UUID,
    "by_name" VARCHAR(80) NOT NULL,
    "time_zone" VARCHAR(60) NOT NULL,
    "locale" VARCHAR(35) NOT NULL,
    "row_count" INTEGER NOT NULL DEFAULT 0,
    "created_count" INTEGER NOT NULL DEFAULT 0,
    "updated_count" INTEGER NOT NULL DEFAULT 0,
    "unchanged_count" INTEGER NOT NULL DEFAULT 0,
    "failed_count" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "organization_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "external_id" VARCHAR(100),
    "data" JSONB NOT NULL,
    "state" "import_row_state" NOT NULL DEFAULT 'pending',
    "plan" "import_plan",
    "refusal" JSONB,
    "code" VARCHAR(40),

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("organization_id","import_id","line")
);

-- CreateIndex
CREATE INDEX "imports_organization_id_created_at_id_idx" ON "imports"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "imports_organization_id_by_user_id_idx" ON "imports"("organization_id", "by_user_id");

-- CreateIndex
CREATE INDEX "imports_organization_id_by_key_id_idx" ON "imports"("organization_id", "by_key_id");

-- CreateIndex
CREATE INDEX "import_rows_organization_id_import_id_state_line_idx" ON "import_rows"("organization_id", "import_id", "state", "line");

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_by_user_id_fkey" FOREIGN KEY ("organization_id", "by_user_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_organization_id_by_key_id_fkey" FOREIGN KEY ("organization_id", "by_key_id") REFERENCES "api_keys"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_organization_id_import_id_fkey" FOREIGN KEY ("organization_id", "import_id") REFERENCES "imports"("organization_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- What is imported is known by its external id, and an import adds up (docs/domain.md, section 11) ---------------------

CREATE UNIQUE INDEX accounts_external_id ON accounts (organization_id, external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX products_external_id ON products (organization_id, external_id) WHERE external_id IS NOT NULL;
CREATE UNIQUE INDEX orders_external_id ON orders (organization_id, external_id) WHERE external_id IS NOT NULL;

ALTER TABLE accounts ADD CONSTRAINT accounts_external_id_trimmed CHECK (is_trimmed(external_id));
ALTER TABLE products ADD CONSTRAINT products_external_id_trimmed CHECK (is_trimmed(external_id));
ALTER TABLE orders ADD CONSTRAINT orders_external_id_trimmed CHECK (is_trimmed(external_id));

ALTER TABLE imports
  ADD CONSTRAINT imports_by_one CHECK (num_nonnulls(by_user_id, by_key_id) <= 1),
  ADD CONSTRAINT imports_file_name_trimmed CHECK (is_trimmed(file_name)),
  ADD CONSTRAINT imports_counts CHECK (
    least(row_count, created_count, updated_count, unchanged_count, failed_count) >= 0
    AND created_count + updated_count + unchanged_count + failed_count <= row_count),
  ADD CONSTRAINT imports_ended CHECK ((state IN ('canceled', 'finished')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT imports_finished_is_whole CHECK (
    state <> 'finished' OR created_count + updated_count + unchanged_count + failed_count = row_count);

ALTER TABLE import_rows
  ADD CONSTRAINT import_rows_line CHECK (line >= 1),
  ADD CONSTRAINT import_rows_says_why CHECK ((state = 'failed') = (refusal IS NOT NULL)),
  ADD CONSTRAINT import_rows_says_what CHECK (state IN ('pending', 'failed') OR code IS NOT NULL);

-- A row is decided once, also by two workers at once.
CREATE TRIGGER import_rows_stay_decided BEFORE UPDATE ON import_rows
  FOR EACH ROW WHEN (OLD.state <> 'pending') EXECUTE FUNCTION refuse('a row of an import is decided once');

CREATE FUNCTION notify_import() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.organization_id || ' imports ' || NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER imports_notify AFTER INSERT OR UPDATE ON imports
  FOR EACH ROW EXECUTE FUNCTION notify_import();
