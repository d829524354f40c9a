-- A reseller's queue, customer by customer (docs/domain.md, section 5).
CREATE INDEX orders_pending_approval ON orders (organization_id, account_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type = 'pending_approval';
