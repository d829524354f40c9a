/** Names the class of the advisory locks of living workers. Each process holds one per pool. */
export const workerLock = 7_315_004;
