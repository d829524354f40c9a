import "server-only";
import { asWork, type Tx, unscoped } from "../kernel/db";
import { repeated } from "../kernel/transaction";

/** Runs work that writes in several organizations of one person as one transaction. Its statements name their organizations. */
export function across<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> {
  return repeated(() => unscoped().$transaction((tx) => asWork(() => work(tx as unknown as Tx))));
}
