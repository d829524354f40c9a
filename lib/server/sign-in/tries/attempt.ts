import "server-only";
import { addressLimit, type Locked } from "@/lib/domain/sign-in/lockout";
import { ok, type Result, refuse } from "@/lib/domain/values/result";
import { countedAddress, keyOf } from "../session/client-address";
import { countLimited, countTryOf, takeBackLimited, takeBackTryOf } from "./rate-limit";
import { countTry, forgetTries } from "./tries";

/** Says what this try locks if it fails, and for how long. */
export type Lock = { locked: Locked; minutes: number };

type Attempt = {
  locks: Lock[];
  /** Takes back what this try counted after it succeeded, and nothing of other people or addresses. */
  forgive: () => Promise<void>;
};

type TooMany = { reason: "too_many"; retryAfterSeconds: number };

/**
 * Counts a try before it is checked: of the address first, then of the email at that address. The tries of a known device
 * count apart from all others, so that nobody else can lock it out. See docs/domain.md, section 7, "Lockouts".
 */
export async function countAttempt(
  { now, address }: { now: Date; address: string },
  email: string,
  known: { id: string; device: string } | null,
): Promise<Result<Attempt, TooMany>> {
  if (known) return countOf("device", keyOf("device", known.id, known.device), now);

  const counted = countedAddress(address);
  const { waitSeconds, last } = await countTryOf(counted);
  if (waitSeconds > 0) return refuse({ reason: "too_many", retryAfterSeconds: waitSeconds });

  const ofPerson = await countOf("person", keyOf("person", email, counted), now);
  if (!ofPerson.ok) {
    // Colleagues do not pay for someone who keeps trying while locked out.
    await takeBackTryOf(counted);
    return ofPerson;
  }
  const { locks, forgive } = ofPerson.value;
  return ok({
    locks: last ? [...locks, { locked: "address", minutes: addressLimit.minutes }] : locks,
    forgive: async () => {
      await Promise.all([forgive(), takeBackTryOf(counted)]);
    },
  });
}

/**
 * Counts a try of a second factor before it is checked. The tries of a known device count apart; all others of the person count
 * together as well, since they all come from somebody who has the password. See docs/domain.md, section 7, "Second factor".
 */
export async function countFactorAttempt(
  { now, address }: { now: Date; address: string },
  personId: string,
  device: string | null,
): Promise<Result<Attempt, TooMany>> {
  if (device) return countOf("device", keyOf("second factor", personId, device), now);
  const waitSeconds = await countLimited("second_factor", personId);
  if (waitSeconds > 0) return refuse({ reason: "too_many", retryAfterSeconds: waitSeconds });
  const counted = await countOf("person", keyOf("second factor", personId, countedAddress(address)), now);
  if (!counted.ok) {
    await takeBackLimited("second_factor", personId);
    return counted;
  }
  const { locks, forgive } = counted.value;
  return ok({
    locks,
    forgive: async () => {
      await Promise.all([forgive(), takeBackLimited("second_factor", personId)]);
    },
  });
}

async function countOf(
  locked: "person" | "device",
  key: string,
  now: Date,
): Promise<Result<Attempt, TooMany>> {
  const counted = await countTry(key, now);
  if (!counted.counts) {
    const seconds = Math.ceil((counted.openAt.getTime() - now.getTime()) / 1000);
    return refuse({ reason: "too_many", retryAfterSeconds: Math.max(1, seconds) });
  }
  const { waitMinutes: minutes } = counted;
  return ok({ locks: minutes > 0 ? [{ locked, minutes }] : [], forgive: () => forgetTries(key) });
}
