-- CreateTable
CREATE TABLE "order_search" (
    "organization_id" UUID NOT NULL,
    "order_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "refs" UUID[],

    CONSTRAINT "order_search_pkey" PRIMARY KEY ("organization_id","order_id")
);

-- AddForeignKey
ALTER TABLE "order_search" ADD CONSTRAINT "order_search_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "order_search" ADD CONSTRAINT "order_search_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Text as searches compare it, with a space before each word: lib/domain/search.ts says the same (domain section 9).
CREATE FUNCTION search_form(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        lower(regexp_replace(normalize(value, NFKD),
          '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff''`\u2018\u2019\u201b\u02b9-\u02bc\u2032]',
          '', 'g') COLLATE "und-x-icu"),
        'øđðłħŧıŋƀɨʉςىة', 'oddlhtinbiuσيه'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[\u0001-\u0020\]\\[!"#$%&()*+,./:;<=>?@^_{|}~\u007f-\u00a0\u00a1\u00a7\u00ab\u00b6\u00b7\u00bb\u00bf\u2010-\u2015\u201a\u201c-\u201f\u2022\u2026\u2028\u2029\u2039\u203a\u2044\u2212\u3000-\u3003\u3008-\u3011\u30fb-]+',
    ' ', 'g'))
$$;

-- What a primary order is found by: its own words, and the accounts and products whose words count as its own.
CREATE FUNCTION write_order_search(organizations uuid[], ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO order_search (organization_id, order_id, text, refs)
  SELECT orders.organization_id, orders.id,
    search_form('order ' || orders.code || ' ' || orders.name || ' ' || orders.note || ' ' || coalesce(items.descriptions, '')),
    ARRAY[orders.account_id, orders.billing_to_id] || coalesce(items.products, '{}')
  FROM (SELECT DISTINCT * FROM unnest(organizations, ids) AS wanted(organization_id, id)) AS wanted
  JOIN orders ON orders.organization_id = wanted.organization_id AND orders.id = wanted.id AND orders.parent_id IS NULL
  LEFT JOIN LATERAL (
    SELECT string_agg(DISTINCT description, ' ') AS descriptions, array_agg(DISTINCT product_id) AS products
    FROM order_items
    WHERE order_items.organization_id = orders.organization_id AND order_items.order_id = orders.id
  ) AS items ON true
  ON CONFLICT (organization_id, order_id) DO UPDATE SET text = excluded.text, refs = excluded.refs
  WHERE (order_search.text, order_search.refs) IS DISTINCT FROM (excluded.text, excluded.refs)
$$;

CREATE FUNCTION search_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_order_search(array_agg(organization_id), array_agg(id)) FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER orders_search_insert AFTER INSERT ON orders
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_orders();

CREATE FUNCTION search_orders_of_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_order_search(array_agg(organization_id), array_agg(order_id)) FROM changed;
  RETURN NULL;
END $$;
CREATE TRIGGER order_items_search_insert AFTER INSERT ON order_items
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_orders_of_items();
CREATE TRIGGER order_items_search_delete AFTER DELETE ON order_items
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION search_orders_of_items();

-- Row by row, so that the many updates that change no words cost nothing.
CREATE FUNCTION search_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_order_search(ARRAY[NEW.organization_id], ARRAY[NEW.id]);
  RETURN NULL;
END $$;
CREATE TRIGGER orders_search_update AFTER UPDATE OF name, note, account_id, billing_to_id ON orders
  FOR EACH ROW WHEN (NEW.parent_id IS NULL AND (OLD.name, OLD.note, OLD.account_id, OLD.billing_to_id)
    IS DISTINCT FROM (NEW.name, NEW.note, NEW.account_id, NEW.billing_to_id))
  EXECUTE FUNCTION search_order();

CREATE FUNCTION search_order_of_item() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM write_order_search(ARRAY[NEW.organization_id], ARRAY[NEW.order_id]);
  RETURN NULL;
END $$;
CREATE TRIGGER order_items_search_update AFTER UPDATE OF description, product_id ON order_items
  FOR EACH ROW WHEN ((OLD.description, OLD.product_id) IS DISTINCT FROM (NEW.description, NEW.product_id))
  EXECUTE FUNCTION search_order_of_item();

SELECT write_order_search(array_agg(organization_id), array_agg(id)) FROM orders WHERE parent_id IS NULL;

CREATE INDEX order_search_words ON order_search USING gin (text gin_trgm_ops, refs);

-- The expressions stand in lib/server/found-by.ts.
CREATE INDEX accounts_search ON accounts USING gin (search_form(code || ' ' || name || ' ' || coalesce(email, '')) gin_trgm_ops);
CREATE INDEX products_search ON products USING gin (search_form(code || ' ' || name) gin_trgm_ops);
CREATE INDEX products_catalogue_search ON products USING gin (search_form(code || ' ' || name || ' ' || description) gin_trgm_ops);
CREATE INDEX users_search ON users USING gin (search_form(name || ' ' || email) gin_trgm_ops);
CREATE INDEX invoices_search ON invoices USING gin (search_form('invoice ' || number) gin_trgm_ops);
CREATE INDEX credit_notes_search ON credit_notes USING gin (search_form('credit note ' || number) gin_trgm_ops);
CREATE INDEX subscriptions_search ON subscriptions USING gin (search_form(description) gin_trgm_ops);
CREATE INDEX messages_search ON messages USING gin (search_form(recipient || ' ' || coalesce(address, '') || ' ' || subject) gin_trgm_ops);
CREATE INDEX audit_log_search ON audit_log USING gin (search_form(subject || ' ' || actor_name) gin_trgm_ops);

DROP INDEX orders_name_search;
DROP INDEX orders_code_search;
DROP INDEX accounts_name_search;
