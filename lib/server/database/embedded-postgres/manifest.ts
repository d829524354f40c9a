import { createHash } from "node:crypto";
import { createReadStream, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const manifest = z.object({
  madeAt: z.iso.datetime(),
  /** Names the major version of PostgreSQL. No other one can read the files. */
  postgres: z.string(),
  /** Names the last migration. It is empty before the first one. */
  lastMigration: z.string(),
  /** Gives the length and the SHA-256 of each file by its path. */
  files: z.record(z.string(), z.object({ bytes: z.int(), sha256: z.string() })),
});

/** Describes a backup, so that restoring can tell whether it is complete and fits this version of the product. */
export type Manifest = z.infer<typeof manifest>;

export const manifestFile = "manifest.json";
/** Names the folder within a backup that holds PostgreSQL's own files. The passwords of its roles are beside it. */
export const clusterFolder = "postgres";

/** Returns a backup's manifest, or null if the folder has none that can be read. */
export function readManifest(backup: string): Manifest | null {
  try {
    return manifest.parse(JSON.parse(readFileSync(path.join(backup, manifestFile), "utf8")));
  } catch {
    return null;
  }
}

export function writeManifest(backup: string, content: Manifest): void {
  writeFileSync(path.join(backup, manifestFile), `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
}

/**
 * Returns the length and the SHA-256 of every file of a backup except its manifest. A link has neither, so that one which somebody
 * put there makes the backup a damaged one.
 */
export async function filesIn(backup: string): Promise<Manifest["files"]> {
  const files: Manifest["files"] = {};
  for (const entry of readdirSync(backup, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const name = path.relative(backup, file);
    if (entry.isDirectory() || name === manifestFile) continue;
    if (!entry.isFile()) {
      files[name] = { bytes: 0, sha256: "" };
      continue;
    }
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
