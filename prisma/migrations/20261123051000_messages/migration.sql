-- CreateEnum
CREATE TYPE "language" AS ENUM ('en', 'de');

-- CreateEnum
CREATE TYPE "message_type" AS ENUM ('confirmation', 'submitted_without_credit', 'scheduled', 'schedule_failed', 'executed', 'approval_wanted', 'approved', 'cancelled');

-- CreateEnum
CREATE TYPE "message_state" AS ENUM ('waiting', 'sending', 'sent', 'failed', 'no_address');


-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "language" "language" NOT NULL DEFAULT 'en';

-- CreateTable
CREATE TABLE "messages" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "type" "message_type" NOT NULL,
    "order_id" UUID NOT NULL,
    "account_id" UUID,
    "language" "language" NOT NULL,
    "recipient" VARCHAR(120) NOT NULL,
    "address" VARCHAR(254),
    "subject" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "state" "message_state" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" VARCHAR(500),
    "next_attempt_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "messages_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE INDEX "messages_organization_id_created_at_id_idx" ON "messages"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "messages_organization_id_order_id_idx" ON "messages"("organization_id", "order_id");

-- CreateIndex
CREATE INDEX "messages_organization_id_account_id_idx" ON "messages"("organization_id", "account_id");

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_order_id_fkey" FOREIGN KEY ("organization_id", "order_id") REFERENCES "orders"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_account_id_fkey" FOREIGN KEY ("organization_id", "account_id") REFERENCES "accounts"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE messages
  ADD CONSTRAINT messages_address CHECK ((state = 'no_address') = (address IS NULL)),
  ADD CONSTRAINT messages_next_attempt CHECK ((state IN ('waiting', 'sending')) = (next_attempt_at IS NOT NULL)),
  ADD CONSTRAINT messages_sent_at CHECK (state <> 'sent' OR sent_at IS NOT NULL),
  ADD CONSTRAINT messages_failed_has_error CHECK (state <> 'failed' OR error IS NOT NULL),
  ADD CONSTRAINT messages_attempts CHECK (attempts >= 0),
  ADD CONSTRAINT messages_subject_is_one_line CHECK (subject !~ '[\r\n]');

-- What was written stays as it was written; only its way to the reader changes.
CREATE TRIGGER messages_stay_as_written BEFORE UPDATE ON messages
  FOR EACH ROW WHEN ((OLD.type, OLD.order_id, OLD.account_id, OLD.subject, OLD.text, OLD.created_at)
    IS DISTINCT FROM (NEW.type, NEW.order_id, NEW.account_id, NEW.subject, NEW.text, NEW.created_at))
  EXECUTE FUNCTION refuse('a message is not changed after it was written');
CREATE TRIGGER messages_stay BEFORE DELETE ON messages
  FOR EACH ROW EXECUTE FUNCTION refuse('a message is never deleted');

-- What is to be sent, of every organization; and the outbox by what wants attention.
CREATE INDEX messages_due ON messages (next_attempt_at) WHERE next_attempt_at IS NOT NULL;
CREATE INDEX messages_unsent ON messages (organization_id, state, created_at DESC, id DESC) WHERE state <> 'sent';

CREATE TRIGGER messages_notify_insert AFTER INSERT ON messages
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('messages');
CREATE TRIGGER messages_notify_update AFTER UPDATE ON messages
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION notify_topic('messages');
