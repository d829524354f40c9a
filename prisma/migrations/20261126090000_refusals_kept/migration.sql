-- Why something was not done is kept as data, and told in the reader's language. What stands there in words stays as it is.
ALTER TABLE "bulk_run_orders" DROP CONSTRAINT bulk_run_orders_says_why;
ALTER TABLE "bulk_run_orders" ADD COLUMN "refusal" JSONB;
UPDATE bulk_run_orders SET refusal = jsonb_build_object('reason', 'in_words', 'words', message) WHERE message IS NOT NULL;
ALTER TABLE "bulk_run_orders" DROP COLUMN "message",
  ADD CONSTRAINT bulk_run_orders_says_why
    CHECK (outcome NOT IN ('refused', 'failed') OR coalesce(jsonb_typeof(refusal -> 'reason') = 'string', false));

ALTER TABLE "order_schedules" ALTER COLUMN "failure" TYPE JSONB
  USING CASE WHEN failure IS NOT NULL THEN jsonb_build_object('reason', 'in_words', 'words', failure) END;
ALTER TABLE order_schedules
  ADD CONSTRAINT order_schedules_failure_says_why CHECK (failure IS NULL OR coalesce(jsonb_typeof(failure -> 'reason') = 'string', false));

ALTER TABLE "provisioning_tasks" DROP CONSTRAINT provisioning_tasks_failed_has_error;
ALTER TABLE "provisioning_tasks" ALTER COLUMN "error" TYPE JSONB
  USING CASE WHEN error IS NOT NULL THEN jsonb_build_object('because', 'said', 'words', error) END;
ALTER TABLE provisioning_tasks
  ADD CONSTRAINT provisioning_tasks_failed_has_error
    CHECK (state <> 'failed' OR coalesce(jsonb_typeof(error -> 'because') = 'string', false));

ALTER TABLE "subscriptions" ALTER COLUMN "provisioning_error" TYPE JSONB
  USING CASE WHEN provisioning_error IS NOT NULL THEN jsonb_build_object('because', 'said', 'words', provisioning_error) END;
