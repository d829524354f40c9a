import { mkdirSync } from "node:fs";
import path from "node:path";
import { keptSecret } from "../../lib/server/database/private-file";
import type { Config } from "../../lib/server/kernel/config";

/** Returns SECRETS_KEY as it is set, or else the key in DATA_DIR, which is made the first time. */
export function secretsKeyOf({ secretsKeys, dataDir }: Config): string {
  if (secretsKeys.length > 0) return secretsKeys.join(",");
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  return keptSecret(path.join(dataDir, "secrets-key")).split(/\s+/).join(",");
}
