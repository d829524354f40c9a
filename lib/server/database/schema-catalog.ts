import pg from "pg";

export interface Catalog {
  enums: string[];
  columns: string[];
  keys: string[];
  indexes: string[];
  /** Names the indexes that Prisma's schema language cannot describe: partial ones, those on expressions, and other kinds. */
  sqlOnlyIndexes: string[];
}

const ours = "n.nspname = 'public' AND c.relname <> '_prisma_migrations'";

/** Lists what a database contains, as sorted lines, as far as schema.prisma can describe it. */
export async function catalogOf(databaseUrl: string): Promise<Catalog> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const lines = async (sql: string): Promise<string[]> =>
      (await client.query({ text: sql, rowMode: "array" })).rows.map((row) => row.join(" "));
    return {
      enums: await lines(
        `SELECT t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
           FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid JOIN pg_namespace n ON n.oid = t.typnamespace
          WHERE n.nspname = 'public' GROUP BY t.typname ORDER BY 1`,
      ),
      columns: await lines(
        `SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                CASE WHEN a.attnotnull THEN 'not null' ELSE 'null' END,
                CASE WHEN a.attidentity <> '' THEN 'identity' ELSE coalesce(pg_get_expr(d.adbin, d.adrelid), '') END
           FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
           LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
          WHERE ${ours} AND c.relkind IN ('r', 'p') ORDER BY 1, 2`,
      ),
      keys: await lines(
        `SELECT c.relname, k.conname, pg_get_constraintdef(k.oid)
           FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE ${ours} AND k.contype IN ('p', 'f', 'u') ORDER BY 1, 2`,
      ),
      indexes: await lines(indexes(`NOT ${sqlOnly}`, "pg_get_indexdef(i.indexrelid)")),
      sqlOnlyIndexes: await lines(indexes(sqlOnly, "x.relname")),
    };
  } finally {
    await client.end();
  }
}

const sqlOnly = `(i.indpred IS NOT NULL OR i.indexprs IS NOT NULL OR m.amname <> 'btree' OR i.indnkeyatts <> i.indnatts
  OR EXISTS (SELECT 1 FROM unnest(i.indclass) AS used JOIN pg_opclass o ON o.oid = used WHERE NOT o.opcdefault))`;

const indexes = (which: string, shown: string) =>
  `SELECT ${shown}
     FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_am m ON m.oid = x.relam
    WHERE ${ours} AND ${which} ORDER BY 1`;
