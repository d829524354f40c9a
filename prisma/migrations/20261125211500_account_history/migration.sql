-- An account's own history: docs/domain.md, section 4.

-- CreateTable
CREATE TABLE "account_history" (
    "organization_id" UUID NOT NULL,
    "id" BIGSERIAL NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_type" "actor_type" NOT NULL,
    "actor_id" VARCHAR(60),
    "actor_name" VARCHAR(80) NOT NULL,
    "event" VARCHAR(40) NOT NULL,
    "before" JSONB,
    "after" JSONB NOT NULL,

    CONSTRAINT "account_history_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "account_history_organization_id_account_id_at_id_idx" ON "account_history"("organization_id", "account_id", "at", "id");

-- AddForeignKey
ALTER TABLE "account_history" ADD CONSTRAINT "account_history_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_history" ADD CONSTRAINT "account_history_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- What the audit log knows of accounts so far, with the accounts that it names by id as people know them.
INSERT INTO account_history (organization_id, account_id, at, actor_type, actor_id, actor_name, event, before, after)
SELECT log.organization_id, accounts.id, log.at, log.actor_type, log.actor_id, log.actor_name,
  CASE log.event WHEN 'account_created' THEN 'created' ELSE 'edited' END,
  log.before - 'billingToId' - 'resellerId' || jsonb_build_object(
    'billingTo', (SELECT name FROM accounts AS named WHERE named.organization_id = log.organization_id AND named.id::text = log.before ->> 'billingToId'),
    'reseller', (SELECT name FROM accounts AS named WHERE named.organization_id = log.organization_id AND named.id::text = log.before ->> 'resellerId')),
  coalesce(log.after, '{}') - 'billingToId' - 'resellerId' || jsonb_build_object(
    'billingTo', (SELECT name FROM accounts AS named WHERE named.organization_id = log.organization_id AND named.id::text = log.after ->> 'billingToId'),
    'reseller', (SELECT name FROM accounts AS named WHERE named.organization_id = log.organization_id AND named.id::text = log.after ->> 'resellerId'))
FROM audit_log AS log
JOIN accounts ON accounts.organization_id = log.organization_id AND accounts.code = log.subject
WHERE log.event IN ('account_created', 'account_edited')
ORDER BY log.id;

CREATE TRIGGER account_history_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_history
  FOR EACH STATEMENT EXECUTE FUNCTION refuse('an account''s history is append-only');
