import { open, readdir } from "node:fs/promises";
import path from "node:path";

/** Returns when the disk has everything in this folder, so that a power failure cannot take it away. */
export async function syncFolder(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.isFile() || entry.isDirectory()) await sync(path.join(entry.parentPath, entry.name));
  }
  await syncEntry(folder);
}

/** Returns when the disk has a file or folder, and its name in the folder above it. */
export async function syncEntry(name: string): Promise<void> {
  await sync(name);
  await sync(path.dirname(name));
}

async function sync(name: string): Promise<void> {
  const handle = await open(name, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
