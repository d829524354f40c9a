-- A transaction that names its organization adds, changes and deletes rows of that one alone: docs/domain.md, section 7, "Walls in
-- the database".

-- The setting of a transaction that has ended is an empty text, not null.
CREATE FUNCTION may_write_rows_of(organization uuid) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(current_setting('order_desk.organization', true), '') IN ('', organization::text)
$$;

CREATE FUNCTION refuse_another_organization() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  addresses CONSTANT text[] := '{email,sent_email}';
BEGIN
  -- What the owner's functions do elsewhere is meant. Nothing else acts as the owner while the product runs.
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN RETURN NULL; END IF;
  -- The address of a person follows them to all their organizations, by a foreign key.
  IF TG_TABLE_NAME = 'users' AND TG_OP = 'UPDATE' AND to_jsonb(NEW) <> to_jsonb(OLD)
    AND to_jsonb(NEW) - addresses = to_jsonb(OLD) - addresses THEN RETURN NULL; END IF;
  RAISE EXCEPTION 'a row of another organization than the transaction names'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'another_organization', TABLE = TG_TABLE_NAME;
END $$;

-- After the row and not before it: a condition that does not hold then costs neither a lock nor a call.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT pg_class.oid::regclass AS name, attname AS organization
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND NOT attisdropped
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      AND attname = CASE relname WHEN 'organizations' THEN 'id' ELSE 'organization_id' END
  LOOP
    EXECUTE format('CREATE TRIGGER adds_own_rows AFTER INSERT ON %s FOR EACH ROW
      WHEN (NOT may_write_rows_of(NEW.%I)) EXECUTE FUNCTION refuse_another_organization()', one.name, one.organization);
    EXECUTE format('CREATE TRIGGER changes_own_rows AFTER UPDATE ON %1$s FOR EACH ROW
      WHEN (NOT may_write_rows_of(OLD.%2$I) OR NOT may_write_rows_of(NEW.%2$I)) EXECUTE FUNCTION refuse_another_organization()',
      one.name, one.organization);
    EXECUTE format('CREATE TRIGGER deletes_own_rows AFTER DELETE ON %s FOR EACH ROW
      WHEN (NOT may_write_rows_of(OLD.%I)) EXECUTE FUNCTION refuse_another_organization()', one.name, one.organization);
  END LOOP;
END $$;

-- These functions carry what a person did to the person's other organizations. They are the only way there, so they act as the owner.
ALTER FUNCTION end_elsewhere(uuid, uuid, timestamptz) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION void_links_elsewhere(uuid, uuid, timestamptz) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION record_elsewhere(uuid, uuid, text, jsonb, jsonb, timestamptz, uuid) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION end_sessions_elsewhere(uuid, uuid, timestamptz, timestamptz, timestamptz, uuid)
  SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION end_session_elsewhere(uuid, uuid, uuid, timestamptz, uuid) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION leave_invitations(uuid, text, text) SECURITY DEFINER SET search_path = public, pg_temp;
ALTER FUNCTION forget_factor_of_sessions(uuid) SECURITY DEFINER SET search_path = public, pg_temp;

-- A function that acts as the owner is for the application alone, and for no other role that can sign in to the database. Later
-- versions grant it to the application as they migrate.
DO $$
DECLARE
  one record;
  application record;
BEGIN
  FOR one IN SELECT oid::regprocedure AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one.name);
    FOR application IN
      SELECT DISTINCT grantee::regrole AS role FROM pg_class, aclexplode(relacl)
      WHERE pg_class.oid = 'orders'::regclass AND privilege_type = 'INSERT' AND grantee NOT IN (0, relowner)
    LOOP
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', one.name, application.role);
    END LOOP;
  END LOOP;
END $$;
