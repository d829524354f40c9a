// The Prisma client and the types of the routes are generated and not kept.

import { fail } from "./command-line/task";
import { generateClient, run } from "./start/prepare";

try {
  await generateClient();
  await run(["node_modules/next/dist/bin/next", "typegen"]);
} catch (error) {
  fail(error);
}
