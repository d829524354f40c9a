/** Lists what can be imported, in the order in which a company moves in: docs/domain.md, section 11. */
export const importSubjects = ["accounts", "products", "orders", "balances"] as const;
export type ImportSubject = (typeof importSubjects)[number];
