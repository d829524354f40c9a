-- One table for what happened to orders, accounts and the setup: docs/domain.md, section 2, "History".

-- CreateTable
CREATE TABLE "events" (
    "organization_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" VARCHAR(60) NOT NULL,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" VARCHAR(60),
    "actor_name" VARCHAR(80) NOT NULL,
    "request_id" UUID,
    "bulk_run_id" UUID,
    "order_id" UUID,
    "account_id" UUID,
    "subject" VARCHAR(200),
    "status_label" VARCHAR(80),
    "comment" VARCHAR(2600),
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "events_pkey" PRIMARY KEY ("organization_id","id")
);

-- An order's events keep their ids. What was a sentence of ours becomes the fact behind it.
INSERT INTO events (organization_id, id, at, kind, actor_type, actor_id, actor_name, bulk_run_id, order_id, status_label,
  comment, before, after)
SELECT organization_id, id, at, 'order.' || event, actor_type, actor_id, actor_name, bulk_run_id, order_id, status_label,
  CASE WHEN set_up_after_all THEN NULL ELSE comment END,
  before,
  CASE
    WHEN set_up_after_all THEN after || '{"setUpAfterAll": true}'
    WHEN event = 'message_resent' THEN after - 'subject' || jsonb_build_object('type', (
      SELECT type FROM messages
      WHERE messages.organization_id = history.organization_id AND messages.order_id = history.order_id
        AND messages.subject = history.after ->> 'subject'
      ORDER BY created_at LIMIT 1))
    ELSE after
  END
FROM order_history AS history CROSS JOIN LATERAL (SELECT event = 'provisioning_retried'
  AND comment IS NOT DISTINCT FROM 'Its vendor reported it set up after it was asked to take it down.' AS set_up_after_all) AS told;

-- The others are numbered behind these, the oldest first, since the three tables counted by themselves. Changes of accounts
-- that stood in the audit log too are one event now, which the audit log still finds by its subject.
WITH kinds (event, kind) AS (VALUES
  ('sign_in', 'user.signed_in'),
  ('sign_in_failed', 'user.sign_in_failed'),
  ('forbidden', 'call.forbidden'),
  ('order_statuses_saved', 'order_statuses.saved'),
  ('organization_created', 'organization.created'),
  ('organization_edited', 'organization.edited'),
  ('organization_logo_saved', 'organization.logo_saved'),
  ('organization_logo_removed', 'organization.logo_removed'),
  ('user_created', 'user.created'),
  ('user_role_changed', 'user.role_changed'),
  ('user_deactivated', 'user.deactivated'),
  ('user_activated', 'user.activated'),
  ('user_password_reset', 'user.password_reset'),
  ('product_created', 'product.created'),
  ('product_edited', 'product.edited'),
  ('vendor_created', 'vendor.created'),
  ('vendor_edited', 'vendor.edited'),
  ('vendor_secret_renewed', 'vendor.secret_renewed'),
  ('credit_check_saved', 'credit_check.saved'),
  ('payment_recorded', 'payment.recorded'),
  ('payment_reversed', 'payment.reversed')
), others AS (
  SELECT organization_id, at, id, kind, actor_type, actor_id, actor_name, NULL::uuid AS account_id, subject, before,
    CASE log.event
      WHEN 'organization_logo_saved' THEN jsonb_build_object('mediaType', after -> 'kind',
        'width', split_part(after ->> 'size', ' × ', 1)::int, 'height', split_part(after ->> 'size', ' × ', 2)::int)
      WHEN 'credit_check_saved' THEN after - 'secret' ||
        CASE WHEN after ? 'secret' THEN '{"secretReplaced": true}' ELSE '{}' END::jsonb
      ELSE after
    END AS after
  FROM audit_log AS log LEFT JOIN kinds ON kinds.event = log.event
  WHERE log.event NOT IN ('account_created', 'account_edited')
  UNION ALL
  SELECT organization_id, at, id, 'account.' || event, actor_type, actor_id, actor_name, account_id, (
      SELECT subject FROM audit_log AS log
      JOIN accounts ON accounts.organization_id = log.organization_id AND accounts.code = log.subject
      WHERE log.organization_id = history.organization_id AND log.at = history.at
        AND log.event = 'account_' || history.event AND accounts.id = history.account_id
      LIMIT 1),
    before, after
  FROM account_history AS history
)
INSERT INTO events (organization_id, id, at, kind, actor_type, actor_id, actor_name, account_id, subject, before, after)
SELECT organization_id, (SELECT coalesce(max(id), 0) FROM order_history) + row_number() OVER (ORDER BY at, kind, id),
  at, kind, actor_type, actor_id, actor_name, account_id, subject, before, after
FROM others;

SELECT setval(pg_get_serial_sequence('events', 'id'), max(id)) FROM events HAVING max(id) IS NOT NULL;

-- DropTable
DROP TABLE "account_history";

-- DropTable
DROP TABLE "audit_log";

-- DropTable
DROP TABLE "order_history";

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_organization_id_bulk_run_id_fkey" FOREIGN KEY ("organization_id", "bulk_run_id") REFERENCES "bulk_runs"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- The first word of a kind says what the event is about. Only older events of accounts have a subject too.
ALTER TABLE events
  ADD CONSTRAINT events_kind CHECK (kind ~ '^[a-z_]+\.[a-z_]+$'),
  ADD CONSTRAINT events_about CHECK (CASE split_part(kind, '.', 1)
    WHEN 'order' THEN num_nulls(order_id, status_label) = 0 AND num_nonnulls(account_id, subject) = 0
    WHEN 'account' THEN account_id IS NOT NULL AND num_nonnulls(order_id, status_label, comment) = 0
    ELSE subject IS NOT NULL AND num_nonnulls(order_id, account_id, status_label, comment) = 0
  END),
  ADD CONSTRAINT events_facts CHECK (jsonb_typeof(before) = 'object' AND jsonb_typeof(after) = 'object');

-- The order timeline, the account history and the audit log read one of these each, in its order.
CREATE INDEX events_of_orders ON events (organization_id, order_id, id) WHERE order_id IS NOT NULL;
CREATE INDEX events_of_accounts ON events (organization_id, account_id, at, id) WHERE account_id IS NOT NULL;
CREATE INDEX events_of_audit_log ON events (organization_id, at, id) WHERE subject IS NOT NULL;
CREATE INDEX audit_log_search ON events USING gin (search_form(subject || ' ' || actor_name) gin_trgm_ops)
  WHERE subject IS NOT NULL;

CREATE TRIGGER events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('an event stays as it was recorded');
