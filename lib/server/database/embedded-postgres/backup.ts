import { createHash } from "node:crypto";
import { createReadStream, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { database, type Location, locate, roles } from "./location";
import { recordedServer } from "./lock-file";
import { serverUser } from "./system-user";

/** Describes a backup: what made it, and the length and SHA-256 of each of its files by its path. */
export interface Manifest {
  madeAt: string;
  /** Is the major version of PostgreSQL, whose files only the same one reads. */
  postgres: string;
  /** Is empty before the first one. */
  lastMigration: string;
  files: Record<string, { bytes: number; sha256: string }>;
}

export const manifestFile = "manifest.json";
/** Holds PostgreSQL's own files within a backup. The passwords of its roles stand beside it. */
export const clusterFolder = "postgres";

/** Names folders whose content PostgreSQL makes anew. The log of changes is copied after everything else. */
const emptied = /^(pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans))$/;
const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|backup_label|tablespace_map|pgsql_tmp[^/]*|pg_internal\.init)$/;
/** Tells how far everything else goes, so that it is copied last. */
const control = path.join("global", "pg_control");

/**
 * Copies the running database of a data folder into a new folder, by PostgreSQL's low-level backup: what changes while it is
 * copied is brought in order by the changes that PostgreSQL logged meanwhile. See docs/operations.md, "Backup and restore".
 */
export async function backUp(dataDir: string, target: string, now: Date): Promise<Manifest> {
  const location = locate(dataDir, serverUser());
  mkdirSync(path.join(target, clusterFolder), { recursive: true, mode: 0o700 });
  const superuser = await connectAsSuperuser(location);
  let lastMigration: string;
  try {
    lastMigration = await lastMigrationOf(superuser);
    // The slot keeps the log of changes from its beginning, and goes with this connection.
    await superuser.query("SELECT pg_create_physical_replication_slot($1, true, true)", [
      `backup_${process.pid}_${now.getTime()}`,
    ]);
    const { rows } = await superuser.query(
      "SELECT pg_walfile_name(pg_backup_start('Order Desk', fast => true)) AS first",
    );
    const [cluster, copy] = [location.cluster, path.join(target, clusterFolder)];
    await copyFolder(cluster, copy);
    await copyFile(path.join(cluster, control), path.join(copy, control));
    const stopped = await superuser.query(
      "SELECT labelfile AS label, pg_walfile_name(lsn) AS last FROM pg_backup_stop(wait_for_archive => false)",
    );
    const { label, last } = stopped.rows[0];
    writeFileSync(path.join(copy, "backup_label"), label, { mode: 0o600 });
    for (const segment of readdirSync(path.join(cluster, "pg_wal"))) {
      if (!/^[0-9A-F]{24}$/.test(segment) || segment < rows[0].first || segment > last) continue;
      await copyFile(path.join(cluster, "pg_wal", segment), path.join(copy, "pg_wal", segment));
    }
  } finally {
    await superuser.end();
  }
  for (const file of Object.values(location.passwordFiles)) {
    await copyFile(file, path.join(target, path.basename(file)));
  }
  const manifest = {
    madeAt: now.toISOString(),
    postgres: readFileSync(path.join(location.cluster, "PG_VERSION"), "utf8").trim(),
    lastMigration,
    files: await filesIn(target),
  };
  writeFileSync(path.join(target, manifestFile), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600 });
  return manifest;
}

async function connectAsSuperuser({ cluster, passwordFiles }: Location): Promise<pg.Client> {
  const port = recordedServer(cluster)?.port;
  if (port === undefined) throw new Error("The database must run while it is copied.");
  const password = readFileSync(passwordFiles.superuser, "utf8").trim();
  const login = { host: "127.0.0.1", port, user: roles.superuser, password };
  const client = new pg.Client({ ...login, database });
  await client.connect();
  return client;
}

/** Returns the name of the database's last migration, which is empty before the first. */
async function lastMigrationOf(client: pg.Client): Promise<string> {
  const { rows } = await client.query(
    "SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS migrated",
  );
  if (!rows[0].migrated) return "";
  const { rows: last } = await client.query("SELECT max(migration_name) AS name FROM _prisma_migrations");
  return last[0].name ?? "";
}

async function copyFolder(from: string, to: string, within = ""): Promise<void> {
  for (const entry of await readdir(path.join(from, within), { withFileTypes: true })) {
    const name = path.join(within, entry.name);
    if (leftOut.test(name) || name === control) continue;
    if (entry.isDirectory()) {
      await mkdir(path.join(to, name), { recursive: true, mode: 0o700 });
      if (!emptied.test(name)) await copyFolder(from, to, name);
    } else {
      // A file of something that is dropped meanwhile may be gone. The log of changes has that, too.
      await copyFile(path.join(from, name), path.join(to, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
    }
  }
}

/** Returns the length and SHA-256 of every file of a backup but its manifest. */
export async function filesIn(backup: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = {};
  for (const entry of readdirSync(backup, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(backup, file);
    if (!entry.isFile() || name === manifestFile) continue;
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of createReadStream(file)) {
      bytes += piece.length;
      hash.update(piece);
    }
    files[name] = { bytes, sha256: hash.digest("hex") };
  }
  return files;
}

/** Returns a folder's manifest, or null if it is no backup. */
export function readManifest(backup: string): Manifest | null {
  try {
    return JSON.parse(readFileSync(path.join(backup, manifestFile), "utf8"));
  } catch {
    return null;
  }
}
