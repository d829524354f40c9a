import { copy, insert, type Rows, set } from "./statements";

/** Returns the same for imports, their rows and the external ids that they give. */
export function attemptsOnImports(rows: Rows): Record<string, string[]> {
  const organization_id = `'${rows.organizationId}'`;
  const some = "gen_random_uuid()";
  const one = "'00000000-0000-4000-8000-000000000001'";
  const made = (cells: Record<string, string>) =>
    insert("imports", {
      organization_id,
      id: one,
      subject: "'orders'",
      format: "'csv'",
      file_name: "'orders.csv'",
      by_name: "'Ada'",
      time_zone: "'UTC'",
      locale: "'en-GB'",
      row_count: "2",
      ...cells,
    });
  const row = (cells: Record<string, string>) =>
    insert("import_rows", { organization_id, import_id: one, line: "2", data: "'{}'", ...cells });
  const unpaid = "outstanding = total";
  const owed = (cells: Record<string, unknown>) =>
    copy(
      "invoices",
      {
        ...{ kind: "opening_balance", number: "OB-1", external_id: "RE-1", net_total: 1, tax_total: 0 },
        ...{ total: 1, outstanding: 1, ...cells },
      },
      unpaid,
    );
  const past = (cells: Record<string, unknown>) =>
    copy(
      "orders",
      { moved_in: true, external_id: "PO-1", number: 999999, code: "999999", ...cells },
      "status_type = 'automatic_execute' AND parent_id IS NULL",
    );
  const own = `organization_id = ${organization_id}`;
  const open = `${own} AND status_type = 'in_progress' AND parent_id IS NULL`;
  const padded = "external_id = ' padded'";

  return {
    accounts_external_id: [set("accounts", "external_id = 'twice'", own)],
    products_external_id: [set("products", "external_id = 'twice'", own)],
    orders_external_id: [set("orders", "external_id = 'twice'", open)],
    accounts_external_id_trimmed: [set("accounts", padded, own), set("accounts", "external_id = ''", own)],
    products_external_id_trimmed: [set("products", padded, own)],
    orders_external_id_trimmed: [set("orders", padded, open)],
    invoices_external_id: [
      `${owed({ number: "OB-1", order_id: null })}; ${owed({ number: "OB-2", order_id: null })}`,
    ],
    invoices_external_id_trimmed: [owed({ external_id: " padded", order_id: null })],
    invoices_kind: [
      owed({}),
      owed({ order_id: null, external_id: null }),
      copy("invoices", { number: "X", order_id: null }, "total > 0"),
      copy("invoices", { number: "X", order_id: rows.open, external_id: "RE-1" }, "total > 0"),
      copy("invoices", { number: "X", order_id: rows.open, note: "A note" }, "total > 0"),
      owed({ order_id: null, tax_total: 1, net_total: 1, total: 2, outstanding: 2 }),
    ],
    orders_moved_in: [past({ status_type: "in_progress", executed_at: null }), past({ external_id: null })],
    orders_stay_moved_in: [set("orders", "moved_in = true", `${own} AND status_type = 'automatic_execute'`)],
    invoices_of_own_order: [
      `${past({})}; INSERT INTO invoices SELECT (jsonb_populate_record(t, jsonb_build_object('id', ${some}, 'number', 'X',
        'order_id', (SELECT id FROM orders WHERE moved_in)))).* FROM invoices AS t WHERE kind = 'invoice' AND ${unpaid} LIMIT 1`,
    ],
    imports_by_one: [made({ by_user_id: some, by_key_id: some })],
    imports_file_name_trimmed: [made({ file_name: "''" }), made({ file_name: "' a.csv'" })],
    imports_counts: [made({ row_count: "-1" }), made({ created_count: "-1" }), made({ failed_count: "3" })],
    imports_ended: [made({ finished_at: "now()" }), made({ state: "'canceled'" })],
    imports_finished_is_whole: [made({ state: "'finished'", finished_at: "now()", created_count: "1" })],
    import_rows_line: [`${made({})}; ${row({ line: "0" })}`],
    import_rows_says_why: [
      `${made({})}; ${row({ state: "'failed'" })}`,
      `${made({})}; ${row({ refusal: "'{}'" })}`,
    ],
    import_rows_says_what: [`${made({})}; ${row({ state: "'created'" })}`],
    import_rows_stay_decided: [
      `${made({})}; ${row({ state: "'created'", code: "'1001'" })}; ${set("import_rows", "code = '1002'")}`,
    ],
  };
}
