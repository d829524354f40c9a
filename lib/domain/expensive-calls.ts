/** Says how often one session may ask for what takes the server long, in a minute: docs/domain.md, section 7, "Requests". */
export const expensiveCalls = {
  /** Covers lists and reports as files. */
  export: 10,
  pdf: 30,
  /** Covers the search over everything and the pickers, which ask while somebody types. */
  search: 240,
  import: 10,
} as const;

export type ExpensiveCall = keyof typeof expensiveCalls;
