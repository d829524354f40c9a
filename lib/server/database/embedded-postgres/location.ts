import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { sharedHome } from "./binaries";
import { canEnter, type SystemUser } from "./system-user";

/**
 * Names the roles of the server: the superuser, whom nothing but the set-up uses, the owner of the tables, who migrates, and
 * the application, which is web and worker. See docs/domain.md, section 7, "Walls in the database".
 */
export const roles = { superuser: "postgres", owner: "order_desk", application: "order_desk_app" } as const;

/** Names the database of the product on its server. */
export const database = "order_desk";

/** Describes the files of one embedded server. All but the cluster belong to the user who starts the product. */
export interface Location {
  dataDir: string;
  /** Names PostgreSQL's own data folder. */
  cluster: string;
  /** Names the folder of a restored cluster that is complete and about to take the place of the existing one. */
  replacement: string;
  /** Names the files that keep the password of each role. */
  passwordFiles: Record<keyof typeof roles, string>;
  portFile: string;
  logFile: string;
}

/**
 * Finds or makes the data folder, which is DATA_DIR/postgres. If the database user cannot enter DATA_DIR, such as root's clone
 * in a private folder, it is elsewhere and DATA_DIR keeps a pointer to it.
 */
export function locate(wanted: string, user: SystemUser | undefined): Location {
  mkdirSync(wanted, { recursive: true, mode: user ? 0o711 : 0o700 });
  const dataDir = realpathSync(wanted);
  if (user && !canEnter(user, dataDir)) chmodSync(dataDir, statSync(dataDir).mode | 0o001);
  const cluster = path.join(clusterParent(dataDir, user), "postgres");
  return {
    dataDir,
    cluster,
    replacement: `${cluster}.replacement`,
    passwordFiles: {
      superuser: path.join(dataDir, "postgres-password"),
      owner: path.join(dataDir, "postgres-owner-password"),
      application: path.join(dataDir, "postgres-application-password"),
    },
    portFile: path.join(dataDir, "postgres-port"),
    logFile: path.join(dataDir, "postgres.log"),
  };
}

const pointerFile = (dataDir: string) => path.join(dataDir, "postgres-location");
const ownerFile = (parent: string) => path.join(parent, "belongs-to");

function clusterParent(dataDir: string, user: SystemUser | undefined): string {
  const pointer = pointerFile(dataDir);
  if (existsSync(pointer)) return claim(readFileSync(pointer, "utf8").trim(), dataDir);
  if (canEnter(user, dataDir)) return dataDir;

  const parent = path.join(sharedHome, createHash("sha256").update(dataDir).digest("hex").slice(0, 16));
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  writeFileSync(ownerFile(parent), `${dataDir}\n`);
  writeFileSync(pointer, `${parent}\n`);
  return parent;
}

/** Takes the data along with a moved DATA_DIR. Prevents a copied DATA_DIR from writing into the original's data. */
function claim(parent: string, dataDir: string): string {
  mkdirSync(parent, { recursive: true, mode: 0o711 });
  const owner = existsSync(ownerFile(parent)) ? readFileSync(ownerFile(parent), "utf8").trim() : dataDir;
  if (owner !== dataDir && existsSync(pointerFile(owner))) {
    throw new Error(
      `${dataDir} is a copy of ${owner} and points to its database; delete ${pointerFile(dataDir)} to begin anew.`,
    );
  }
  writeFileSync(ownerFile(parent), `${dataDir}\n`);
  return parent;
}

/** Deletes the database for good. The server must have been stopped. */
export function removeData(location: Location): void {
  const parent = path.dirname(location.cluster);
  for (const folder of [location.cluster, location.replacement])
    rmSync(folder, { recursive: true, force: true });
  if (parent !== location.dataDir) rmSync(parent, { recursive: true, force: true });
  for (const file of [
    ...Object.values(location.passwordFiles),
    location.portFile,
    location.logFile,
    pointerFile(location.dataDir),
  ]) {
    rmSync(file, { force: true });
  }
}
