-- Live: a session that no longer counts is told at once, so that its open streams end with it.
-- Payload as of notify_orders(): "organization topic id".
CREATE FUNCTION notify_user() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('order_desk', NEW.organization_id || ' users ' || NEW.id);
  RETURN NULL;
END $$;
CREATE TRIGGER users_notify AFTER UPDATE ON users
  FOR EACH ROW WHEN ((OLD.active, OLD.session_version, OLD.role) IS DISTINCT FROM (NEW.active, NEW.session_version, NEW.role))
  EXECUTE FUNCTION notify_user();
