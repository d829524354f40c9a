-- A status that orders have becomes neither a basket nor a request for approval (docs/domain.md, section 1, rule 7).
-- The update holds the row so that orders which take the status at the same time wait for it, or are seen here.
CREATE FUNCTION refuse_storefronts_status() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM orders WHERE organization_id = NEW.organization_id AND status_id = NEW.id) THEN
    RAISE EXCEPTION 'only the Storefront gives orders such a status (order_statuses_in_use_are_not_the_storefronts)'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_statuses_in_use_are_not_the_storefronts';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_statuses_in_use_are_not_the_storefronts BEFORE UPDATE OF storefront_type ON order_statuses
  FOR EACH ROW WHEN (OLD.storefront_type <> NEW.storefront_type AND NEW.storefront_type IN ('draft', 'pending_approval'))
  EXECUTE FUNCTION refuse_storefronts_status();
