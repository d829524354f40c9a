// `npm run build`: the production build, made anew only if the sources changed.
import { buildIfStale, generateClient } from "./prepare";
import { fail } from "./task";

try {
  await generateClient();
  await buildIfStale();
} catch (error) {
  fail(error);
}
