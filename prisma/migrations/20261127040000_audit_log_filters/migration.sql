-- The audit log is read in its order also where it is narrowed to a kind of event or to who did it.
CREATE INDEX events_of_audit_log_by_kind ON events (organization_id, kind, at, id) WHERE subject IS NOT NULL;
CREATE INDEX events_of_audit_log_by_actor ON events (organization_id, actor_id, at, id) WHERE subject IS NOT NULL;
