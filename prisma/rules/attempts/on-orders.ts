import { copy, insert, type Rows, set } from "./statements";

/** Returns, for each rule about who is here and what is ordered, statements that break it and that it must refuse. */
export function attemptsOnOrders(rows: Rows): Record<string, string[]> {
  const organization_id = `'${rows.organizationId}'`;
  const some = "gen_random_uuid()";
  const open = (changes: string) => set("orders", changes, `id = '${rows.open}'`);
  const openItem = (changes: string) => set("order_items", changes, `order_id = '${rows.open}'`);
  const status = (cells: Record<string, string>) =>
    insert("order_statuses", {
      organization_id,
      no: "77",
      description: "'Custom'",
      type: "'cancelled'",
      storefront_type: "'viewable'",
      color: "'#123456'",
      ...cells,
    });

  const logo = (cells: Record<string, string>) =>
    insert("logos", {
      organization_id,
      media_type: "'image/png'",
      width: "1",
      height: "1",
      data: "'\\x89504e470d0a1a0a'",
      ...cells,
    });

  const seal = (cells: Record<string, string>) =>
    insert("event_seals", {
      organization_id,
      number: "1",
      position: "1",
      event_id: "1",
      events: "1",
      hash: "repeat('a', 64)",
      sealed_at: "now()",
      ...cells,
    });

  const event = (cells: Record<string, string>) =>
    insert("events", {
      organization_id,
      at: "now()",
      kind: "'user.signed_in'",
      actor_type: "'system'",
      actor_name: "'System'",
      subject: "'ada@example.com'",
      ...cells,
    });

  return {
    organizations_name_trimmed: [set("organizations", "name = ''"), set("organizations", "name = E'x\\n'")],
    organizations_currency_code: [set("organizations", "currency = 'eur'")],
    organizations_have_system_statuses: [insert("organizations", { name: "'Bare'", currency: "'EUR'" })],
    organizations_keep_status_versions: [
      set("organizations", "status_list_version = status_list_version + 1"),
    ],
    organizations_status_list_version_by_one: [
      set("organizations", "status_list_version = status_list_version + 2"),
      set("organizations", "status_list_version = status_list_version - 1"),
    ],
    organizations_vat_id: [set("organizations", "vat_id = 'de 123'"), set("organizations", "vat_id = ''")],
    organizations_iban: [set("organizations", "iban = 'DE89 3704 0044 0532 0130 00'")],
    organizations_bic: [set("organizations", "bic = 'COBADEF'")],
    organizations_website: [set("organizations", "website = 'javascript:alert(1)'")],
    organizations_accent_color: [set("organizations", "accent_color = '#ABCDEF'")],
    logos_data: [
      logo({ data: "'\\xffd8ff'" }),
      logo({ media_type: "'image/svg+xml'", data: "convert_to('<svg/>', 'UTF8')" }),
      logo({ data: "'\\x89504e470d0a1a0a'::bytea || convert_to(repeat('x', 262144), 'UTF8')" }),
    ],
    logos_size: [logo({ width: "0" }), logo({ height: "2001" })],
    logos_final: [`${logo({})}; ${set("logos", "width = 2")}`],
    people_email_lower_case: [set("people", "email = 'Ada@example.com'"), set("people", "email = 'nobody'")],
    people_sent_email_is_email: [
      set("people", "sent_email = 'other@example.com'"),
      set("people", "sent_email = split_part(email, '@', 1) || '@elsewhere.example'"),
      set("people", "email = 'info@müller.de', sent_email = 'info@müller.de'"),
    ],
    people_accepted: [set("people", "accepted_at = NULL, password_hash = 'x'")],
    users_accepted: [set("users", "accepted_at = NULL, last_sign_in_at = now()")],
    users_stay_of_person: [set("users", "person_id = gen_random_uuid()", "accepted_at IS NOT NULL")],
    users_name_trimmed: [set("users", "name = ' Ada'")],
    users_storefront_role_has_account: [
      set("users", "role = 'customer'", "account_id IS NULL"),
      set("users", "account_id = NULL", "role = 'customer'"),
    ],
    accounts_name_trimmed: [set("accounts", "name = 'x '")],
    accounts_vat_id: [set("accounts", "vat_id = 'DE 123456789'")],
    accounts_credit_limit_not_negative: [set("accounts", "credit_limit = -0.0001")],
    accounts_reseller_has_no_reseller: [set("accounts", "type = 'reseller', reseller_id = id")],
    accounts_reseller_type_is_reseller: [set("accounts", "reseller_type = 'customer'")],
    products_name_trimmed: [set("products", "name = ''")],
    products_amounts: [
      set("products", "price = -1"),
      set("products", "cost = 'NaN'"),
      set("products", "tax_rate = 101"),
      set("products", "price = 'NaN'"),
    ],
    products_billing_period: [set("products", "type = 'asset'", "billing_period = 'month'")],
    products_vendor: [set("products", `vendor_id = ${some}`, "provisioning_driver = 'simulated'")],

    order_statuses_no_range: [set("order_statuses", "no = 0"), set("order_statuses", "no = 10000")],
    order_statuses_description_trimmed: [set("order_statuses", "description = ''")],
    order_statuses_color_hex: [set("order_statuses", "color = '#ABCDEF'")],
    order_statuses_mandatory_is_active: [set("order_statuses", "active = false", "mandatory")],
    order_statuses_combination: [status({ type: "'executing'" }), status({ type: "'scheduled'" })],
    order_statuses_description_once: [
      status({ description: "'dRAFT'" }),
      status({ description: "U&'Dr\\200Baft'" }),
      status({ description: "U&'\\FF24raft'" }),
    ],
    order_statuses_no_once_in_combination: [status({ no: "4" })],
    order_statuses_one_mandatory_per_combination: [status({ mandatory: "true" })],
    order_statuses_mandatory_stays: ["DELETE FROM order_statuses WHERE mandatory"],
    order_statuses_mandatory_keeps_combination: [
      set("order_statuses", "storefront_type = 'submitted'", "mandatory"),
      set("order_statuses", "mandatory = false", "mandatory"),
    ],
    order_statuses_in_use_are_not_the_storefronts: [
      `${status({ id: `'${rows.open}'`, type: "'in_progress'", no: "88" })}; ${open(`status_id = '${rows.open}'`)};
       ${set("order_statuses", "storefront_type = 'draft'", `id = '${rows.open}'`)}`,
    ],
    order_statuses_no_truncate: ["TRUNCATE order_statuses CASCADE"],
    order_status_versions_append_only: [
      set("order_status_versions", "statuses = '[]'"),
      "DELETE FROM order_status_versions",
      "TRUNCATE order_status_versions",
    ],

    orders_name_trimmed: [open("name = ''")],
    orders_primary_or_sub_order: [
      copy("orders", { sub_number: 1 }, `id = '${rows.open}'`),
      copy("orders", { sub_number: -1 }, `id = '${rows.open}'`),
    ],
    orders_number_positive: [copy("orders", { number: 0 }, `id = '${rows.open}'`)],
    orders_currency_code: [copy("orders", { currency: "eur" }, `id = '${rows.open}'`)],
    orders_amounts: [
      open("final_price = final_price + 1"),
      open("cost_total = -1"),
      open("monthly_run_rate = -1"),
      open("discount_total = -1"),
    ],
    orders_counts: [open("item_count = -1"), open("executed_item_count = item_count + 1")],
    orders_executed_at: [open("executed_at = now()")],
    orders_cancelled_at: [open("cancelled_at = now()")],
    orders_to_execute: [open("to_execute = -1")],
    orders_basket_is_a_storefront_draft: [
      copy("orders", { basket_user_id: rows.open }, `id = '${rows.open}'`),
    ],
    orders_reversed_is_cancelled: [open("reversed_at = now(), executed_at = now()")],
    orders_start_unreversed: [copy("orders", { reversed_at: "2026-01-01" }, `id = '${rows.open}'`)],
    orders_final: [
      set("orders", "final_price = final_price + 1, net_total = net_total + 1", `id = '${rows.executed}'`),
    ],
    orders_keep_identity: [open("code = 'another'"), open("source = 'storefront'")],
    orders_stay: [`DELETE FROM orders WHERE id = '${rows.open}'`],
    orders_sub_order_of_primary: [
      copy("orders", { parent_id: rows.subOrder, sub_number: 9 }, `id = '${rows.open}'`),
    ],
    order_schedules_attempts: [
      set("order_schedules", "attempts = -1"),
      set("order_schedules", "attempts = 6"),
    ],
    order_schedules_failure_says_why: [set("order_schedules", `failure = '{"words": "No"}'`)],
    order_schedules_day: [set("order_schedules", "day = '1999-12-31'")],
    order_schedules_of_open_primary: [
      insert("order_schedules", {
        organization_id,
        order_id: `'${rows.executed}'`,
        day: "now()",
        time_zone: "'UTC'",
      }),
    ],

    order_items_position: [openItem("position = 0")],
    order_items_quantity_range: [openItem("quantity = 0"), openItem("quantity = 1000001")],
    order_items_amounts: [
      openItem("unit_price = -1"),
      openItem("unit_cost = 'NaN'"),
      openItem("discount_percent = 101"),
      openItem("tax_rate = -1"),
    ],
    order_items_never_beyond_quantity: [
      openItem("executed_quantity = quantity + 1"),
      openItem("executed_quantity = quantity, cancelled_quantity = 1"),
    ],
    // Its trigger stands before it, and the rule holds without the trigger.
    order_items_sub_order_is_a_leaf: [
      `ALTER TABLE order_items DISABLE TRIGGER order_items_delivered_is_derived;
       ${set("order_items", "delivered_quantity = 1", `id = '${rows.subOrderItem}'`)}`,
    ],
    order_items_quantity_change_names_subscription: [openItem("item_type = 'quantity_change'")],
    order_items_change_own_subscription: [
      openItem(`item_type = 'quantity_change', subscription_id = ${some}`),
    ],
    order_items_executed_is_final: [set("order_items", "unit_price = 0", `order_id = '${rows.executed}'`)],
    order_items_keep_identity: [
      openItem(`order_id = '${rows.executed}'`),
      openItem(`id = ${some}`),
      set("order_items", "places = '{[7,8)}'", `id = '${rows.subOrderItem}'`),
    ],
    order_items_executed_stay: [`DELETE FROM order_items WHERE order_id = '${rows.executed}'`],
    order_items_sub_order_of_primary: [
      copy("order_items", { order_id: rows.subOrder, position: 99 }, `order_id = '${rows.open}'`),
    ],
    order_items_places: [
      copy("order_items", { position: 99, places: "{[0,1)}" }, `order_id = '${rows.open}'`),
      copy("order_items", { position: 99, places: null }, `id = '${rows.subOrderItem}'`),
      copy("order_items", { position: 99, places: "{[0,9)}" }, `id = '${rows.subOrderItem}'`),
    ],
    order_items_places_apart: [
      `ALTER TABLE order_items DISABLE TRIGGER order_items_deliver;
       ${copy("order_items", { position: 99 }, `id = '${rows.subOrderItem}'`)}`,
    ],
    order_items_delivered_is_derived: [openItem("delivered_quantity = 1")],
    order_items_start_undelivered: [
      copy("order_items", { delivered_quantity: 1 }, `order_id = '${rows.open}'`),
    ],
    order_items_start_unreversed: [
      copy("order_items", { executed_quantity: 1, reversed_quantity: 1 }, `order_id = '${rows.open}'`),
    ],
    order_items_trial_limits: [
      copy("order_items", { item_type: "trial", quantity: 1001, position: 99 }, `order_id = '${rows.open}'`),
      set("order_items", "item_type = 'trial', quantity = 1001", `order_id = '${rows.open}'`),
    ],
    order_items_reversed_whole: [set("order_items", "reversed_quantity = 1", `order_id = '${rows.open}'`)],
    order_items_reversed_is_credited: [
      set("order_items", "reversed_quantity = executed_quantity", `order_id = '${rows.executed}'`),
    ],
    events_kind: [event({ kind: "'user.Signed_In'" }), event({ kind: "'signed_in'" })],
    events_about: [
      event({ kind: "'order.edited'" }),
      event({ order_id: `'${rows.open}'`, status_label: "'Submitted'" }),
      event({ kind: "'order.edited'", order_id: `'${rows.open}'`, subject: "NULL" }),
      event({ kind: "'order.edited'", status_label: "'Submitted'", subject: "NULL" }),
      event({ kind: "'account.edited'" }),
      event({ subject: "NULL" }),
      event({ comment: "'Agreed'" }),
    ],
    events_facts: [event({ before: "'[]'" }), event({ after: "'null'" })],
    event_clock_one: [insert("event_clock", { one: "false", cluster: "'other'" })],
    event_clock_ahead: [set("event_clock", "ahead = -1")],
    event_seals_number: [seal({ number: "0" })],
    event_seals_events: [seal({ events: "0" })],
    event_seals_hash: [seal({ hash: "repeat('g', 64)" })],
    event_seals_append_only: [
      set("event_seals", "events = 2"),
      "DELETE FROM event_seals",
      "TRUNCATE event_seals",
    ],
    events_append_only: [set("events", "comment = 'never'"), "DELETE FROM events", "TRUNCATE events CASCADE"],
  };
}
