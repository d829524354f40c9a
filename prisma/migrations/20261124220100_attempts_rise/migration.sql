-- Attempts at a task are numbered once and for all, so that what a vendor says of an old one is never taken for the
-- new one's; what was taken down too early is taken down anew, under a key of its own (docs/domain.md, section 3).

-- AlterTable
ALTER TABLE "provisioning_tasks" ADD COLUMN     "earlier_attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE provisioning_tasks
  ADD CONSTRAINT provisioning_tasks_earlier_attempts CHECK (earlier_attempts BETWEEN 0 AND attempts),
  ADD CONSTRAINT provisioning_tasks_round CHECK (round = 1 OR (round > 1 AND action = 'deprovision'));
CREATE TRIGGER provisioning_tasks_attempts_rise BEFORE UPDATE ON provisioning_tasks
  FOR EACH ROW WHEN (NEW.attempts < OLD.attempts OR NEW.round < OLD.round)
  EXECUTE FUNCTION refuse('attempts at a task are numbered once and for all');
