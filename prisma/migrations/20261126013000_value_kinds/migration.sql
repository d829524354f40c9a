-- What kind of value a product asks for (docs/domain.md, section 2, "Values"). Those of existing products are text.

-- AlterTable
ALTER TABLE "products" ADD COLUMN     "value_kinds" JSONB NOT NULL DEFAULT '{}';

CREATE FUNCTION value_kinds_fit(kinds jsonb, names text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT jsonb_typeof(kinds) = 'object' AND NOT EXISTS (
    SELECT FROM jsonb_each_text(CASE jsonb_typeof(kinds) WHEN 'object' THEN kinds ELSE '{}' END) AS kind(name, value)
    WHERE kind.name <> ALL (names)
      OR kind.value NOT IN ('domain_name', 'hostname', 'email', 'ip_address', 'whole_number'))
$$;
ALTER TABLE products ADD CONSTRAINT products_value_kinds CHECK (value_kinds_fit(value_kinds, required_configuration));
