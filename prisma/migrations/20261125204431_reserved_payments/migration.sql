-- A payment that was made for an order is kept for it (docs/domain.md, section 4).

ALTER TABLE "payments" ADD COLUMN "reserved_for_id" UUID;

ALTER TABLE "payments" ADD CONSTRAINT "payments_organization_id_reserved_for_id_fkey" FOREIGN KEY ("organization_id", "reserved_for_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE payments
  ADD CONSTRAINT payments_reversed_reserve_nothing CHECK (reversed_at IS NULL OR reserved_for_id IS NULL);

DROP TRIGGER payments_final ON payments;
CREATE TRIGGER payments_final BEFORE UPDATE ON payments
  FOR EACH ROW WHEN (
    to_jsonb(OLD) - '{unallocated,reserved_for_id,reversed_at,reversed_by_name,reversal_reason}'::text[]
    IS DISTINCT FROM to_jsonb(NEW) - '{unallocated,reserved_for_id,reversed_at,reversed_by_name,reversal_reason}'::text[]
    OR OLD.reversed_at IS NOT NULL)
  EXECUTE FUNCTION refuse('a payment is not changed after it was recorded; it is reversed');
CREATE TRIGGER payments_reservation_is_released BEFORE UPDATE ON payments
  FOR EACH ROW WHEN (NEW.reserved_for_id IS NOT NULL AND OLD.reserved_for_id IS DISTINCT FROM NEW.reserved_for_id)
  EXECUTE FUNCTION refuse('a reservation is made with its payment; later it is only released');

CREATE FUNCTION check_reservation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM orders WHERE organization_id = NEW.organization_id AND id = NEW.reserved_for_id AND parent_id IS NULL
      AND status_type NOT IN ('automatic_execute', 'cancelled') AND currency = NEW.currency
  ) THEN
    RAISE EXCEPTION 'a payment is reserved for an open primary order in its currency'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payments_reserved_for_open_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payments_check_reservation BEFORE INSERT ON payments
  FOR EACH ROW WHEN (NEW.reserved_for_id IS NOT NULL) EXECUTE FUNCTION check_reservation();

CREATE FUNCTION check_reserved_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_rows
    JOIN payments ON payments.organization_id = new_rows.organization_id AND payments.id = new_rows.payment_id
    JOIN invoices ON invoices.organization_id = new_rows.organization_id AND invoices.id = new_rows.invoice_id
    JOIN orders ON orders.organization_id = invoices.organization_id AND orders.id = invoices.order_id
    WHERE payments.reserved_for_id <> coalesce(orders.parent_id, orders.id)
  ) THEN
    RAISE EXCEPTION 'a reserved payment pays invoices of its order alone'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'payment_allocations_of_reserved';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payment_allocations_check_reserved AFTER INSERT ON payment_allocations
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION check_reserved_allocation();
ALTER FUNCTION check_reserved_allocation() SET enable_seqscan = off;

-- What an order that has ended did not take, and what somebody paid who is not invoiced any more, is ordinary credit.
CREATE FUNCTION release_reservations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE payments SET reserved_for_id = NULL
  WHERE organization_id = NEW.organization_id AND reserved_for_id = NEW.id
    AND (NEW.status_type IN ('automatic_execute', 'cancelled') OR account_id <> NEW.billing_to_id);
  RETURN NULL;
END $$;
ALTER FUNCTION release_reservations() SET enable_seqscan = off;
CREATE TRIGGER orders_release_reservations AFTER UPDATE ON orders
  FOR EACH ROW WHEN (NEW.parent_id IS NULL
    AND (OLD.status_type, OLD.billing_to_id) IS DISTINCT FROM (NEW.status_type, NEW.billing_to_id))
  EXECUTE FUNCTION release_reservations();

CREATE INDEX payments_reserved ON payments (organization_id, reserved_for_id) WHERE reserved_for_id IS NOT NULL;
DROP INDEX payments_unallocated;
CREATE INDEX payments_unallocated ON payments (organization_id, account_id) INCLUDE (unallocated, reserved_for_id)
  WHERE unallocated > 0 AND reversed_at IS NULL;
