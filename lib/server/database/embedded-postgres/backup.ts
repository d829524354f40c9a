import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { syncFolder } from "./durable";
import { database, type Location, locate, roles } from "./location";
import { recordedServer } from "./lock-file";
import { clusterFolder, filesIn, type Manifest, writeManifest } from "./manifest";
import { serverUser } from "./system-user";

/** Matches folders that a backup has without their content, because PostgreSQL fills them when it starts. */
const emptied = /^(pg_(wal|replslot|dynshmem|notify|serial|snapshots|stat_tmp|subtrans))$/;
const leftOut =
  /(^|\/)(postmaster\.(pid|opts)|backup_label|tablespace_map|pgsql_tmp[^/]*|pg_internal\.init|order-desk-passwords)$/;
/** Names the file that says how far all others go. It is copied after them. */
const control = path.join("global", "pg_control");

/**
 * Copies the running database of a data folder into a new folder by PostgreSQL's low-level backup. Files change while we copy
 * them, so the copy also takes the log of these changes, and the restored server applies it. Returns when the disk has the
 * whole backup, and removes a backup that fails. See docs/operations.md, "Backup and restore".
 */
export async function backUp(dataDir: string, target: string, now: Date): Promise<Manifest> {
  const location = locate(dataDir, serverUser());
  mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
  mkdirSync(target, { mode: 0o700 });
  try {
    mkdirSync(path.join(target, clusterFolder), { mode: 0o700 });
    const lastMigration = await copyCluster(location, path.join(target, clusterFolder), now);
    for (const file of Object.values(location.passwordFiles)) {
      await copyFile(file, path.join(target, path.basename(file)));
    }
    const postgres = readFileSync(path.join(location.cluster, "PG_VERSION"), "utf8").trim();
    const manifest = { madeAt: now.toISOString(), postgres, lastMigration, files: await filesIn(target) };
    writeManifest(target, manifest);
    await syncFolder(target);
    return manifest;
  } catch (error) {
    rmSync(target, { recursive: true, force: true });
    throw error;
  }
}

/** Copies the server's files while it runs. Returns the name of the last migration, or an empty text before the first. */
async function copyCluster(location: Location, copy: string, now: Date): Promise<string> {
  const { cluster } = location;
  const superuser = await connectAsSuperuser(location);
  try {
    const lastMigration = await lastMigrationOf(superuser);
    // The slot keeps PostgreSQL from deleting the log that we still have to copy. It ends with this connection.
    await superuser.query("SELECT pg_create_physical_replication_slot($1, true, true)", [
      `backup_${process.pid}_${now.getTime()}`,
    ]);
    const { rows } = await superuser.query(
      "SELECT pg_walfile_name(pg_backup_start('Order Desk', fast => true)) AS first",
    );
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
    return lastMigration;
  } finally {
    await superuser.end();
  }
}

async function connectAsSuperuser({ cluster, passwordFiles }: Location): Promise<pg.Client> {
  const port = recordedServer(cluster)?.port;
  if (port === undefined) throw new Error("The database must be running while it is copied.");
  const password = readFileSync(passwordFiles.superuser, "utf8").trim();
  const login = { host: "127.0.0.1", port, user: roles.superuser, password };
  const client = new pg.Client({ ...login, database });
  await client.connect();
  return client;
}

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
      // PostgreSQL may delete a file before we come to it. The log has that change, too.
      await copyFile(path.join(from, name), path.join(to, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error;
      });
    }
  }
}
