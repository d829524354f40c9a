import "server-only";
import type { Prisma } from "../kernel/db";

/**
 * Orders what a person is in several organizations: where they may sign in and were last comes first, and of invitations the
 * newest.
 */
export const lastFirst: Prisma.UserOrderByWithRelationInput[] = [
  { active: "desc" },
  { lastSignInAt: { sort: "desc", nulls: "last" } },
  { acceptedAt: { sort: "desc", nulls: "last" } },
  { createdAt: "desc" },
  { id: "asc" },
];
