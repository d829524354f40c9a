import { defineConfig } from "vitest/config";
import { noSettings } from "./scripts/test/no-settings.mjs";
import { SlowFirst } from "./scripts/test/slow-first.mjs";

const root = import.meta.dirname;
const strict = "lib/server/testing/strict.ts";

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Throws outside of React's server condition; tests are the server.
      "server-only": `${root}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    env: { ...noSettings, LOG_LEVEL: "silent" },
    // Half of a database test is waiting for the database.
    maxWorkers: "150%",
    sequence: { sequencer: SlowFirst },
    // A bound for what hangs, which no busy machine reaches: nothing is tested by how long it takes.
    testTimeout: 1_800_000,
    hookTimeout: 1_800_000,
    expect: { poll: { timeout: 600_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["{app,components,lib,prisma,scripts}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.{db,image}.test.ts"],
          setupFiles: [strict],
        },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["{app,components,lib,prisma,scripts}/**/*.db.test.ts"],
          globalSetup: [
            "lib/server/testing/processes/database-server.ts",
            "lib/server/testing/processes/programs.ts",
          ],
          setupFiles: [strict, "lib/server/testing/database.ts"],
        },
      },
      {
        // It builds the product, so it runs by `npm run test:container` alone.
        extends: true,
        test: {
          name: "container",
          include: ["scripts/container/*.image.test.ts"],
          setupFiles: [strict],
        },
      },
    ],
  },
});
