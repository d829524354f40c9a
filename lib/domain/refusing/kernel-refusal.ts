import type { ChangedSinceSeen } from "../seen";

/** Lists what any command may refuse, whatever it does: docs/domain.md, section 2, "What was seen". */
export type KernelRefusal =
  /** The caller used the idempotency key for another request before. */
  { reason: "key_reused" } | ChangedSinceSeen;
