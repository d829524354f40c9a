/** An executed item is set up with its vendor: docs/domain.md, section 3. */

export const provisioningStates = ["pending", "in_progress", "provisioned", "failed"] as const;
export type ProvisioningState = (typeof provisioningStates)[number];

export const provisioningStateLabels: Record<ProvisioningState, string> = {
  pending: "Pending",
  in_progress: "In progress",
  provisioned: "Provisioned",
  failed: "Failed",
};

/** Says what a vendor or a person is asked to do. */
export type ProvisioningAction = "provision" | "change" | "deprovision";

export const provisioningDrivers = ["manual", "simulated", "http"] as const;
export type ProvisioningDriver = (typeof provisioningDrivers)[number];

export const provisioningDriverLabels: Record<ProvisioningDriver, string> = {
  manual: "By a person",
  simulated: "Simulated vendor",
  http: "By its vendor",
};

/** Says what can happen to a task, and in which states. A person completes and fails manual tasks only. */
export const provisioningMoves = {
  begin: { from: ["pending", "in_progress"], to: "in_progress" },
  postpone: { from: ["in_progress"], to: "pending" },
  complete: { from: ["pending", "in_progress", "failed"], to: "provisioned" },
  fail: { from: ["pending", "in_progress"], to: "failed" },
  retry: { from: ["failed"], to: "pending" },
} as const satisfies Record<string, { from: readonly ProvisioningState[]; to: ProvisioningState }>;
export type ProvisioningMove = keyof typeof provisioningMoves;

export function mayMove(state: ProvisioningState, move: ProvisioningMove): boolean {
  return (provisioningMoves[move].from as readonly ProvisioningState[]).includes(state);
}

export type PersonMove = Extract<ProvisioningMove, "complete" | "fail" | "retry">;

/** Tells whether nothing is set up any more: once its execution is reversed, a task can only take things down. */
export function isWithdrawn(task: { action: ProvisioningAction; reversed: boolean }): boolean {
  return task.reversed && task.action !== "deprovision";
}

/** Returns what a person can do to a task in BSS. */
export function movesForPeople(task: {
  state: ProvisioningState;
  driver: ProvisioningDriver;
  action: ProvisioningAction;
  reversed: boolean;
}): PersonMove[] {
  if (isWithdrawn(task)) return [];
  const moves: PersonMove[] = task.driver === "manual" ? ["complete", "fail", "retry"] : ["retry"];
  return moves.filter((move) => mayMove(task.state, move));
}

export const maxAttempts = 5;

/** Counts the attempts towards giving up: those since the task was queued or retried. */
export function triesOf({
  attempts,
  earlierAttempts,
}: {
  attempts: number;
  earlierAttempts: number;
}): number {
  return attempts - earlierAttempts;
}

const firstDelayMs = 2_000;
const longestDelayMs = 15 * 60_000;

/**
 * Returns how many milliseconds to wait after the given failed attempt (1, 2, …). The wait doubles and lies anywhere in
 * its upper half, so that what failed together is not tried together; `random` returns 0 to 1.
 */
export function retryDelayMs(attempt: number, random: () => number): number {
  const delay = Math.min(firstDelayMs * 2 ** (attempt - 1), longestDelayMs);
  return Math.round(delay * (0.5 + random() / 2));
}

/** Returns when to try again after so many failed tries, or null after the last. */
export function nextAttemptAt(tries: number, now: Date, random: () => number): Date | null {
  return tries >= maxAttempts ? null : new Date(now.getTime() + retryDelayMs(tries, random));
}

/** The simulated vendor can be set this slow and this unreliable at most: docs/domain.md, section 3. */
export const simulatedAtMost = { delayMs: 600_000, failures: 100 } as const;
