import { execFileSync } from "node:child_process";
import { chownSync } from "node:fs";

/**
 * Describes the user that runs the database server, because PostgreSQL refuses to run as root. Is undefined if our own user
 * runs it.
 */
export interface SystemUser {
  uid: number;
  gid: number;
}

function find(name: string): SystemUser | undefined {
  try {
    const id = (flag: string) =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: "pipe" }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function create(name: string): SystemUser | undefined {
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/bin/false", name], {
      stdio: "pipe",
    });
  } catch {
    return undefined;
  }
  return find(name);
}

export function serverUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const user = find("postgres") ?? create("postgres") ?? find("nobody");
  if (user && user.uid !== 0) return user;
  throw new Error(
    "PostgreSQL does not run as root: create a user named postgres, or start as an ordinary user.",
  );
}

/** Tells whether that user can enter this folder and all its parents. */
export function canEnter(user: SystemUser | undefined, directory: string): boolean {
  if (!user) return true;
  try {
    execFileSync("/bin/sh", ["-c", 'test -x "$1"', "sh", directory], {
      ...user,
      cwd: "/",
      stdio: "ignore",
    });
    return true;
  } catch {
    return false;
  }
}

export function give(user: SystemUser | undefined, file: string): void {
  if (user) chownSync(file, user.uid, user.gid);
}
