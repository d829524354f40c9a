-- Trials have an end and a size (docs/domain.md, section 5, "Trials"). Trials that run already keep on, without an end.

-- AlterTable
ALTER TABLE "products" ADD COLUMN     "trial_days" INTEGER,
ADD COLUMN     "trial_max_quantity" INTEGER;

-- AlterTable
ALTER TABLE "subscriptions" ADD COLUMN     "trial_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "trial_ends_on" DATE,
ADD COLUMN     "trial_told_at" TIMESTAMPTZ(3);

ALTER TABLE products ADD CONSTRAINT products_trial CHECK (
  (trial_days IS NULL) = (trial_max_quantity IS NULL)
  AND (trial_days IS NULL OR (type = 'subscription' AND trial_days BETWEEN 1 AND 366 AND trial_max_quantity BETWEEN 1 AND 1000000)));

ALTER TABLE subscriptions
  ADD CONSTRAINT subscriptions_trial_ends_on CHECK (trial_ends_on IS NULL OR (trial AND trial_ends_on > start_date)),
  ADD CONSTRAINT subscriptions_trial_due_at CHECK (trial_due_at IS NULL OR (trial_ends_on IS NOT NULL AND state = 'active'));
CREATE TRIGGER subscriptions_trial_has_end BEFORE INSERT ON subscriptions FOR EACH ROW
  WHEN (NEW.trial AND NEW.trial_ends_on IS NULL) EXECUTE FUNCTION refuse('a trial has an end');

-- What the worker does next for trials: tell that they end, then end them.
CREATE INDEX subscriptions_trials_due ON subscriptions (trial_due_at) WHERE trial_due_at IS NOT NULL;

-- What is delivered of an ordered trial was checked when it was ordered, and so was a quantity that does not grow.
CREATE FUNCTION check_trial_limits() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM products WHERE organization_id = NEW.organization_id AND id = NEW.product_id
      AND trial_max_quantity >= NEW.quantity
  ) THEN
    RAISE EXCEPTION 'a trial is of a product that offers one, and of at most as many units'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_items_trial_limits';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER order_items_trial_limits_inserted BEFORE INSERT ON order_items FOR EACH ROW
  WHEN (NEW.item_type = 'trial' AND NEW.primary_item_id IS NULL) EXECUTE FUNCTION check_trial_limits();
CREATE TRIGGER order_items_trial_limits_updated BEFORE UPDATE OF quantity, item_type, product_id ON order_items FOR EACH ROW
  WHEN (NEW.item_type = 'trial' AND NEW.primary_item_id IS NULL
    AND (NEW.quantity > OLD.quantity OR OLD.item_type <> 'trial' OR NEW.product_id <> OLD.product_id))
  EXECUTE FUNCTION check_trial_limits();
