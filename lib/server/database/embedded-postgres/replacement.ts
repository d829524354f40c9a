import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DataInUse } from "./data-in-use";
import type { Location } from "./location";

/**
 * Refuses to make a new cluster while a restore moves one into its place, and after a restore that was cut off while it did.
 * Otherwise the product would begin with an empty database beside the data that it has. @throws DataInUse
 */
export function requireNoReplacement(location: Location): void {
  if (existsSync(location.cluster) || !existsSync(location.replacement)) return;
  throw new DataInUse(
    `A backup is being restored into ${location.dataDir}, or restoring it was interrupted. If no restore is running, run npm run restore again.`,
  );
}

/** Returns the folder of a restored cluster that brings the passwords of its roles along until its first start. */
export const passwordsWithin = (cluster: string) => path.join(cluster, "order-desk-passwords");

/**
 * Takes over the passwords that a restored cluster brings, in place of those of the former cluster. Two starts at once can both
 * do it. Their folder goes by one rename, so that it is complete as long as it is there.
 */
export function adoptPasswords({ cluster, passwordFiles }: Location): void {
  const brought = passwordsWithin(cluster);
  const taken = `${brought}.${process.pid}`;
  try {
    for (const file of Object.values(passwordFiles)) {
      const draft = `${file}.${process.pid}`;
      writeFileSync(draft, readFileSync(path.join(brought, path.basename(file))), {
        mode: 0o600,
        flush: true,
      });
      renameSync(draft, file);
    }
    renameSync(brought, taken);
  } catch (error) {
    // There are none, or another start has just taken them over.
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return;
  }
  rmSync(taken, { recursive: true });
}
