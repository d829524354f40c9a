-- A bank reference that comes again is noticed, whatever its case and spaces: docs/domain.md, section 4.
CREATE FUNCTION payment_reference(reference text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lower(regexp_replace(reference, '\s+', '', 'g'));
CREATE INDEX payments_reference ON payments (organization_id, payment_reference(reference))
  WHERE reversed_at IS NULL AND reference <> '';

-- Amounts may be as large as their columns hold; NaN is larger than all of them.
ALTER TABLE products DROP CONSTRAINT products_amounts, ADD CONSTRAINT products_amounts CHECK (
  price BETWEEN 0 AND 1e15 AND cost BETWEEN 0 AND 1e15 AND tax_rate BETWEEN 0 AND 100);
ALTER TABLE order_items DROP CONSTRAINT order_items_amounts, ADD CONSTRAINT order_items_amounts CHECK (
  unit_price BETWEEN 0 AND 1e15 AND unit_cost BETWEEN 0 AND 1e15
  AND discount_percent BETWEEN 0 AND 100 AND tax_rate BETWEEN 0 AND 100);
ALTER TABLE payments DROP CONSTRAINT payments_amounts, ADD CONSTRAINT payments_amounts CHECK (
  amount > 0 AND amount <= 1e15 AND unallocated BETWEEN 0 AND amount);
ALTER TABLE payment_requests DROP CONSTRAINT payment_requests_amount, ADD CONSTRAINT payment_requests_amount CHECK (
  amount > 0 AND amount <= 1e15);
