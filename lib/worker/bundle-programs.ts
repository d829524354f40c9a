import path from "node:path";
import { build, stop } from "esbuild";

/** They read files of their own when they run, or are no JavaScript, and stay in node_modules. */
const external = ["@node-rs/argon2", "fontkit", "graphile-worker", "pdfkit", "pino", "subset-font"];

/**
 * Writes programs that plain Node.js starts, by their name, into a folder beside or below node_modules. Compiled and
 * found anew at each start, a program's hundreds of modules would take three times as long.
 */
export async function bundlePrograms(programs: Record<string, string>, folder: string): Promise<void> {
  await build({
    entryPoints: programs,
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    conditions: ["react-server"],
    external,
    // Packages of the older kind ask for Node's own modules with it.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: "warning",
  });
  await stop();
}

/** The file that starts the program of this name. */
export const programFile = (folder: string, name: string) => path.resolve(folder, `${name}.mjs`);
