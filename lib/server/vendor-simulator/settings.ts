import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";

/**
 * Holds the port of the demo's vendor simulator and the secret that signs its calls. They are kept beside the demo's
 * data.
 */
type SimulatorSettings = { port: number; secret: string };

const fileIn = (dataDir: string) => path.join(dataDir, "vendor-simulator.json");

/** Creates settings for a new demo, with a port that is free now. */
export async function makeSimulatorSettings(dataDir: string): Promise<SimulatorSettings> {
  const settings = { port: await freePort(), secret: randomBytes(32).toString("base64url") };
  writeFileSync(fileIn(dataDir), JSON.stringify(settings), { mode: 0o600 });
  return settings;
}

/** Returns the settings, or null for a demo that was made without a simulator. */
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
