/** Says how often a person can try to sign in: docs/domain.md, section 7, "Lockouts". */

/** Holds the failed tries of one person from one address, or from one known device, after which we wait. */
export const lockout = {
  /** Is the failed try after which the first wait begins. */
  freeTries: 5,
  firstMinutes: 1,
  /** Bounds the wait, which doubles with each further failed try. */
  longestMinutes: 60,
  /** Starts the count again when nobody has tried for so long. */
  forgottenHours: 24,
} as const;

/** Holds the failed tries of one address for all people together, within a time that begins with the first of them. */
export const addressLimit = { tries: 100, minutes: 15 } as const;

/** Says at most once in this time by email that sign-in was locked, however many addresses somebody tries from. */
export const lockoutMailHours = 1;

/** Says how long a browser stays known after a sign-in. */
export const knownDeviceDays = 180;

/** Says what is locked: one person at one address, one known device of theirs, or everyone at one address. */
export type Locked = "person" | "device" | "address";

export const lockedLabels: Record<Locked, string> = {
  person: "this person at this address",
  device: "a known device of this person",
  address: "everyone at this address",
};
