-- The planner takes no statistics from a partial index, and must know whether a word of the audit log is rare.
-- PostgreSQL 13 keeps none of an expression.
DO $$ BEGIN
  IF current_setting('server_version_num')::int >= 140000 THEN
    EXECUTE $statistics$ CREATE STATISTICS audit_log_words ON (search_form(subject || ' ' || actor_name)) FROM events $statistics$;
  END IF;
END $$;
