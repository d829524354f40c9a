-- Administrators are told by email that a webhook was disabled. Such a message is about no order and leads to another page.
ALTER TYPE "message_type" ADD VALUE 'webhook_disabled';
ALTER TABLE "messages" ADD COLUMN     "path" VARCHAR(200),
ALTER COLUMN "order_id" DROP NOT NULL;
ALTER TABLE messages ADD CONSTRAINT messages_about CHECK ((order_id IS NULL) = (path IS NOT NULL) AND path ~ '^/');
DROP TRIGGER messages_stay_as_written ON messages;
CREATE TRIGGER messages_stay_as_written BEFORE UPDATE ON messages
  FOR EACH ROW WHEN ((OLD.type, OLD.order_id, OLD.path, OLD.account_id, OLD.subject, OLD.text, OLD.created_at)
    IS DISTINCT FROM (NEW.type, NEW.order_id, NEW.path, NEW.account_id, NEW.subject, NEW.text, NEW.created_at))
  EXECUTE FUNCTION refuse('a message is not changed after it was written');
