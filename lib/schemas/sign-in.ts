import { z } from "zod";
import { sentAddress } from "@/lib/domain/values/email";

export const SignInInput = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .min(1, "Enter your email address.")
    .max(254, "An email address has at most 254 characters.")
    .transform((typed) => sentAddress(typed) ?? typed),
  password: z.string().min(1, "Enter your password.").max(1000, "A password has at most 1,000 characters."),
});
export type SignInInput = z.infer<typeof SignInInput>;

/** Is sent by pages that go to the identity provider for another reason than to sign in. */
export const forIdentityStep = "forStep";

/** Returns where to go after signing in: a path of this product, and nothing that a browser reads as another origin. */
export function safeNextPath(value: unknown): string | null {
  if (typeof value !== "string" || value.length > 2000) return null;
  if (!value.startsWith("/") || hasControlOrBackslash(value)) return null;
  const here = new URL("http://order-desk.invalid");
  const url = URL.parse(value, here);
  if (!url || url.origin !== here.origin || url.pathname.startsWith("//")) return null;
  if (/^\/(login|second-factor|forgot-password|new-password|confirm-email|api)(\/|$)/.test(url.pathname))
    return null;
  return url.pathname + url.search + url.hash;
}

/** Returns the address of a page on the way to signing in, which leads on to the page that the person wanted. */
export function leadingOn(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path;
}

/** Returns the secret of the invitation to whose page somebody goes by signing in, or null if they go elsewhere. */
export function invitationIn(next: string | null): string | null {
  return next?.match(/^\/welcome\/([\w-]{1,100})$/)?.[1] ?? null;
}

function hasControlOrBackslash(value: string): boolean {
  return [...value].some((character) => character === "\\" || character.charCodeAt(0) < 0x20);
}
