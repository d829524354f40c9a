// `npm run build` makes the production build, and only if the sources changed.
import { buildIfStale, generateClient } from "./prepare";
import { fail } from "./task";

try {
  await generateClient();
  await buildIfStale();
} catch (error) {
  fail(error);
}
