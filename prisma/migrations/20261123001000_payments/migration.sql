-- CreateTable
CREATE TABLE "payments" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "account_id" UUID NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "amount" DECIMAL(19,4) NOT NULL,
    "unallocated" DECIMAL(19,4) NOT NULL,
    "received_on" DATE NOT NULL,
    "reference" VARCHAR(120) NOT NULL DEFAULT '',
    "recorded_by_name" VARCHAR(80) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reversed_at" TIMESTAMPTZ(3),
    "reversed_by_name" VARCHAR(80),
    "reversal_reason" VARCHAR(500),

    CONSTRAINT "payments_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateTable
CREATE TABLE "payment_allocations" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "payment_id" UUID NOT NULL,
    "invoice_id" UUID NOT NULL,
    "amount" DECIMAL(19,4) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "payment_allocations_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "payments_organization_id_account_id_created_at_id_idx" ON "payments"("organization_id", "account_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "payment_allocations_organization_id_payment_id_idx" ON "payment_allocations"("organization_id", "payment_id");

-- CreateIndex
CREATE INDEX "payment_allocations_organization_id_invoice_id_idx" ON "payment_allocations"("organization_id", "invoice_id");

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organization_id_payment_id_fkey" FOREIGN KEY ("organization_id", "payment_id") REFERENCES "payments"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "payment_allocations" ADD CONSTRAINT "payment_allocations_organization_id_invoice_id_fkey" FOREIGN KEY ("organization_id", "invoice_id") REFERENCES "invoices"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;


-- What an account paid, and which invoices it pays (docs/domain.md, section 4) ------------------------------

ALTER TABLE payments
  ADD CONSTRAINT payments_amounts CHECK (amount > 0 AND amount <= 1e12 AND unallocated BETWEEN 0 AND amount),
  ADD CONSTRAINT payments_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT payments_reversed_with_reason CHECK (
    (reversed_at IS NULL) = (reversal_reason IS NULL) AND (reversed_at IS NULL) = (reversed_by_name IS NULL)
    AND (reversed_at IS NULL OR unallocated = amount));
CREATE TRIGGER payments_final BEFORE UPDATE ON payments
  FOR EACH ROW WHEN (
    to_jsonb(OLD) - '{unallocated,reversed_at,reversed_by_name,reversal_reason}'::text[]
    IS DISTINCT FROM to_jsonb(NEW) - '{unallocated,reversed_at,reversed_by_name,reversal_reason}'::text[]
    OR OLD.reversed_at IS NOT NULL)
  EXECUTE FUNCTION refuse('a payment is not changed after it was recorded; it is reversed');
CREATE TRIGGER payments_stay BEFORE DELETE ON payments
  FOR EACH ROW EXECUTE FUNCTION refuse('a payment is never deleted; it is reversed');
CREATE TRIGGER payments_start_unallocated BEFORE INSERT ON payments
  FOR EACH ROW WHEN (NEW.unallocated <> NEW.amount OR NEW.reversed_at IS NOT NULL)
  EXECUTE FUNCTION refuse('a payment begins unallocated');
CREATE TRIGGER payments_unallocated_is_derived BEFORE UPDATE ON payments
  FOR EACH ROW WHEN (OLD.unallocated IS DISTINCT FROM NEW.unallocated AND pg_trigger_depth() = 0)
  EXECUTE FUNCTION refuse('what is unallocated follows from the allocations');

ALTER TABLE payment_allocations
  ADD CONSTRAINT payment_allocations_amount CHECK (amount > 0);
CREATE UNIQUE INDEX payment_allocations_once ON payment_allocations (organization_id, payment_id, invoice_id)
  WHERE released_at IS NULL;
CREATE TRIGGER payment_allocations_final BEFORE UPDATE ON payment_allocations
  FOR EACH ROW WHEN (to_jsonb(OLD) - 'released_at' IS DISTINCT FROM to_jsonb(NEW) - 'released_at' OR OLD.released_at IS NOT NULL)
  EXECUTE FUNCTION refuse('an allocation is not changed; it is released');
CREATE TRIGGER payment_allocations_stay BEFORE DELETE ON payment_allocations
  FOR EACH ROW EXECUTE FUNCTION refuse('an allocation is not deleted; it is released');

-- Takes the amounts from payment and invoice, or gives them back; both refuse to go below nothing.
CREATE FUNCTION allocate_payments() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE direction int := CASE TG_OP WHEN 'INSERT' THEN -1 ELSE 1 END;
BEGIN
  IF EXISTS (
    SELECT FROM new_rows
    JOIN payments ON payments.organization_id = new_rows.organization_id AND payments.id = new_rows.payment_id
    JOIN invoices ON invoices.organization_id = new_rows.organization_id AND invoices.id = new_rows.invoice_id
    WHERE (payments.account_id, payments.currency) <> (invoices.account_id, invoices.currency)
      OR payments.reversed_at IS NOT NULL OR (TG_OP = 'INSERT' AND new_rows.released_at IS NOT NULL)
  ) THEN
    RAISE EXCEPTION 'a payment pays invoices of its own account and currency'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_allocations_own_account';
  END IF;
  UPDATE invoices SET outstanding = outstanding + direction * moved.amount
  FROM (SELECT organization_id, invoice_id, sum(amount) AS amount FROM new_rows GROUP BY 1, 2) AS moved
  WHERE invoices.organization_id = moved.organization_id AND invoices.id = moved.invoice_id;
  UPDATE payments SET unallocated = unallocated + direction * moved.amount
  FROM (SELECT organization_id, payment_id, sum(amount) AS amount FROM new_rows GROUP BY 1, 2) AS moved
  WHERE payments.organization_id = moved.organization_id AND payments.id = moved.payment_id;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_allocations_take AFTER INSERT ON payment_allocations
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION allocate_payments();
CREATE TRIGGER payment_allocations_give_back AFTER UPDATE ON payment_allocations
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION allocate_payments();

CREATE TRIGGER invoices_start_outstanding BEFORE INSERT ON invoices
  FOR EACH ROW WHEN (NEW.outstanding <> NEW.total)
  EXECUTE FUNCTION refuse('an invoice begins with its total outstanding');
CREATE TRIGGER invoices_outstanding_is_derived BEFORE UPDATE ON invoices
  FOR EACH ROW WHEN (OLD.outstanding IS DISTINCT FROM NEW.outstanding AND pg_trigger_depth() = 0)
  EXECUTE FUNCTION refuse('what is outstanding follows from the payments');

CREATE INDEX payments_unallocated ON payments (organization_id, account_id) INCLUDE (unallocated)
  WHERE unallocated > 0 AND reversed_at IS NULL;
