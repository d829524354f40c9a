/** Holds the counts that `pg` keeps of a pool. */
type Pool = { totalCount: number; idleCount: number; waitingCount: number };

const globalForPool = globalThis as { pool?: Pool | undefined };

/** Sets the pool of this process whose connections we count. */
export function countConnectionsOf(pool: Pool | undefined): void {
  globalForPool.pool = pool;
}

/** Counts the connections of this process for queries and commands, and the work that waits for one of them. */
export function connections(): { used: number; idle: number; waiting: number } {
  const { totalCount = 0, idleCount: idle = 0, waitingCount: waiting = 0 } = globalForPool.pool ?? {};
  return { used: totalCount - idle, idle, waiting };
}
