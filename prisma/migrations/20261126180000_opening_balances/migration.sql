-- CreateEnum
CREATE TYPE "invoice_kind" AS ENUM ('invoice', 'opening_balance');

-- AlterEnum
ALTER TYPE "import_subject" ADD VALUE 'balances';

-- AlterTable
ALTER TABLE "invoices" ADD COLUMN     "external_id" VARCHAR(100),
ADD COLUMN     "kind" "invoice_kind" NOT NULL DEFAULT 'invoice',
ADD COLUMN     "note" VARCHAR(500) NOT NULL DEFAULT '',
ALTER COLUMN "order_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "next_opening_balance_number" BIGINT NOT NULL DEFAULT 1001;

-- What an account owed when it moved in is no invoice of ours (docs/domain.md, section 11) -----------------------------

ALTER TABLE invoices
  ADD CONSTRAINT invoices_kind CHECK (CASE kind
    WHEN 'invoice' THEN order_id IS NOT NULL AND external_id IS NULL AND note = ''
    ELSE order_id IS NULL AND external_id IS NOT NULL AND total > 0 AND tax_total = 0 END),
  ADD CONSTRAINT invoices_external_id_trimmed CHECK (is_trimmed(external_id));
CREATE UNIQUE INDEX invoices_external_id ON invoices (organization_id, external_id) WHERE external_id IS NOT NULL;

-- An opening balance keeps the day of the other system's invoice, and dates none of ours.
DROP TRIGGER invoices_dated_in_order ON invoices;
CREATE TRIGGER invoices_dated_in_order AFTER INSERT ON invoices
  FOR EACH ROW WHEN (NEW.kind = 'invoice') EXECUTE FUNCTION date_invoice_in_order();

CREATE OR REPLACE FUNCTION check_invoice_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM invoice_lines WHERE organization_id = NEW.organization_id AND invoice_id = NEW.id
    HAVING CASE NEW.kind WHEN 'invoice' THEN sum(net) = NEW.net_total AND sum(tax) = NEW.tax_total ELSE count(*) = 0 END
  ) THEN
    RAISE EXCEPTION 'an invoice totals its lines' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_total_lines';
  END IF;
  RETURN NULL;
END $$;

-- What was paid for an order pays no opening balance, which is of no order.
CREATE OR REPLACE FUNCTION check_reserved_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_rows
    JOIN payments ON payments.organization_id = new_rows.organization_id AND payments.id = new_rows.payment_id
    JOIN invoices ON invoices.organization_id = new_rows.organization_id AND invoices.id = new_rows.invoice_id
    LEFT JOIN orders ON orders.organization_id = invoices.organization_id AND orders.id = invoices.order_id
    WHERE payments.reserved_for_id IS NOT NULL
      AND payments.reserved_for_id IS DISTINCT FROM coalesce(orders.parent_id, orders.id)
  ) THEN
    RAISE EXCEPTION 'a reserved payment pays invoices of its order alone'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_allocations_of_reserved';
  END IF;
  RETURN NULL;
END $$;
ALTER FUNCTION check_reserved_allocation() SET enable_seqscan = off;

-- People look for an opening balance by the number that its customer knows.
DROP INDEX invoices_search;
CREATE INDEX invoices_search ON invoices
  USING gin (search_form('invoice ' || number || ' ' || coalesce(external_id, '')) gin_trgm_ops);
