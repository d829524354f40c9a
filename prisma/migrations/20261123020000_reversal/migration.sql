-- CreateEnum
CREATE TYPE "subscription_state" AS ENUM ('active', 'cancelled');

-- AlterEnum
ALTER TYPE "provisioning_action" ADD VALUE 'deprovision';




-- AlterTable
ALTER TABLE "order_items" ADD COLUMN     "reversed_quantity" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "reversed_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "organizations" ADD COLUMN     "next_credit_note_number" BIGINT NOT NULL DEFAULT 1001;

-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "end_date" DATE,
ADD COLUMN     "state" "subscription_state" NOT NULL DEFAULT 'active';

-- CreateTable
CREATE TABLE "credit_notes" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" VARCHAR(20) NOT NULL,
    "invoice_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "issue_date" DATE NOT NULL,
    "net_total" DECIMAL(19,4) NOT NULL,
    "tax_total" DECIMAL(19,4) NOT NULL,
    "total" DECIMAL(19,4) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credit_notes_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "credit_note_lines" (
    "organization_id" UUID NOT NULL,
    "credit_note_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "invoice_line_id" UUID NOT NULL,
    "net" DECIMAL(19,4) NOT NULL,
    "tax" DECIMAL(19,4) NOT NULL,
    "total" DECIMAL(19,4) NOT NULL,

    CONSTRAINT "credit_note_lines_pkey" PRIMARY KEY ("organization_id","credit_note_id","position")
);

-- CreateIndex
CREATE INDEX "credit_notes_organization_id_order_id_idx" ON "credit_notes"("organization_id", "order_id");

-- CreateIndex
CREATE INDEX "credit_notes_organization_id_account_id_created_at_id_idx" ON "credit_notes"("organization_id", "account_id", "created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_notes_organization_id_number_key" ON "credit_notes"("organization_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "credit_notes_organization_id_invoice_id_key" ON "credit_notes"("organization_id", "invoice_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_note_lines_organization_id_invoice_line_id_key" ON "credit_note_lines"("organization_id", "invoice_line_id");

-- AddForeignKey
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_notes" ADD CONSTRAINT "credit_notes_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_note_lines" ADD CONSTRAINT "credit_note_lines_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_note_lines" ADD CONSTRAINT "credit_note_lines_organization_id_credit_note_id_fkey" FOREIGN KEY ("organization_id", "credit_note_id") REFERENCES "credit_notes"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "credit_note_lines" ADD CONSTRAINT "credit_note_lines_organization_id_invoice_line_id_fkey" FOREIGN KEY ("organization_id", "invoice_line_id") REFERENCES "invoice_lines"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- An execution can be reversed, once and whole (docs/domain.md, section 2, "Reverse execution") ----------------

ALTER TABLE order_items
  ADD CONSTRAINT order_items_reversed_whole CHECK (reversed_quantity IN (0, executed_quantity));
DROP TRIGGER order_items_executed_is_final ON order_items;
CREATE TRIGGER order_items_executed_is_final BEFORE UPDATE ON order_items
  FOR EACH ROW WHEN (NEW.executed_quantity < OLD.executed_quantity OR NEW.cancelled_quantity < OLD.cancelled_quantity
    OR NEW.reversed_quantity < OLD.reversed_quantity OR (OLD.reversed_quantity > 0 AND NEW.executed_quantity <> OLD.executed_quantity)
    OR ((OLD.executed_quantity > 0 OR OLD.delivered_quantity > 0 OR OLD.cancelled_quantity > 0) AND
    (OLD.quantity, OLD.unit_price, OLD.unit_cost, OLD.discount_percent, OLD.tax_rate, OLD.product_id, OLD.item_type, OLD.subscription_id)
    IS DISTINCT FROM
    (NEW.quantity, NEW.unit_price, NEW.unit_cost, NEW.discount_percent, NEW.tax_rate, NEW.product_id, NEW.item_type, NEW.subscription_id)))
  EXECUTE FUNCTION refuse('an item in delivery, executed or cancelled keeps its quantity and price');
CREATE TRIGGER order_items_start_unreversed BEFORE INSERT ON order_items
  FOR EACH ROW WHEN (NEW.reversed_quantity <> 0)
  EXECUTE FUNCTION refuse('an item is executed before it is reversed');

ALTER TABLE orders
  DROP CONSTRAINT orders_executed_at,
  ADD CONSTRAINT orders_executed_at CHECK (
    (executed_at IS NOT NULL) = (status_type = 'automatic_execute' OR reversed_at IS NOT NULL)),
  ADD CONSTRAINT orders_reversed_is_cancelled CHECK (reversed_at IS NULL OR status_type = 'cancelled');
-- Executed and cancelled are final; only a replaced status of the same Type may come in their place. The one way on is
-- from executed to cancelled, by a reversal that keeps all the rest.
DROP TRIGGER orders_final ON orders;
CREATE TRIGGER orders_final BEFORE UPDATE ON orders
  FOR EACH ROW WHEN (OLD.status_type IN ('automatic_execute', 'cancelled') AND (
    (OLD.account_id, OLD.billing_to_id, OLD.final_price, OLD.cost_total, OLD.executed_at)
      IS DISTINCT FROM (NEW.account_id, NEW.billing_to_id, NEW.final_price, NEW.cost_total, NEW.executed_at)
    OR ((OLD.status_type, OLD.cancelled_at, OLD.reversed_at) IS DISTINCT FROM (NEW.status_type, NEW.cancelled_at, NEW.reversed_at)
      AND NOT (OLD.status_type = 'automatic_execute' AND NEW.status_type = 'cancelled' AND NEW.reversed_at IS NOT NULL))))
  EXECUTE FUNCTION refuse('an executed or cancelled order is final');
CREATE TRIGGER orders_start_unreversed BEFORE INSERT ON orders
  FOR EACH ROW WHEN (NEW.reversed_at IS NOT NULL)
  EXECUTE FUNCTION refuse('an order is executed before it is reversed');

-- A reversed order has nothing executed left, itself or through its sub-orders.
CREATE FUNCTION check_reversed_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM orders AS part
    JOIN order_items AS item ON item.organization_id = part.organization_id AND item.order_id = part.id
    WHERE part.organization_id = NEW.organization_id AND (part.id = NEW.id OR part.parent_id = NEW.id)
      AND item.reversed_quantity < item.executed_quantity
  ) THEN
    RAISE EXCEPTION 'a reversed order has no executed units left'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orders_reversed_whole';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER orders_reversed_whole AFTER UPDATE OF reversed_at ON orders
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reversed_at IS NOT NULL) EXECUTE FUNCTION check_reversed_order();

-- Units are reversed exactly when the line that charged them is credited.
CREATE FUNCTION check_reversed_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM invoice_lines AS charged
    JOIN credit_note_lines AS credited
      ON credited.organization_id = charged.organization_id AND credited.invoice_line_id = charged.id
    WHERE charged.organization_id = NEW.organization_id AND charged.order_item_id = NEW.id
  ) THEN
    RAISE EXCEPTION 'what is reversed is credited'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_items_reversed_is_credited';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER order_items_reversed_is_credited AFTER UPDATE OF reversed_quantity ON order_items
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.reversed_quantity > 0) EXECUTE FUNCTION check_reversed_item();

CREATE FUNCTION check_credit_note_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM invoice_lines AS charged
    JOIN credit_notes AS note ON note.organization_id = charged.organization_id AND note.invoice_id = charged.invoice_id
    JOIN order_items AS item ON item.organization_id = charged.organization_id AND item.id = charged.order_item_id
    WHERE charged.organization_id = NEW.organization_id AND charged.id = NEW.invoice_line_id AND note.id = NEW.credit_note_id
      AND (charged.net, charged.tax, charged.total) = (NEW.net, NEW.tax, NEW.total)
      AND item.reversed_quantity = charged.quantity
  ) THEN
    RAISE EXCEPTION 'a credit note credits lines of its invoice, as they were charged, whose units are reversed'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_note_lines_of_invoice';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER credit_note_lines_of_invoice AFTER INSERT ON credit_note_lines
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note_line();

ALTER TABLE credit_notes
  ADD CONSTRAINT credit_notes_amounts CHECK (net_total >= 0 AND tax_total >= 0 AND total = net_total + tax_total),
  ADD CONSTRAINT credit_notes_issue_date CHECK (issue_date BETWEEN '2000-01-01' AND '2101-12-31');
CREATE FUNCTION check_credit_note() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM invoices
    WHERE organization_id = NEW.organization_id AND id = NEW.invoice_id
      AND (order_id, account_id, currency, net_total, tax_total, total)
        = (NEW.order_id, NEW.account_id, NEW.currency, NEW.net_total, NEW.tax_total, NEW.total)
  ) OR NOT EXISTS (
    SELECT FROM credit_note_lines WHERE organization_id = NEW.organization_id AND credit_note_id = NEW.id
    HAVING sum(net) = NEW.net_total AND sum(tax) = NEW.tax_total
      AND count(*) = (SELECT count(*) FROM invoice_lines WHERE organization_id = NEW.organization_id AND invoice_id = NEW.invoice_id)
  ) THEN
    RAISE EXCEPTION 'a credit note credits the whole of its invoice'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'credit_notes_whole_invoice';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER credit_notes_whole_invoice AFTER INSERT ON credit_notes
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_credit_note();
CREATE TRIGGER credit_notes_final BEFORE UPDATE OR DELETE ON credit_notes
  FOR EACH ROW EXECUTE FUNCTION refuse('a credit note is not changed after it was made');
CREATE TRIGGER credit_note_lines_final BEFORE UPDATE OR DELETE ON credit_note_lines
  FOR EACH ROW EXECUTE FUNCTION refuse('a credit note line is not changed after it was made');

-- A credited invoice has nothing outstanding. What had been paid of it is released before, or this refuses to go below nothing.
CREATE FUNCTION credit_invoices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE invoices SET outstanding = outstanding - new_rows.total FROM new_rows
  WHERE invoices.organization_id = new_rows.organization_id AND invoices.id = new_rows.invoice_id;
  RETURN NULL;
END $$;
CREATE TRIGGER credit_notes_settle_invoices AFTER INSERT ON credit_notes
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION credit_invoices();

-- A cancelled subscription stays so, with what it had.
ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_end_date CHECK ((state = 'cancelled') = (end_date IS NOT NULL) AND end_date >= start_date);
CREATE TRIGGER subscriptions_cancelled_is_final BEFORE UPDATE ON subscriptions
  FOR EACH ROW WHEN (OLD.state = 'cancelled' AND
    (OLD.state, OLD.end_date, OLD.quantity) IS DISTINCT FROM (NEW.state, NEW.end_date, NEW.quantity))
  EXECUTE FUNCTION refuse('a cancelled subscription is final');
