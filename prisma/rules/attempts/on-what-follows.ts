import { copy, insert, type Rows, set } from "./statements";

/**
 * Returns the same for what orders become: invoices, payments, subscriptions, messages, and who is asked about them.
 */
export function attemptsOnWhatFollows(rows: Rows): Record<string, string[]> {
  const organization_id = `'${rows.organizationId}'`;
  const some = "gen_random_uuid()";
  const bulkRun = (cells: Record<string, string>) =>
    insert("bulk_runs", {
      organization_id,
      action: "'execute'",
      input: "'{}'",
      started_by_name: "'Ada'",
      time_zone: "'UTC'",
      order_count: "2",
      ...cells,
    });
  const bulkOrder = (outcome: string) =>
    insert("bulk_run_orders", { organization_id, run_id: some, position: "1", order_id: some, outcome });
  const provisioningTask = (cells: Record<string, string>) =>
    insert("provisioning_tasks", {
      organization_id,
      subscription_id: some,
      order_item_id: some,
      action: "'provision'",
      driver: "'manual'",
      quantity: "1",
      ...cells,
    });
  const keyRequest = (cells: Record<string, string>) =>
    insert("api_key_requests", {
      organization_id,
      key_id: some,
      at: "now()",
      method: "'GET'",
      path: "'/api/v1/orders'",
      status: "200",
      ms: "1",
      request_id: some,
      ...cells,
    });
  const creditCheck = (cells: Record<string, string>) =>
    insert("credit_checks", {
      organization_id,
      endpoint: "'https://agency.example.com'",
      secret: "repeat('s', 32)",
      timeout_seconds: "5",
      ...cells,
    });
  const webhook = (cells: Record<string, string>) =>
    insert("webhooks", {
      organization_id,
      name: "'Warehouse'",
      url: "'https://warehouse.example.com'",
      types: "'{order.executed}'",
      secret: "'whsec_' || repeat('s', 44)",
      position: "0",
      ...cells,
    });
  const delivery = (cells: Record<string, string>) =>
    insert("webhook_deliveries", {
      organization_id,
      webhook_id: some,
      event_id: "1",
      created_at: "now()",
      ...cells,
    });
  const paymentRequest = (cells: Record<string, string>) =>
    insert("payment_requests", {
      organization_id,
      account_id: some,
      order_id: some,
      driver: "'simulated'",
      amount: "10",
      currency: "'EUR'",
      ...cells,
    });
  const cancelled = `UPDATE orders SET status_id = '${rows.canceledStatus}', status_type = 'cancelled',
    status_storefront_type = 'viewable', cancelled_at = now(), reversed_at = now() WHERE id = '${rows.executed}'`;
  const creditNote = (
    issueDate = "issue_date",
  ) => `INSERT INTO credit_notes (organization_id, id, number, invoice_id, order_id, account_id, currency,
    issue_date, net_total, tax_total, total, seller, buyer, language) SELECT organization_id, id, 'CN-9', id, order_id,
    account_id, currency, ${issueDate}, net_total, tax_total, total, seller, buyer, language FROM invoices WHERE id = '${rows.invoice}'`;
  const creditLines = (
    columns: string,
  ) => `INSERT INTO credit_note_lines (organization_id, credit_note_id, position,
    invoice_line_id, net, tax, total) SELECT organization_id, invoice_id, position, id, ${columns} FROM invoice_lines
    WHERE invoice_id = '${rows.invoice}'`;
  const unpaid = "outstanding = total";
  const waiting = "state = 'waiting'";
  const unused = "unallocated = amount AND reserved_for_id IS NULL";
  const reserved = "reserved_for_id IS NOT NULL";

  return {
    sessions_stay_ended: [
      `INSERT INTO sessions (organization_id, token_hash, user_id, session_version, device, address, created_at, last_used_at, ended_at)
       SELECT organization_id, repeat('0', 64), id, 1, 'Firefox', '192.0.2.1', now(), now(), now() FROM users
       WHERE organization_id = ${organization_id} LIMIT 1; ${set("sessions", "ended_at = NULL", "ended_at IS NOT NULL")}`,
    ],
    orders_reversed_whole: [`${cancelled}; ${creditNote()}; ${creditLines("net, tax, total")}`],
    invoices_amounts: [copy("invoices", { net_total: -1, tax_total: 1, total: 0, outstanding: 0 })],
    invoices_currency_code: [copy("invoices", { currency: "eur" }, unpaid)],
    invoices_parties: [
      copy("invoices", { seller: "Harbour" }, unpaid),
      copy("invoices", { buyer: { name: "Fjord" } }, unpaid),
    ],
    invoices_due_after_issue: [
      copy("invoices", { due_date: "2000-01-01" }, unpaid),
      copy("invoices", { issue_date: "1999-12-31" }, unpaid),
    ],
    invoices_dated_in_order: [
      copy("invoices", { issue_date: "2000-01-01", number: "X", order_id: rows.open }, unpaid),
    ],
    organizations_last_dates_rise: [
      set("organizations", "last_invoice_date = last_invoice_date - 1", "last_invoice_date IS NOT NULL"),
      set("organizations", "last_invoice_date = NULL", "last_invoice_date IS NOT NULL"),
      set(
        "organizations",
        "last_credit_note_date = last_credit_note_date - 1",
        "last_credit_note_date IS NOT NULL",
      ),
    ],
    invoices_final: [
      set("invoices", "number = 'X'"),
      set("invoices", "due_date = due_date + 1"),
      set("invoices", "seller = '{}'"),
    ],
    invoices_stay: ["DELETE FROM invoices"],
    invoices_outstanding_is_derived: [set("invoices", "outstanding = 0", unpaid)],
    invoices_start_outstanding: [copy("invoices", { outstanding: 0 }, unpaid)],
    invoices_total_lines: [copy("invoices", { number: "X", order_id: rows.open }, unpaid)],
    invoice_lines_quantity: [copy("invoice_lines", { quantity: 0 })],
    invoice_lines_amounts: [
      copy("invoice_lines", { net: -1 }),
      copy("invoice_lines", { discount_percent: 101 }),
    ],
    invoice_lines_service_period: [
      copy("invoice_lines", { service_from: null }),
      copy("invoice_lines", { service_to: "2000-01-01" }),
      copy("invoice_lines", { billing_period: "once" }),
    ],
    invoice_lines_final: [set("invoice_lines", "quantity = 2"), "DELETE FROM invoice_lines"],
    credit_notes_amounts: [copy("credit_notes", { total: 0 })],
    credit_notes_parties: [copy("credit_notes", { seller: {} }), copy("credit_notes", { buyer: [] })],
    credit_notes_issue_date: [copy("credit_notes", { issue_date: "1999-12-31" })],
    credit_notes_dated_in_order: [creditNote("date '2000-01-01'")],
    credit_notes_final: [set("credit_notes", "number = 'X'"), "DELETE FROM credit_notes"],
    credit_notes_whole_invoice: [creditNote()],
    credit_note_lines_of_invoice: [
      `${creditNote()}; ${creditLines("net + position - 1.5, tax, total + position - 1.5")}`,
    ],
    credit_note_lines_final: [set("credit_note_lines", "position = 9"), "DELETE FROM credit_note_lines"],

    payments_amounts: [
      copy("payments", { amount: 0, unallocated: 0 }),
      copy("payments", { amount: "NaN", unallocated: "NaN" }),
    ],
    payments_currency_code: [copy("payments", { currency: "eur" }, unused)],
    payments_reversed_reserve_nothing: [
      set("payments", "reversed_at = now(), reversed_by_name = 'Ada', reversal_reason = 'Bounced'", reserved),
    ],
    payments_reservation_is_released: [set("payments", `reserved_for_id = '${rows.open}'`, unused)],
    payments_reserved_for_open_order: [
      copy("payments", { reserved_for_id: rows.executed }, unused),
      copy("payments", { reserved_for_id: rows.subOrder }, unused),
    ],
    payments_reversed_with_reason: [set("payments", "reversed_at = now()", unused)],
    payments_received_in_bounds: [
      copy("payments", { received_on: "2000-01-01" }, unused),
      copy("payments", { received_on: "2099-12-31" }, unused),
    ],
    subscriptions_start_in_bounds: [
      copy("subscriptions", { start_date: "2000-01-01" }),
      copy("subscriptions", { start_date: "2099-12-31" }),
    ],
    payments_final: [set("payments", "amount = amount + 1")],
    payments_stay: ["DELETE FROM payments"],
    payments_unallocated_is_derived: [set("payments", "unallocated = 0", unused)],
    payments_start_unallocated: [copy("payments", { unallocated: 0 }, unused)],
    payment_allocations_amount: [copy("payment_allocations", { amount: 0 })],
    payment_allocations_final: [set("payment_allocations", "amount = amount + 1")],
    payment_allocations_stay: ["DELETE FROM payment_allocations"],
    payment_allocations_once: [copy("payment_allocations", {})],
    payment_allocations_own_account: [copy("payment_allocations", { invoice_id: rows.invoice })],
    payment_allocations_of_reserved: [
      `INSERT INTO payment_allocations (organization_id, payment_id, invoice_id, amount)
        SELECT payments.organization_id, payments.id, invoices.id, 0.01 FROM payments
        JOIN invoices ON invoices.account_id = payments.account_id AND invoices.outstanding > 0
        WHERE ${reserved} LIMIT 1`,
      `WITH balance AS (INSERT INTO invoices (organization_id, kind, number, external_id, account_id, currency, issue_date,
          due_date, net_total, tax_total, total, outstanding, seller, buyer, language)
        SELECT organization_id, 'opening_balance', 'OB-1', 'RE-1', account_id, currency, '2026-01-01', '2026-01-01', 1, 0, 1, 1,
          '{"name": ""}', '{"code": "", "name": ""}', 'en' FROM payments WHERE ${reserved} LIMIT 1 RETURNING *)
        INSERT INTO payment_allocations (organization_id, payment_id, invoice_id, amount)
        SELECT payments.organization_id, payments.id, balance.id, 0.01 FROM balance
        JOIN payments ON payments.account_id = balance.account_id AND ${reserved} LIMIT 1`,
    ],
    payment_requests_amount: [paymentRequest({ amount: "0" })],
    payment_requests_for_order_or_invoice: [
      paymentRequest({ order_id: "NULL" }),
      paymentRequest({ invoice_id: some }),
    ],
    payment_requests_paid_has_payment: [paymentRequest({ state: "'paid'", settled_at: "now()" })],
    payment_requests_settled_at: [paymentRequest({ state: "'failed'" })],
    payment_requests_keep_amount: [set("payment_requests", "amount = amount + 1", "state = 'open'")],
    payment_requests_final: [set("payment_requests", "state = 'open', settled_at = NULL", "state <> 'open'")],

    products_trial: [
      set("products", "trial_days = NULL", "trial_days IS NOT NULL"),
      set("products", "trial_days = 0", "trial_days IS NOT NULL"),
      copy("products", { type: "asset", billing_period: "once", code: "X-1" }, "trial_days IS NOT NULL"),
    ],
    products_value_kinds: [
      set("products", `value_kinds = '{"Not needed": "hostname"}'`),
      set("products", `required_configuration = '{Size}', value_kinds = '{"Size": "huge"}'`),
      set("products", "value_kinds = '[]'"),
    ],
    subscriptions_trial_has_end: [copy("subscriptions", { trial: true, trial_ends_on: null })],
    subscriptions_trial_ends_on: [
      set("subscriptions", "trial_ends_on = start_date + 9", "NOT trial AND state = 'active'"),
    ],
    subscriptions_trial_due_at: [
      set("subscriptions", "trial_due_at = now()", "NOT trial AND state = 'active'"),
    ],
    subscriptions_quantity: [set("subscriptions", "quantity = 0", "state = 'active'")],
    subscriptions_start_date: [set("subscriptions", "start_date = '1999-12-31'", "state = 'active'")],
    subscriptions_unit_price: [set("subscriptions", "unit_price = -1", "state = 'active'")],
    subscriptions_billing_period: [set("subscriptions", "type = 'asset'", "state = 'active'")],
    subscriptions_end_date: [set("subscriptions", "state = 'cancelled'", "state = 'active'")],
    subscriptions_cancelled_is_final: [set("subscriptions", "quantity = 9", "state = 'cancelled'")],
    provisioning_tasks_attempts: [provisioningTask({ attempts: "-1" })],
    provisioning_tasks_attempts_rise: [set("provisioning_tasks", "attempts = attempts - 1")],
    provisioning_tasks_earlier_attempts: [
      set("provisioning_tasks", "earlier_attempts = attempts + 1"),
      set("provisioning_tasks", "earlier_attempts = -1"),
    ],
    provisioning_tasks_round: [set("provisioning_tasks", "round = 2", "action = 'provision'")],
    provisioning_tasks_failed_has_error: [set("provisioning_tasks", "state = 'failed', error = NULL")],
    provisioning_tasks_vendor: [set("provisioning_tasks", "driver = 'http'", "vendor_id IS NULL")],
    provisioning_tasks_accepted: [set("provisioning_tasks", "accepted_at = now()", "state = 'pending'")],
    webhooks_name: [webhook({ name: "' Warehouse'" }), webhook({ name: "''" })],
    webhooks_url: [webhook({ url: "'ftp://warehouse.example.com'" })],
    webhooks_types: [webhook({ types: "'{}'" }), webhook({ types: "NULL" })],
    webhooks_secret: [
      webhook({ secret: "repeat('s', 50)" }),
      webhook({ previous_secret: "'whsec_short'", previous_until: "now()" }),
    ],
    webhooks_previous: [
      webhook({ previous_secret: "'whsec_' || repeat('s', 44)" }),
      webhook({ previous_until: "now()" }),
    ],
    webhooks_disabled: [webhook({ disabled_at: "now()" }), webhook({ disabled_by: "'user'" })],
    webhook_deliveries_ended: [
      delivery({ state: "'delivered'" }),
      delivery({ ended_at: "now()" }),
      delivery({ state: "'failed'", ended_at: "now()", next_attempt_at: "now()" }),
    ],
    webhook_deliveries_silence: [delivery({ last_status: "500", last_silence: `'{"is": "unreachable"}'` })],
    webhook_deliveries_attempts: [delivery({ attempts: "-1" })],
    vendors_name: [set("vendors", "name = ''")],
    vendors_endpoint: [set("vendors", "endpoint = 'ftp://vendor'")],
    vendors_secret: [set("vendors", "secret = 'short'")],
    vendors_timeout: [set("vendors", "timeout_seconds = 0"), set("vendors", "timeout_seconds = 61")],
    vendors_callback: [set("vendors", "callback_minutes = 0")],
    api_keys_name_trimmed: [set("api_keys", "name = ' Padded'"), set("api_keys", "name = ''")],
    api_keys_prefix: [set("api_keys", "prefix = 'xx_12345678'"), set("api_keys", "prefix = 'od_1234567'")],
    api_keys_hash: [set("api_keys", "hash = repeat('G', 64)"), set("api_keys", "hash = repeat('a', 63)")],
    api_keys_previous: [
      set("api_keys", "previous_hash = repeat('a', 64)"),
      set("api_keys", "previous_until = now()"),
      set("api_keys", "previous_hash = hash, previous_until = now()"),
      set("api_keys", "previous_hash = repeat('G', 64), previous_until = now()"),
    ],
    api_keys_staff_role: [set("api_keys", "role = 'customer'"), set("api_keys", "role = 'reseller'")],
    api_keys_scopes: [set("api_keys", "scopes = NULL")],
    api_keys_expires_later: [set("api_keys", "expires_at = created_at")],
    api_keys_stay_revoked: [
      set("api_keys", "revoked_at = NULL", "revoked_at IS NOT NULL"),
      set("api_keys", "revoked_at = now() + interval '1 day'", "revoked_at IS NOT NULL"),
    ],
    api_key_requests_status: [keyRequest({ status: "99" }), keyRequest({ status: "600" })],
    api_key_requests_ms: [keyRequest({ ms: "-1" })],
    credit_checks_endpoint: [creditCheck({ endpoint: "'gopher://agency'" })],
    credit_checks_secret: [creditCheck({ secret: "'short'" })],
    credit_checks_timeout: [creditCheck({ timeout_seconds: "61" })],
    bulk_runs_counts: [
      bulkRun({ order_count: "0" }),
      bulkRun({ done_count: "3" }),
      bulkRun({ failed_count: "-1" }),
    ],
    bulk_runs_by_one: [bulkRun({ by_user_id: some, by_key_id: some })],
    bulk_runs_ended: [bulkRun({ finished_at: "now()" })],
    bulk_runs_finished_is_whole: [bulkRun({ state: "'finished'", finished_at: "now()", done_count: "1" })],
    bulk_run_orders_says_whose: [bulkOrder("'running'")],
    bulk_run_orders_says_why: [bulkOrder("'refused'"), bulkOrder("'failed'")],

    messages_about: [
      copy("messages", { path: "/setup" }),
      copy("messages", { order_id: null }),
      copy("messages", { order_id: null, path: "setup" }),
    ],
    messages_address: [set("messages", "address = NULL")],
    messages_attempts: [set("messages", "attempts = -1")],
    messages_failed_has_error: [set("messages", "state = 'failed', next_attempt_at = NULL", waiting)],
    messages_next_attempt: [set("messages", "next_attempt_at = NULL")],
    messages_sent_at: [set("messages", "state = 'sent', next_attempt_at = NULL", waiting)],
    messages_subject_is_one_line: [copy("messages", { subject: "two\nlines" })],
    messages_stay: ["DELETE FROM messages"],
    messages_stay_as_written: [set("messages", "text = 'another'")],
  };
}
