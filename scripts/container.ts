// `npm run container -- --to FOLDER` builds the product and copies what the container image runs into a new folder. The Dockerfile
// takes the image's files from there.

import { readOptions } from "./command-line/options";
import { fail } from "./command-line/task";
import { collect } from "./container/collect";
import { buildIfStale, generateClient } from "./start/prepare";

try {
  const { to } = readOptions("Usage: npm run container -- --to FOLDER", ["to"]);
  await generateClient();
  await buildIfStale();
  await collect(to);
} catch (error) {
  fail(error);
}
