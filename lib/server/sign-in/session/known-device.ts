import "server-only";
import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { knownDeviceDays } from "@/lib/domain/sign-in/lockout";
import { isSecure, sessionCookieOptions, sessionSecret } from "./session-token";

/** Names whose device it is. The password is part of the signature, so that a new one ends every known device. */
type Owner = { id: string; passwordHash: string | null };

/** Reads a cookie by its name. */
export type CookieOf = (name: string) => string | undefined;

const knownDeviceSeconds = knownDeviceDays * 24 * 60 * 60;

/** Names the cookie of one person, since people who share a browser are each known in it. */
function cookieName({ id }: Owner): string {
  const person = createHash("sha256").update(id).digest("hex").slice(0, 12);
  return `${isSecure() ? "__Secure-" : ""}order-desk.device-${person}`;
}

/** Holds the cookie by which a device is known. */
export type DeviceCookie = { name: string; value: string };

/** Says how a device became known: by the password alone, or by more. */
type How = "password" | "factor";

/** Returns the cookie of a device that is known from now on, or is known for longer. */
export function deviceCookie(owner: Owner, now: Date, known: string | null, how: How): DeviceCookie {
  const device = known ?? randomBytes(16).toString("base64url");
  const until = String(Math.floor(now.getTime() / 1000) + knownDeviceSeconds);
  const signed = signature(owner, device, until, how);
  return { name: cookieName(owner), value: [device, until, signed].join(".") };
}

/**
 * Returns the id of the device that a cookie among those of a request names, or null if it is not a known one of the person.
 * With `by`, only a device counts that became known by more than the password.
 */
export function knownDevice(owner: Owner, cookieOf: CookieOf, now: Date, by?: "factor"): string | null {
  const [device = "", until = "", signed = ""] = cookieOf(cookieName(owner))?.split(".") ?? [];
  const given = Buffer.from(signed);
  const isBy = (how: How) => {
    const expected = Buffer.from(signature(owner, device, until, how));
    return given.length === expected.length && timingSafeEqual(given, expected);
  };
  if (!isBy("factor") && (by === "factor" || !isBy("password"))) return null;
  return Number(until) * 1000 > now.getTime() ? device : null;
}

function signature({ id, passwordHash }: Owner, device: string, until: string, how: How): string {
  // What was signed before there were second factors stays right.
  const more = how === "factor" ? ["factor"] : [];
  const text = JSON.stringify(["known device", id, passwordHash, device, until, ...more]);
  return createHmac("sha256", sessionSecret()).update(text).digest("base64url");
}

/** Returns what reads the cookies of this request. */
export async function requestCookies(): Promise<CookieOf> {
  const all = await cookies();
  return (name) => all.get(name)?.value;
}

/** Makes the browser of this request the known device. */
export async function keepDevice({ name, value }: DeviceCookie): Promise<void> {
  (await cookies()).set(name, value, { ...sessionCookieOptions(), maxAge: knownDeviceSeconds });
}
