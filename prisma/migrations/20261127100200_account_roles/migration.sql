-- People of an account have a role within it (docs/domain.md, section 7, "People of an account").

-- CreateEnum
CREATE TYPE "account_role" AS ENUM ('administrator', 'buyer', 'billing', 'viewer');

-- AlterTable
ALTER TABLE "users" ADD COLUMN     "account_role" "account_role";

-- Until now everybody could do everything for their account, and nobody loses anything.
UPDATE users SET account_role = 'administrator' WHERE account_id IS NOT NULL;

ALTER TABLE users ADD CONSTRAINT users_account_role CHECK ((account_role IS NULL) = (account_id IS NULL));

-- Processes of the version before say no role, and whom they invite may do everything, as before.
CREATE FUNCTION complete_account_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.account_role := CASE WHEN NEW.account_id IS NULL THEN NULL ELSE coalesce(NEW.account_role, 'administrator') END;
  RETURN NEW;
END $$;
CREATE TRIGGER users_complete_account_role BEFORE INSERT OR UPDATE OF account_id, account_role ON users
  FOR EACH ROW EXECUTE FUNCTION complete_account_role();

-- Live: open streams end with what their person was allowed, and come back with what they are allowed now.
DROP TRIGGER users_notify ON users;
CREATE TRIGGER users_notify AFTER UPDATE ON users FOR EACH ROW
  WHEN ((OLD.active, OLD.session_version, OLD.role, OLD.role_id, OLD.account_role)
    IS DISTINCT FROM (NEW.active, NEW.session_version, NEW.role, NEW.role_id, NEW.account_role))
  EXECUTE FUNCTION notify_user();
