-- What holds an order can be looked for: docs/domain.md, section 6, "Held by".

-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "to_execute" DECIMAL(19,4) NOT NULL DEFAULT 0,
ADD COLUMN     "unconfigured" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "changes_subscription" BOOLEAN NOT NULL DEFAULT false;

-- Open orders as they stand: what is left of them, and of a primary's open sub-orders, by the rule of every line's amounts.
WITH lines AS (
  SELECT parts.organization_id, parts.order_id,
    order_items.quantity - delivered_quantity - executed_quantity - cancelled_quantity AS units,
    CASE item_type WHEN 'trial' THEN 0 ELSE unit_price * (100 - discount_percent) / 100 END AS charged,
    order_items.tax_rate, subscription_id IS NOT NULL AS changes_subscription,
    CASE WHEN currency IN ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','VND','VUV','XAF','XOF','XPF') THEN 0
      WHEN currency IN ('BHD','IQD','JOD','KWD','LYD','OMR','TND') THEN 3 ELSE 2 END AS decimals,
    EXISTS (SELECT FROM unnest(required_configuration) AS name
      WHERE coalesce(trim(configuration ->> name), '') = '') AS unconfigured
  FROM (
    SELECT organization_id, id AS order_id, id AS part_id, currency FROM orders
    UNION ALL
    SELECT organization_id, parent_id, id, currency FROM orders
    WHERE parent_id IS NOT NULL AND status_type NOT IN ('automatic_execute', 'cancelled')
  ) AS parts
  JOIN order_items ON order_items.organization_id = parts.organization_id AND order_items.order_id = parts.part_id
  JOIN products ON products.organization_id = parts.organization_id AND products.id = product_id
), sums AS (
  SELECT organization_id, order_id, bool_or(unconfigured) AS unconfigured, bool_or(changes_subscription) AS changes_subscription,
    sum(round(charged * units, decimals) + round(round(charged * units, decimals) * tax_rate / 100, decimals)) AS total
  FROM lines WHERE units > 0 GROUP BY organization_id, order_id
)
UPDATE orders SET to_execute = sums.total, unconfigured = sums.unconfigured, changes_subscription = sums.changes_subscription
FROM sums
WHERE orders.organization_id = sums.organization_id AND orders.id = sums.order_id
  AND status_type NOT IN ('automatic_execute', 'cancelled');

ALTER TABLE orders ADD CONSTRAINT orders_to_execute CHECK (to_execute >= 0);

CREATE INDEX orders_unexecuted_unconfigured ON orders (organization_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted') AND unconfigured;

CREATE INDEX orders_unexecuted_vendor ON orders (organization_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted')
    AND last_refusal @> '[{"gate":"vendor"}]';
CREATE INDEX orders_unexecuted_credit_check ON orders (organization_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted')
    AND last_refusal @> '[{"gate":"credit_check"}]';

-- Live: whoever looks at what credit holds hears of it. Payload as of notify_orders(): "organization topic id".
CREATE FUNCTION notify_credit() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.organization_id || ' credit ' || CASE TG_TABLE_NAME
    WHEN 'accounts' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'account_id' END);
  RETURN NULL;
END $$;
CREATE TRIGGER accounts_notify_credit AFTER UPDATE ON accounts
  FOR EACH ROW WHEN (OLD.credit_limit IS DISTINCT FROM NEW.credit_limit) EXECUTE FUNCTION notify_credit();
CREATE TRIGGER payments_notify_insert AFTER INSERT ON payments
  FOR EACH ROW EXECUTE FUNCTION notify_credit();
CREATE TRIGGER payments_notify_update AFTER UPDATE ON payments
  FOR EACH ROW WHEN ((OLD.unallocated, OLD.reversed_at) IS DISTINCT FROM (NEW.unallocated, NEW.reversed_at))
  EXECUTE FUNCTION notify_credit();
