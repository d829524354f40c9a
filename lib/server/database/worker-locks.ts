/** Names the class of the advisory locks of living workers. Each process holds one per pool. */
export const workerLock = 7_315_004;

/** Counts the pools of workers that live on this database, on whatever machine. */
export const countLivingWorkers = `
  SELECT count(*)::int AS living FROM pg_locks
  WHERE locktype = 'advisory' AND classid = ${workerLock} AND granted
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
