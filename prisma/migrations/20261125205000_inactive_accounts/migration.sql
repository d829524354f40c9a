-- Inactive accounts hold what they order and pay for: docs/domain.md, section 4, "Inactive accounts".

-- The few that are not active, read whole by lists of what holds orders.
CREATE INDEX accounts_inactive ON accounts (organization_id, id) WHERE NOT active;

-- What deactivating an account would hold is counted from these, never from all that it has ever ordered.
CREATE INDEX orders_open_by_account ON orders (organization_id, account_id)
  WHERE parent_id IS NULL AND status_type NOT IN ('automatic_execute', 'cancelled');
CREATE INDEX orders_open_by_payer ON orders (organization_id, billing_to_id)
  WHERE parent_id IS NULL AND status_type NOT IN ('automatic_execute', 'cancelled');

-- Live: whoever looks at what an account holds hears when it is activated or deactivated.
DROP TRIGGER accounts_notify_credit ON accounts;
CREATE TRIGGER accounts_notify_credit AFTER UPDATE ON accounts
  FOR EACH ROW WHEN ((OLD.credit_limit, OLD.active) IS DISTINCT FROM (NEW.credit_limit, NEW.active))
  EXECUTE FUNCTION notify_credit();
