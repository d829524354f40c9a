import path from "node:path";
import { build, stop } from "esbuild";

/** Lists packages that stay in node_modules, because they read their own files at run time or are not JavaScript. */
const external = ["@node-rs/argon2", "fontkit", "graphile-worker", "pdfkit", "pino", "subset-font"];

/**
 * Writes programs by their name, for plain Node.js, into a folder next to or below node_modules. Without bundling, each start
 * would compile and find hundreds of modules and take three times as long.
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
    // Older packages load Node's own modules with `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: "warning",
  });
  await stop();
}

/** Returns the file that starts the program of this name. */
export const programFile = (folder: string, name: string) => path.resolve(folder, `${name}.mjs`);
