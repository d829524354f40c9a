-- A unit has a place in its line, and keeps it in a sub-order, so that parts add up: docs/domain.md, section 2, "Money".

-- AlterTable
ALTER TABLE "order_items" ADD COLUMN     "places" int4multirange;

-- Sub-orders that are there take their places one after the other; what was cancelled has returned its own.
UPDATE order_items SET places = int4multirange(int4range(placed.start::int, (placed.start + placed.quantity)::int))
FROM (
  SELECT item.organization_id, item.id, item.quantity,
    CASE WHEN item.cancelled_quantity > 0 THEN 0 ELSE
      sum(item.quantity - item.cancelled_quantity) OVER earlier - (item.quantity - item.cancelled_quantity) END AS start
  FROM order_items AS item
  JOIN orders ON orders.organization_id = item.organization_id AND orders.id = item.order_id
  WHERE item.primary_item_id IS NOT NULL
  WINDOW earlier AS (PARTITION BY item.organization_id, item.primary_item_id ORDER BY orders.sub_number, item.position, item.id)
) AS placed
WHERE order_items.organization_id = placed.organization_id AND order_items.id = placed.id;

CREATE FUNCTION place_count(places int4multirange) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(sum(upper(range) - lower(range)), 0) FROM unnest(places) AS range);

ALTER TABLE order_items ADD CONSTRAINT order_items_places CHECK (
  (places IS NULL) = (primary_item_id IS NULL)
  AND (places IS NULL OR (lower(places) >= 0 AND place_count(places) = quantity)));

DROP TRIGGER order_items_keep_identity ON order_items;
CREATE TRIGGER order_items_keep_identity BEFORE UPDATE ON order_items
  FOR EACH ROW WHEN ((OLD.organization_id, OLD.id, OLD.order_id, OLD.primary_item_id, OLD.places)
    IS DISTINCT FROM (NEW.organization_id, NEW.id, NEW.order_id, NEW.primary_item_id, NEW.places))
  EXECUTE FUNCTION refuse('an item stays in its order');

-- After order_items_deliver, which locks the primary's item, so that of two at once the second sees the first.
CREATE FUNCTION check_places() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_items
    JOIN order_items AS primary_item
      ON primary_item.organization_id = new_items.organization_id AND primary_item.id = new_items.primary_item_id
    WHERE upper(new_items.places) > primary_item.quantity OR EXISTS (
      SELECT FROM order_items AS other
      WHERE other.organization_id = new_items.organization_id AND other.primary_item_id = new_items.primary_item_id
        AND other.id <> new_items.id AND other.cancelled_quantity < other.quantity
        AND other.places && new_items.places)
  ) THEN
    RAISE EXCEPTION 'a place in a line is delivered once'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'order_items_places_apart';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER order_items_places_apart AFTER INSERT ON order_items
  REFERENCING NEW TABLE AS new_items FOR EACH STATEMENT EXECUTE FUNCTION check_places();
