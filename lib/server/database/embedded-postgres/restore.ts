import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import { migrationNames } from "../migrations";
import { syncEntry, syncFolder } from "./durable";
import { type Location, locate } from "./location";
import { isAlive, recordedServer } from "./lock-file";
import { clusterFolder, filesIn, readManifest } from "./manifest";
import { passwordsWithin } from "./replacement";
import { give, type SystemUser, serverUser } from "./system-user";

/** Says why a backup was not restored, and what to do. Nothing has changed then. */
export class NotRestored extends Error {
  override name = "NotRestored";
}

/** Names the major version of the PostgreSQL that comes with the product. */
const ourPostgres = "18";

const stopFirst = "The product is running on this data. Stop it, and then restore the backup.";

/**
 * Puts a backup in the place of a data folder's database. An existing database is kept in a folder beside it, and only
 * `replace` allows that. Returns that folder, or null. See docs/operations.md, "Backup and restore". @throws NotRestored
 */
export async function restore(
  dataDir: string,
  backup: string,
  { replace, now }: { replace: boolean; now: Date },
): Promise<string | null> {
  await requireWhole(backup);
  const user = serverUser();
  const location = locate(dataDir, user);
  if (recordedServer(location.cluster)) throw new NotRestored(stopFirst);
  requireFree(location, replace);
  const draft = await copyOf(backup, location, user);
  try {
    return await putInPlace(draft, location, { replace, now });
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function requireFree({ dataDir, cluster }: Location, replace: boolean): void {
  if (replace || !existsSync(cluster)) return;
  throw new NotRestored(
    `There is a database in ${dataDir}. Restore into another DATA_DIR, or add --replace yes to replace this one.`,
  );
}

async function requireWhole(backup: string): Promise<void> {
  const manifest = readManifest(backup);
  if (!manifest)
    throw new NotRestored(`${backup} is not a backup: its manifest.json is missing or cannot be read.`);
  if (manifest.postgres !== ourPostgres)
    throw new NotRestored(
      `This backup is from PostgreSQL ${manifest.postgres}, and this version of the product has PostgreSQL ${ourPostgres}. Restore it with the version that made it.`,
    );
  if (!["", ...migrationNames()].includes(manifest.lastMigration))
    throw new NotRestored("A newer version of the product made this backup. Update the product first.");
  const there = await filesIn(backup);
  const names = new Set([...Object.keys(there), ...Object.keys(manifest.files)]);
  const wrong = [...names].find((name) => there[name]?.sha256 !== manifest.files[name]?.sha256);
  if (wrong !== undefined)
    throw new NotRestored(
      `The backup is damaged: ${wrong} has changed since it was saved. Use another backup.`,
    );
}

/** Copies a backup next to its future place, as the server expects to find it. Returns when the disk has it. */
async function copyOf(backup: string, location: Location, user: SystemUser | undefined): Promise<string> {
  removeAbandoned(location);
  const draft = `${location.cluster}.restoring-${process.pid}`;
  try {
    await cp(path.join(backup, clusterFolder), draft, { recursive: true });
    const passwords = passwordsWithin(draft);
    mkdirSync(passwords);
    for (const file of Object.values(location.passwordFiles)) {
      copyFileSync(path.join(backup, path.basename(file)), path.join(passwords, path.basename(file)));
    }
    // By this file the server begins a new timeline, which tells the product that it was restored. The positions of new
    // events then follow those that were given after the backup.
    writeFileSync(path.join(draft, "recovery.signal"), "");
    giveAll(draft, user);
    await syncFolder(draft);
    return draft;
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Removes what restores left when they were cut off. */
function removeAbandoned(location: Location): void {
  const folder = path.dirname(location.cluster);
  const draft = new RegExp(`^${path.basename(location.cluster)}\\.restoring-(\\d+)$`);
  for (const name of readdirSync(folder)) {
    const pid = Number(draft.exec(name)?.[1]);
    if (pid && (pid === process.pid || !isAlive(pid))) rmSync(path.join(folder, name), { recursive: true });
  }
}

/** Gives every file to the user that runs the server, and lets nobody else read it. */
function giveAll(cluster: string, user: SystemUser | undefined): void {
  give(user, cluster);
  chmodSync(cluster, 0o700);
  for (const entry of readdirSync(cluster, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    give(user, file);
    chmodSync(file, entry.isDirectory() ? 0o700 : 0o600);
  }
}

/**
 * Moves the existing cluster away and the new one in. A server can start at any moment meanwhile. One that began before the
 * move is found by its lock file, and everything goes back. While no cluster is in place, the replacement keeps a start from making one.
 */
async function putInPlace(
  draft: string,
  location: Location,
  { replace, now }: { replace: boolean; now: Date },
): Promise<string | null> {
  const { cluster, replacement } = location;
  // A product that was started meanwhile may have begun anew.
  requireFree(location, replace);
  // An interrupted restore may have left one. It stays until now, so that no start makes a new cluster while we copy.
  rmSync(replacement, { recursive: true, force: true });
  renameSync(draft, replacement);
  const kept = existsSync(cluster) ? setAside(location, now) : null;
  try {
    renameSync(replacement, cluster);
  } catch (error) {
    if (kept && !existsSync(cluster)) renameSync(path.join(kept, clusterFolder), cluster);
    rmSync(replacement, { recursive: true, force: true });
    throw existsSync(cluster) && !kept ? new NotRestored(stopFirst) : error;
  }
  await syncEntry(cluster);
  return kept;
}

/** Moves the existing cluster away, with the passwords that it needs. @throws NotRestored if it is running */
function setAside(location: Location, now: Date): string {
  const { cluster, passwordFiles } = location;
  const kept = path.join(path.dirname(cluster), `replaced-${now.toISOString().replaceAll(":", "-")}`);
  mkdirSync(kept, { mode: 0o700 });
  for (const file of Object.values(passwordFiles)) {
    if (existsSync(file)) copyFileSync(file, path.join(kept, path.basename(file)));
  }
  const away = path.join(kept, clusterFolder);
  renameSync(cluster, away);
  if (!recordedServer(cluster, away)) return kept;
  renameSync(away, cluster);
  rmSync(kept, { recursive: true });
  rmSync(location.replacement, { recursive: true });
  throw new NotRestored(stopFirst);
}
