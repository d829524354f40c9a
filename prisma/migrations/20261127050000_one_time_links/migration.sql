-- Invitations, forgotten passwords and new email addresses go by one-time links (docs/domain.md, section 7).

-- CreateEnum
CREATE TYPE "link_purpose" AS ENUM ('invitation', 'password', 'email');

-- AlterEnum
ALTER TYPE "message_type" ADD VALUE 'invitation';
ALTER TYPE "message_type" ADD VALUE 'password_link';
ALTER TYPE "message_type" ADD VALUE 'email_link';
ALTER TYPE "message_type" ADD VALUE 'email_change';
ALTER TYPE "message_type" ADD VALUE 'password_changed';


-- AlterTable
ALTER TABLE "messages" ADD COLUMN     "link_id" UUID;

-- CreateTable
CREATE TABLE "one_time_links" (
    "organization_id" UUID NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "user_id" UUID NOT NULL,
    "purpose" "link_purpose" NOT NULL,
    "hash" CHAR(64),
    "email" VARCHAR(254),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_links_pkey" PRIMARY KEY ("organization_id","id")
);

-- CreateIndex
CREATE UNIQUE INDEX "one_time_links_hash_key" ON "one_time_links"("hash");

-- CreateIndex
CREATE INDEX "messages_organization_id_link_id_idx" ON "messages"("organization_id", "link_id");

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organizations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_organization_id_user_id_fkey" FOREIGN KEY ("organization_id", "user_id") REFERENCES "users"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "messages" ADD CONSTRAINT "messages_organization_id_link_id_fkey" FOREIGN KEY ("organization_id", "link_id") REFERENCES "one_time_links"("organization_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE one_time_links
  ADD CONSTRAINT one_time_links_hash CHECK (hash ~ '^[0-9a-f]{64}$'),
  -- The day of a link begins when its secret is made.
  ADD CONSTRAINT one_time_links_day CHECK ((hash IS NULL) = (ends_at IS NULL)),
  ADD CONSTRAINT one_time_links_email CHECK ((purpose = 'email') = (email IS NOT NULL)),
  ADD CONSTRAINT one_time_links_used CHECK (
    used_at IS NULL OR (voided_at IS NULL AND ends_at IS NOT NULL AND used_at < ends_at));

-- A new link of the same purpose voids the old one first.
CREATE UNIQUE INDEX one_time_links_one_open ON one_time_links (organization_id, user_id, purpose)
  WHERE used_at IS NULL AND voided_at IS NULL;

CREATE TRIGGER one_time_links_stay_over BEFORE UPDATE ON one_time_links
  FOR EACH ROW WHEN (OLD.used_at IS NOT NULL OR OLD.voided_at IS NOT NULL)
  EXECUTE FUNCTION refuse('a link that was used or is void stays so');
CREATE TRIGGER one_time_links_stay_whose BEFORE UPDATE ON one_time_links
  FOR EACH ROW WHEN ((OLD.user_id, OLD.purpose, OLD.email) IS DISTINCT FROM (NEW.user_id, NEW.purpose, NEW.email))
  EXECUTE FUNCTION refuse('a link stays of its person and purpose');

ALTER TABLE messages ADD CONSTRAINT messages_link CHECK (link_id IS NULL OR order_id IS NULL);
DROP TRIGGER messages_stay_as_written ON messages;
CREATE TRIGGER messages_stay_as_written BEFORE UPDATE ON messages
  FOR EACH ROW WHEN ((OLD.type, OLD.order_id, OLD.path, OLD.link_id, OLD.account_id, OLD.subject, OLD.text, OLD.created_at)
    IS DISTINCT FROM (NEW.type, NEW.order_id, NEW.path, NEW.link_id, NEW.account_id, NEW.subject, NEW.text, NEW.created_at))
  EXECUTE FUNCTION refuse('a message is not changed after it was written');
