-- Subscriptions by provisioning state, newest first; nearly all end provisioned, so those stay out of it.
DROP INDEX subscriptions_provisioning_failed;
CREATE INDEX subscriptions_by_provisioning_state ON subscriptions (organization_id, provisioning_state, created_at DESC, id DESC)
  WHERE provisioning_state <> 'provisioned';

-- Tasks that a worker should have tried by now.
CREATE INDEX provisioning_tasks_waiting ON provisioning_tasks ((coalesce(next_attempt_at, updated_at)))
  WHERE driver <> 'manual' AND state IN ('pending', 'in_progress');
