// `npm run build` makes the production build, and only if the sources changed.

import { fail } from "./command-line/task";
import { buildIfStale, generateClient } from "./start/prepare";

try {
  await generateClient();
  await buildIfStale();
} catch (error) {
  fail(error);
}
