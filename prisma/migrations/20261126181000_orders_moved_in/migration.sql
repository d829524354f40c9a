-- AlterTable
ALTER TABLE "orders" ADD COLUMN     "moved_in" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "import_rows" ADD COLUMN     "item_lines" INTEGER[];

-- An order of the past was executed or canceled elsewhere, and stays as it was (docs/domain.md, section 11) ------------

ALTER TABLE orders
  ADD CONSTRAINT orders_moved_in CHECK (NOT moved_in OR (
    status_type IN ('automatic_execute', 'cancelled') AND parent_id IS NULL AND external_id IS NOT NULL
    AND reversed_at IS NULL));
CREATE TRIGGER orders_stay_moved_in BEFORE UPDATE ON orders
  FOR EACH ROW WHEN (OLD.moved_in IS DISTINCT FROM NEW.moved_in)
  EXECUTE FUNCTION refuse('an order moves in as it is written, and stays so');

-- Its invoices are in the other system.
CREATE FUNCTION check_invoiced_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM orders WHERE organization_id = NEW.organization_id AND id = NEW.order_id AND moved_in) THEN
    RAISE EXCEPTION 'an order that moved in has no invoice of ours'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'invoices_of_own_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER invoices_of_own_order BEFORE INSERT ON invoices
  FOR EACH ROW WHEN (NEW.order_id IS NOT NULL) EXECUTE FUNCTION check_invoiced_order();
