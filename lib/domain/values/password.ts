/** A password has this many characters. */
export const passwordLength = { min: 12, max: 200 } as const;
