// The Prisma client and the types of the routes are generated and not kept.
import { generateClient, run } from "./prepare";
import { fail } from "./task";

try {
  await generateClient();
  await run(["node_modules/next/dist/bin/next", "typegen"]);
} catch (error) {
  fail(error);
}
