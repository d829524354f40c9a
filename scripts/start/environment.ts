import type { Config } from "../../lib/server/kernel/config";
import { secretsKeyOf } from "./secrets-key";

/** Returns the checked settings that web and worker read. */
export function environment(config: Config): Record<string, string> {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(config.port),
    HOSTNAME: config.host,
    TRUSTED_PROXIES: String(config.trustedProxies),
    DATA_DIR: config.dataDir,
    // Web and worker never learn how the owner signs in, also not from a settings file that Next.js reads.
    DATABASE_OWNER_URL: "",
    SECRETS_KEY: secretsKeyOf(config),
    NEXTAUTH_URL: config.publicUrl,
  };
}
