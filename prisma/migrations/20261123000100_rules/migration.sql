-- The rules that hold whatever program writes: docs/domain.md says why, prisma/rules.db.test.ts tries to break each.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Text that a person typed: trimmed and not empty.
CREATE FUNCTION is_trimmed(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT value <> '' AND value !~ '^\s' AND value !~ '\s$'
$$;

CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;

-- Organizations, users, accounts, products -----------------------------------------------------------------

ALTER TABLE organizations
  ADD CONSTRAINT organizations_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT organizations_currency_code CHECK (currency ~ '^[A-Z]{3}$');

ALTER TABLE users
  ADD CONSTRAINT users_email_lower_case CHECK (email = lower(email) AND email ~ '^\S+@\S+$'),
  ADD CONSTRAINT users_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT users_storefront_role_has_account
    CHECK ((role IN ('customer', 'reseller')) = (account_id IS NOT NULL));

ALTER TABLE accounts
  ADD CONSTRAINT accounts_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT accounts_credit_limit_not_negative CHECK (credit_limit >= 0);

ALTER TABLE products
  ADD CONSTRAINT products_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT products_amounts CHECK (price BETWEEN 0 AND 1e9 AND cost BETWEEN 0 AND 1e9 AND tax_rate BETWEEN 0 AND 100),
  ADD CONSTRAINT products_billing_period
    CHECK ((type = 'subscription') = (billing_period IN ('month', 'year')));

-- Order statuses (domain section 1) ------------------------------------------------------------------------

ALTER TABLE order_statuses
  ADD CONSTRAINT order_statuses_no_range CHECK (no BETWEEN 1 AND 9999),
  ADD CONSTRAINT order_statuses_description_trimmed CHECK (is_trimmed(description)),
  ADD CONSTRAINT order_statuses_color_hex CHECK (color ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT order_statuses_mandatory_is_active CHECK (active OR NOT mandatory),
  ADD CONSTRAINT order_statuses_combination CHECK (
    CASE WHEN mandatory THEN (type, storefront_type) IN (
      ('in_progress', 'draft'), ('in_progress', 'viewable'), ('automatic_execute', 'submitted'),
      ('cancelled', 'viewable'), ('in_progress', 'pending_approval'), ('cancelled', 'pending_approval'),
      ('executing', 'viewable'), ('scheduled', 'viewable'))
    ELSE type IN ('in_progress', 'automatic_execute', 'cancelled') END),
  -- Deferred, so that one save can swap two numbers or two names.
  ADD CONSTRAINT order_statuses_description_once
    EXCLUDE USING btree (organization_id WITH =, (lower(description COLLATE "und-x-icu")) WITH =)
    DEFERRABLE INITIALLY DEFERRED,
  ADD CONSTRAINT order_statuses_no_once_in_combination
    EXCLUDE USING btree (organization_id WITH =, type WITH =, storefront_type WITH =, no WITH =) WHERE (active)
    DEFERRABLE INITIALLY DEFERRED;

CREATE UNIQUE INDEX order_statuses_one_mandatory_per_combination
  ON order_statuses (organization_id, type, storefront_type) WHERE mandatory;

CREATE TRIGGER order_statuses_mandatory_stays BEFORE DELETE ON order_statuses
  FOR EACH ROW WHEN (OLD.mandatory) EXECUTE FUNCTION refuse('a system status cannot be deleted');
CREATE TRIGGER order_statuses_mandatory_keeps_combination BEFORE UPDATE ON order_statuses
  FOR EACH ROW WHEN (OLD.mandatory IS DISTINCT FROM NEW.mandatory OR (OLD.mandatory AND
    (OLD.type, OLD.storefront_type, OLD.organization_id, OLD.id) IS DISTINCT FROM (NEW.type, NEW.storefront_type, NEW.organization_id, NEW.id)))
  EXECUTE FUNCTION refuse('a system status keeps its Type and Storefront Type');
CREATE TRIGGER order_statuses_no_truncate BEFORE TRUNCATE ON order_statuses
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('a system status cannot be deleted');

CREATE FUNCTION require_system_statuses() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM order_statuses WHERE organization_id = NEW.id AND mandatory) <> 8 THEN
    RAISE EXCEPTION 'an organization has the eight system statuses from the start'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'organizations_have_system_statuses';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER organizations_have_system_statuses AFTER INSERT ON organizations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION require_system_statuses();

-- Orders and items (domain section 2) ----------------------------------------------------------------------

ALTER TABLE orders
  ADD CONSTRAINT orders_name_trimmed CHECK (is_trimmed(name)),
  ADD CONSTRAINT orders_primary_or_sub_order CHECK ((parent_id IS NULL) = (sub_number = 0) AND sub_number >= 0 AND parent_id <> id),
  ADD CONSTRAINT orders_number_positive CHECK (number > 0),
  ADD CONSTRAINT orders_currency_code CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT orders_amounts CHECK (
    cost_total >= 0 AND discount_total >= 0 AND net_total >= 0 AND tax_total >= 0 AND monthly_run_rate >= 0
    AND final_price = net_total + tax_total),
  ADD CONSTRAINT orders_counts CHECK (item_count >= 0 AND executed_item_count BETWEEN 0 AND item_count),
  ADD CONSTRAINT orders_executed_at CHECK ((executed_at IS NOT NULL) = (status_type = 'automatic_execute')),
  ADD CONSTRAINT orders_cancelled_at CHECK ((cancelled_at IS NOT NULL) = (status_type = 'cancelled'));

-- Executed and cancelled are final; only a replaced status of the same Type may come in their place.
CREATE TRIGGER orders_final BEFORE UPDATE ON orders
  FOR EACH ROW WHEN (OLD.status_type IN ('automatic_execute', 'cancelled') AND (
    (OLD.status_type, OLD.account_id, OLD.billing_to_id, OLD.final_price, OLD.cost_total, OLD.executed_at, OLD.cancelled_at)
    IS DISTINCT FROM
    (NEW.status_type, NEW.account_id, NEW.billing_to_id, NEW.final_price, NEW.cost_total, NEW.executed_at, NEW.cancelled_at)))
  EXECUTE FUNCTION refuse('an executed or cancelled order is final');
CREATE TRIGGER orders_keep_identity BEFORE UPDATE ON orders
  FOR EACH ROW WHEN ((OLD.organization_id, OLD.id, OLD.code, OLD.number, OLD.sub_number, OLD.parent_id, OLD.source, OLD.currency)
    IS DISTINCT FROM (NEW.organization_id, NEW.id, NEW.code, NEW.number, NEW.sub_number, NEW.parent_id, NEW.source, NEW.currency))
  EXECUTE FUNCTION refuse('an order keeps its code, source, currency and primary order');
CREATE TRIGGER orders_stay BEFORE DELETE ON orders
  FOR EACH ROW WHEN (OLD.status_type <> 'in_progress' OR OLD.status_storefront_type <> 'draft')
  EXECUTE FUNCTION refuse('an order is cancelled, never deleted');

CREATE FUNCTION check_sub_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM orders AS primary_order
    WHERE primary_order.organization_id = NEW.organization_id AND primary_order.id = NEW.parent_id
      AND primary_order.parent_id IS NULL AND primary_order.account_id = NEW.account_id
      AND primary_order.currency = NEW.currency AND primary_order.number = NEW.number
  ) THEN
    RAISE EXCEPTION 'a sub-order belongs to a primary order of the same account, number and currency'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'orders_sub_order_of_primary';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER orders_sub_order_of_primary BEFORE INSERT ON orders
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION check_sub_order();

ALTER TABLE order_items
  ADD CONSTRAINT order_items_position CHECK (position >= 1),
  ADD CONSTRAINT order_items_quantity_range CHECK (quantity BETWEEN 1 AND 1000000),
  ADD CONSTRAINT order_items_amounts CHECK (
    unit_price BETWEEN 0 AND 1e9 AND unit_cost BETWEEN 0 AND 1e9
    AND discount_percent BETWEEN 0 AND 100 AND tax_rate BETWEEN 0 AND 100),
  ADD CONSTRAINT order_items_never_beyond_quantity CHECK (
    delivered_quantity >= 0 AND executed_quantity >= 0 AND cancelled_quantity >= 0
    AND delivered_quantity + executed_quantity + cancelled_quantity <= quantity),
  ADD CONSTRAINT order_items_sub_order_is_a_leaf CHECK (primary_item_id IS NULL OR delivered_quantity = 0),
  ADD CONSTRAINT order_items_quantity_change_names_subscription CHECK ((item_type = 'quantity_change') = (subscription_id IS NOT NULL));

-- A quantity change adds to a subscription of the order's own account and the item's own product.
CREATE FUNCTION check_changed_subscription() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM subscriptions JOIN orders ON orders.organization_id = NEW.organization_id AND orders.id = NEW.order_id
    WHERE subscriptions.organization_id = NEW.organization_id AND subscriptions.id = NEW.subscription_id
      AND subscriptions.product_id = NEW.product_id AND subscriptions.account_id = orders.account_id
  ) THEN
    RAISE EXCEPTION 'a quantity change is of a subscription that the account has of the product'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_items_change_own_subscription';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_items_change_own_subscription BEFORE INSERT OR UPDATE OF subscription_id, product_id ON order_items
  FOR EACH ROW WHEN (NEW.subscription_id IS NOT NULL) EXECUTE FUNCTION check_changed_subscription();

-- What was executed stays executed, as it was.
CREATE TRIGGER order_items_executed_is_final BEFORE UPDATE ON order_items
  FOR EACH ROW WHEN (NEW.executed_quantity < OLD.executed_quantity OR NEW.cancelled_quantity < OLD.cancelled_quantity
    OR ((OLD.executed_quantity > 0 OR OLD.delivered_quantity > 0 OR OLD.cancelled_quantity > 0) AND
    (OLD.quantity, OLD.unit_price, OLD.unit_cost, OLD.discount_percent, OLD.tax_rate, OLD.product_id, OLD.item_type, OLD.subscription_id)
    IS DISTINCT FROM
    (NEW.quantity, NEW.unit_price, NEW.unit_cost, NEW.discount_percent, NEW.tax_rate, NEW.product_id, NEW.item_type, NEW.subscription_id)))
  EXECUTE FUNCTION refuse('an item in delivery, executed or cancelled keeps its quantity and price');
CREATE TRIGGER order_items_keep_identity BEFORE UPDATE ON order_items
  FOR EACH ROW WHEN ((OLD.organization_id, OLD.id, OLD.order_id, OLD.primary_item_id)
    IS DISTINCT FROM (NEW.organization_id, NEW.id, NEW.order_id, NEW.primary_item_id))
  EXECUTE FUNCTION refuse('an item stays in its order');
CREATE TRIGGER order_items_executed_stay BEFORE DELETE ON order_items
  FOR EACH ROW WHEN (OLD.executed_quantity > 0 OR OLD.delivered_quantity > 0 OR OLD.cancelled_quantity > 0 OR OLD.primary_item_id IS NOT NULL)
  EXECUTE FUNCTION refuse('an item in delivery, executed or cancelled stays');

-- A sub-order's items are items of its primary; units they hold are counted on the primary's item.
CREATE FUNCTION deliver_primary_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_items
    JOIN orders ON orders.organization_id = new_items.organization_id AND orders.id = new_items.order_id
    LEFT JOIN order_items AS primary_item
      ON primary_item.organization_id = new_items.organization_id AND primary_item.id = new_items.primary_item_id
    WHERE orders.parent_id IS DISTINCT FROM primary_item.order_id
      OR (new_items.primary_item_id IS NOT NULL AND primary_item.product_id <> new_items.product_id)
  ) THEN
    RAISE EXCEPTION 'a sub-order has items of its primary order only'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_items_sub_order_of_primary';
  END IF;
  UPDATE order_items SET delivered_quantity = order_items.delivered_quantity + delivered.units
  FROM (
    SELECT organization_id, primary_item_id, sum(quantity - cancelled_quantity) AS units
    FROM new_items WHERE primary_item_id IS NOT NULL GROUP BY organization_id, primary_item_id
  ) AS delivered
  WHERE order_items.organization_id = delivered.organization_id AND order_items.id = delivered.primary_item_id;
  RETURN NULL;
END $$;
CREATE TRIGGER order_items_deliver AFTER INSERT ON order_items
  REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION deliver_primary_items();

CREATE FUNCTION return_primary_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE order_items SET delivered_quantity = order_items.delivered_quantity + changed.units
  FROM (
    SELECT new_items.organization_id, new_items.primary_item_id,
      sum((new_items.quantity - new_items.cancelled_quantity) - (old_items.quantity - old_items.cancelled_quantity)) AS units
    FROM new_items JOIN old_items USING (organization_id, id)
    WHERE new_items.primary_item_id IS NOT NULL
      AND (new_items.quantity, new_items.cancelled_quantity) IS DISTINCT FROM (old_items.quantity, old_items.cancelled_quantity)
    GROUP BY new_items.organization_id, new_items.primary_item_id
  ) AS changed
  WHERE order_items.organization_id = changed.organization_id AND order_items.id = changed.primary_item_id;
  RETURN NULL;
END $$;
CREATE TRIGGER order_items_return AFTER UPDATE ON order_items
  REFERENCING OLD TABLE AS old_items NEW TABLE AS new_items
  FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION return_primary_items();

-- delivered_quantity is the trigger's alone.
CREATE TRIGGER order_items_delivered_is_derived BEFORE UPDATE ON order_items
  FOR EACH ROW WHEN (OLD.delivered_quantity IS DISTINCT FROM NEW.delivered_quantity AND pg_trigger_depth() = 0)
  EXECUTE FUNCTION refuse('the delivered quantity follows from the sub-orders');
CREATE TRIGGER order_items_start_undelivered BEFORE INSERT ON order_items
  FOR EACH ROW WHEN (NEW.delivered_quantity <> 0)
  EXECUTE FUNCTION refuse('the delivered quantity follows from the sub-orders');

-- What execution makes (domain section 3) ------------------------------------------------------------------

ALTER TABLE invoices
  ADD CONSTRAINT invoices_amounts CHECK (
    net_total >= 0 AND tax_total >= 0 AND total = net_total + tax_total AND outstanding BETWEEN 0 AND total),
  ADD CONSTRAINT invoices_due_after_issue CHECK (due_date >= issue_date AND issue_date BETWEEN '2000-01-01' AND '2101-12-31'),
  ADD CONSTRAINT invoices_currency_code CHECK (currency ~ '^[A-Z]{3}$');
CREATE TRIGGER invoices_final BEFORE UPDATE ON invoices
  FOR EACH ROW WHEN (to_jsonb(OLD) - 'outstanding' IS DISTINCT FROM to_jsonb(NEW) - 'outstanding')
  EXECUTE FUNCTION refuse('an invoice is not changed after it was made');
CREATE TRIGGER invoices_stay BEFORE DELETE ON invoices
  FOR EACH ROW EXECUTE FUNCTION refuse('an invoice is never deleted');

ALTER TABLE invoice_lines
  ADD CONSTRAINT invoice_lines_quantity CHECK (quantity >= 1),
  ADD CONSTRAINT invoice_lines_amounts CHECK (net >= 0 AND tax >= 0 AND total = net + tax AND discount_percent BETWEEN 0 AND 100);
CREATE TRIGGER invoice_lines_final BEFORE UPDATE OR DELETE ON invoice_lines
  FOR EACH ROW EXECUTE FUNCTION refuse('an invoice line is not changed after it was made');

CREATE FUNCTION check_invoice_total() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM invoice_lines WHERE organization_id = NEW.organization_id AND invoice_id = NEW.id
    HAVING sum(net) = NEW.net_total AND sum(tax) = NEW.tax_total
  ) THEN
    RAISE EXCEPTION 'an invoice totals its lines' USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_total_lines';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER invoices_total_lines AFTER INSERT ON invoices
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_invoice_total();

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_quantity CHECK (quantity >= 1),
  ADD CONSTRAINT subscriptions_start_date CHECK (start_date BETWEEN '2000-01-01' AND '2101-12-31'),
  ADD CONSTRAINT subscriptions_unit_price CHECK (unit_price >= 0),
  ADD CONSTRAINT subscriptions_billing_period CHECK ((type = 'subscription') = (billing_period IN ('month', 'year')));

ALTER TABLE provisioning_tasks
  ADD CONSTRAINT provisioning_tasks_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT provisioning_tasks_failed_has_error CHECK (state <> 'failed' OR error IS NOT NULL);

-- History and audit log are append-only --------------------------------------------------------------------

CREATE TRIGGER order_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON order_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('the history is append-only');
CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('the audit log is append-only');

-- Exact counts without scanning ----------------------------------------------------------------------------

CREATE FUNCTION count_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO order_count_changes (organization_id, status_id, source, is_primary, non_automatic, change)
    SELECT organization_id, status_id, source, parent_id IS NULL, non_automatic, count(*)
    FROM new_orders GROUP BY 1, 2, 3, 4, 5;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO order_count_changes (organization_id, status_id, source, is_primary, non_automatic, change)
    SELECT organization_id, status_id, source, parent_id IS NULL, non_automatic, -count(*)
    FROM old_orders GROUP BY 1, 2, 3, 4, 5;
  ELSE
    INSERT INTO order_count_changes (organization_id, status_id, source, is_primary, non_automatic, change)
    SELECT organization_id, status_id, source, is_primary, non_automatic, sum(change)
    FROM (
      SELECT organization_id, status_id, source, parent_id IS NULL AS is_primary, non_automatic, 1 AS change FROM new_orders
      UNION ALL
      SELECT organization_id, status_id, source, parent_id IS NULL, non_automatic, -1 FROM old_orders
    ) AS changes
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(change) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER orders_count_insert AFTER INSERT ON orders
  REFERENCING NEW TABLE AS new_orders FOR EACH STATEMENT EXECUTE FUNCTION count_orders();
CREATE TRIGGER orders_count_update AFTER UPDATE ON orders
  REFERENCING OLD TABLE AS old_orders NEW TABLE AS new_orders FOR EACH STATEMENT EXECUTE FUNCTION count_orders();
CREATE TRIGGER orders_count_delete AFTER DELETE ON orders
  REFERENCING OLD TABLE AS old_orders FOR EACH STATEMENT EXECUTE FUNCTION count_orders();

-- Live: who looks at a list hears of a change when it commits ----------------------------------------------

-- Payload "organization topic id"; id is '*' where one statement changed many.
CREATE FUNCTION notify_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', changed.organization_id || ' orders ' || CASE WHEN changed.orders > 20 THEN '*' ELSE changed.id END)
  FROM (
    SELECT DISTINCT organization_id, coalesce(parent_id, id)::text AS id, count(*) OVER () AS orders FROM new_orders
  ) AS changed;
  RETURN NULL;
END $$;
CREATE TRIGGER orders_notify_insert AFTER INSERT ON orders
  REFERENCING NEW TABLE AS new_orders FOR EACH STATEMENT EXECUTE FUNCTION notify_orders();
CREATE TRIGGER orders_notify_update AFTER UPDATE ON orders
  REFERENCING NEW TABLE AS new_orders FOR EACH STATEMENT EXECUTE FUNCTION notify_orders();

CREATE FUNCTION notify_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', organization_id || ' ' || TG_ARGV[0] || ' *') FROM (SELECT DISTINCT organization_id FROM new_rows) AS changed;
  RETURN NULL;
END $$;
CREATE TRIGGER subscriptions_notify AFTER UPDATE ON subscriptions
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('subscriptions');
CREATE TRIGGER order_statuses_notify_update AFTER UPDATE ON order_statuses
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('order_statuses');
CREATE TRIGGER order_statuses_notify_insert AFTER INSERT ON order_statuses
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('order_statuses');
CREATE TRIGGER order_statuses_notify_delete AFTER DELETE ON order_statuses
  REFERENCING OLD TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('order_statuses');

-- Indexes for the lists ------------------------------------------------------------------------------------

-- The dashboard's Unexecuted Orders, oldest first (domain section 6).
CREATE INDEX orders_unexecuted ON orders (organization_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted');
CREATE INDEX orders_unexecuted_non_automatic ON orders (organization_id, order_date, id)
  WHERE parent_id IS NULL AND status_type = 'in_progress' AND status_storefront_type IN ('viewable', 'submitted') AND non_automatic;
-- The order list, newest first, with any single filter.
CREATE INDEX orders_list ON orders (organization_id, order_date DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX orders_list_by_status ON orders (organization_id, status_id, order_date DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX orders_list_by_account ON orders (organization_id, account_id, order_date DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX orders_list_by_source ON orders (organization_id, source, order_date DESC, id DESC) WHERE parent_id IS NULL;
CREATE INDEX orders_executed_at ON orders (organization_id, executed_at) WHERE executed_at IS NOT NULL AND parent_id IS NULL;
CREATE INDEX orders_name_search ON orders USING gin (name gin_trgm_ops);
CREATE INDEX orders_code_search ON orders (organization_id, code text_pattern_ops);
CREATE INDEX accounts_name_search ON accounts USING gin (name gin_trgm_ops);
CREATE INDEX orders_status_use ON orders (organization_id, status_id);
CREATE INDEX invoices_outstanding ON invoices (organization_id, account_id) INCLUDE (outstanding) WHERE outstanding > 0;
CREATE INDEX subscriptions_provisioning_failed ON subscriptions (organization_id, created_at, id) WHERE provisioning_state = 'failed';
