-- A customer pays an open invoice, as one pays what is missing for an order (docs/domain.md, section 5).

ALTER TABLE "payment_requests" ADD COLUMN     "invoice_id" UUID,
ALTER COLUMN "order_id" DROP NOT NULL;

CREATE INDEX "payment_requests_organization_id_invoice_id_idx" ON "payment_requests"("organization_id", "invoice_id");

ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE payment_requests
  ADD CONSTRAINT payment_requests_for_order_or_invoice CHECK ((order_id IS NULL) <> (invoice_id IS NULL));

DROP TRIGGER payment_requests_keep_amount ON payment_requests;
CREATE TRIGGER payment_requests_keep_amount BEFORE UPDATE ON payment_requests
  FOR EACH ROW WHEN (
    (OLD.organization_id, OLD.id, OLD.account_id, OLD.order_id, OLD.invoice_id, OLD.driver, OLD.amount, OLD.currency)
    IS DISTINCT FROM
    (NEW.organization_id, NEW.id, NEW.account_id, NEW.order_id, NEW.invoice_id, NEW.driver, NEW.amount, NEW.currency))
  EXECUTE FUNCTION refuse('a payment request keeps its amount and account');
