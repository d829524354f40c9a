import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { migrationNames } from "../migrations";
import { clusterFolder, filesIn, readManifest } from "./backup";
import { type Location, locate } from "./location";
import { recordedServer } from "./lock-file";
import { give, type SystemUser, serverUser } from "./system-user";

/** Says why a backup is not restored, and what to do. Nothing has changed then. */
export class NotRestored extends Error {
  override name = "NotRestored";
}

/** Is the major version of the PostgreSQL that comes with the product. */
const ourPostgres = "18";

/**
 * Puts a backup in the place of a data folder's database. `replace` allows that there is one, which is kept beside it. Returns
 * the folder that keeps it, or null. The next start brings the files in order, as PostgreSQL does after a crash, on a
 * timeline of its own. See docs/operations.md, "Backup and restore". @throws NotRestored
 */
export async function restore(
  dataDir: string,
  backup: string,
  { replace, now }: { replace: boolean; now: Date },
): Promise<string | null> {
  await requireWhole(backup);
  const user = serverUser();
  const location = locate(dataDir, user);
  if (recordedServer(location.cluster))
    throw new NotRestored("The product runs on this data. Stop it, and restore then.");
  const exists = existsSync(location.cluster);
  if (exists && !replace)
    throw new NotRestored(
      `There is a database in ${location.dataDir}. Restore into another DATA_DIR, or replace this one with --replace yes.`,
    );
  const draft = `${location.cluster}.${process.pid}`;
  cpSync(path.join(backup, clusterFolder), draft, { recursive: true });
  beginTimeline(draft);
  own(draft, user);
  const kept = exists ? setAside(location, now) : null;
  renameSync(draft, location.cluster);
  for (const file of Object.values(location.passwordFiles)) {
    copyFileSync(path.join(backup, path.basename(file)), file);
    chmodSync(file, 0o600);
  }
  return kept;
}

async function requireWhole(backup: string): Promise<void> {
  const manifest = readManifest(backup);
  if (!manifest)
    throw new NotRestored(`${backup} is no backup: its manifest.json is missing or cannot be read.`);
  if (manifest.postgres !== ourPostgres)
    throw new NotRestored(
      `The backup is of PostgreSQL ${manifest.postgres}, and this version brings ${ourPostgres}. Restore it with the version that made it.`,
    );
  if (!["", ...migrationNames()].includes(manifest.lastMigration))
    throw new NotRestored("A newer version made this backup. Update the product first.");
  const there = await filesIn(backup);
  const names = new Set([...Object.keys(there), ...Object.keys(manifest.files)]);
  const wrong = [...names].find((name) => there[name]?.sha256 !== manifest.files[name]?.sha256);
  if (wrong !== undefined)
    throw new NotRestored(`The backup is damaged: ${wrong} is not as it was saved. Take another one.`);
}

/**
 * Has the next start end on a new timeline, by which the product sees that it was restored: positions of events then go on
 * behind those that were given after the backup.
 */
function beginTimeline(cluster: string): void {
  writeFileSync(path.join(cluster, "recovery.signal"), "");
  // Everything that is needed is there already, so nothing is fetched, and nobody reads before it is in order.
  appendFileSync(
    path.join(cluster, "postgresql.auto.conf"),
    "restore_command = 'false'\nhot_standby = 'off'\n",
  );
}

/** Gives everything to the user who runs the server, who alone may read it. */
function own(cluster: string, user: SystemUser | undefined): void {
  give(user, cluster);
  chmodSync(cluster, 0o700);
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    give(user, file);
    chmodSync(file, entry.isDirectory() ? 0o700 : 0o600);
  }
}

/** Moves what is there out of the way, with the passwords that it needs. */
function setAside({ cluster, passwordFiles }: Location, now: Date): string {
  const kept = path.join(path.dirname(cluster), `replaced-${now.toISOString().replaceAll(":", "-")}`);
  mkdirSync(kept, { mode: 0o700 });
  renameSync(cluster, path.join(kept, clusterFolder));
  for (const file of Object.values(passwordFiles)) {
    if (existsSync(file)) copyFileSync(file, path.join(kept, path.basename(file)));
  }
  rmSync(path.join(kept, clusterFolder, "postmaster.pid"), { force: true });
  return kept;
}
