-- Payments that customers are sent to a provider for (docs/domain.md, section 5).

CREATE TYPE "payment_driver" AS ENUM ('simulated');

CREATE TYPE "payment_request_state" AS ENUM ('open', 'paid', 'failed');

CREATE TABLE "payment_requests" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "driver" "payment_driver" NOT NULL,
    "amount" DECIMAL(19,4) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" "payment_request_state" NOT NULL DEFAULT 'open',
    "reference" VARCHAR(120),
    "simulated" "payment_request_state" NOT NULL DEFAULT 'open',
    "payment_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_requests_pkey" PRIMARY KEY ("organization_id","id")
);

CREATE INDEX "payment_requests_organization_id_account_id_idx" ON "payment_requests"("organization_id", "account_id");

CREATE INDEX "payment_requests_organization_id_order_id_idx" ON "payment_requests"("organization_id", "order_id");

CREATE UNIQUE INDEX "payment_requests_driver_reference_key" ON "payment_requests"("driver", "reference");

CREATE UNIQUE INDEX "payment_requests_organization_id_payment_id_key" ON "payment_requests"("organization_id", "payment_id");

ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "payment_requests" ADD CONSTRAINT "payment_requests_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payments"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE payment_requests
  ADD CONSTRAINT payment_requests_amount CHECK (amount > 0 AND amount <= 1e12),
  ADD CONSTRAINT payment_requests_paid_has_payment CHECK ((state = 'paid') = (payment_id IS NOT NULL)),
  ADD CONSTRAINT payment_requests_settled_at CHECK ((state = 'open') = (settled_at IS NULL));

-- What the provider has settled stays so: one request makes one payment, of its own amount.
CREATE TRIGGER payment_requests_final BEFORE UPDATE ON payment_requests
  FOR EACH ROW WHEN (OLD.state <> 'open') EXECUTE FUNCTION refuse('a settled payment request is final');
CREATE TRIGGER payment_requests_keep_amount BEFORE UPDATE ON payment_requests
  FOR EACH ROW WHEN ((OLD.organization_id, OLD.id, OLD.account_id, OLD.order_id, OLD.driver, OLD.amount, OLD.currency)
    IS DISTINCT FROM (NEW.organization_id, NEW.id, NEW.account_id, NEW.order_id, NEW.driver, NEW.amount, NEW.currency))
  EXECUTE FUNCTION refuse('a payment request keeps its amount and account');
