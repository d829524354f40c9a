import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

/** Where the demo's simulator of vendors listens and what signs its calls; kept beside the demo's data. */
type SimulatorSettings = { port: number; secret: string };

const fileIn = (dataDir: string) => path.join(dataDir, "vendor-simulator.json");

/** New settings for a new demo, with a port that is free now. */
export async function makeSimulatorSettings(dataDir: string): Promise<SimulatorSettings> {
  const settings = { port: await freePort(), secret: randomBytes(32).toString("base64url") };
  writeFileSync(fileIn(dataDir), JSON.stringify(settings), { mode: 0o600 });
  return settings;
}

/** Nothing in a folder whose demo was made without a simulator. */
export function simulatorSettings(dataDir: string): SimulatorSettings | null {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), "utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(address)));
    });
  });
}
