import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { DataInUse } from "./data-in-use";
import type { Location } from "./location";

/**
 * Refuses to make a new cluster while a restore moves one into its place, and after a restore that was cut off while it did.
 * Without this, the product would begin anew beside the data that it has. @throws DataInUse
 */
export function requireNoReplacement(location: Location): void {
  if (existsSync(location.cluster) || !existsSync(location.replacement)) return;
  throw new DataInUse(
    `A backup is being restored into ${location.dataDir}, or restoring it was interrupted. If no restore is running, run npm run restore again.`,
  );
}

/** Returns the folder of a restored cluster that brings the passwords of its roles along until its first start. */
export const passwordsWithin = (cluster: string) => path.join(cluster, "order-desk-passwords");

/** Takes over the passwords that a restored cluster brings, in place of those of the former cluster. */
export function adoptPasswords({ cluster, passwordFiles }: Location): void {
  const brought = passwordsWithin(cluster);
  if (!existsSync(brought)) return;
  for (const file of Object.values(passwordFiles)) {
    const draft = `${file}.${process.pid}`;
    copyFileSync(path.join(brought, path.basename(file)), draft);
    renameSync(draft, file);
  }
  rmSync(brought, { recursive: true });
}
