import { readFileSync, writeFileSync } from "node:fs";
import { licencesPage, lockedPackages } from "./supply-chain/lockfile";

/** `npm run licences` writes what the product is made of, and under which licences, into docs/licences.md. */
writeFileSync("docs/licences.md", licencesPage(lockedPackages(readFileSync("package-lock.json", "utf8"))));
