// `npm start` and `npm run dev` take a fresh clone to a running product. Only Node's own modules may be imported up
// here, since nothing else is installed yet.
import { fileURLToPath } from "node:url";
import "./start/require-node.mjs";
import { installDependencies } from "./start/install.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installDependencies({ dev: false });

// If npm is killed hard, it leaves us behind.
if (process.env.npm_lifecycle_event) await import("./start/end-with-parent.mjs");

const { register } = await import("tsx/esm/api");
register();
await import("./start/launch.ts");
