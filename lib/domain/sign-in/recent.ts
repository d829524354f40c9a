/** A person without a password changes how they sign in only this many minutes after they have signed in. */
export const recentMinutes = 15;
