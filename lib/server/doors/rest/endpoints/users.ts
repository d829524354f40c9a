import "server-only";
import { z } from "zod";
import { roles } from "@/lib/domain/permissions";
import type { Ctx } from "../../../kernel/ctx";
import { endUserSessions } from "../../../sessions/commands/end-sessions";
import { inviteUser } from "../../../users/commands/invite-user";
import { sendLink } from "../../../users/commands/send-link";
import { activateUser, deactivateUser } from "../../../users/commands/set-active";
import { setRole } from "../../../users/commands/set-role";
import { getUser, listUsers } from "../../../users/queries/users";
import { does } from "../does";
import type { Asked, Endpoint } from "../endpoint";
import { lists } from "../lists";
import { reads } from "../reads";
import { Saved } from "../resources/done";
import { Linked, SessionsEnded, tellUser, User } from "../resources/user";

const tag = "Users";

/** Returns the user's id as the command takes it, beside what was sent. */
const ofUser = async (_: Ctx, { path, body, version }: Asked) => ({ ...body, id: path.user, version });

export const userEndpoints: readonly Endpoint[] = [
  lists("/users", listUsers, {
    tag,
    summary: "Lists the people who can sign in, by email",
    parameters: z.object({
      q: z.string().max(100).optional().describe("We search names, emails and accounts."),
      role: z.enum(roles).optional(),
      roleId: z.uuid().optional().describe("We list the people who have this role of your own."),
      active: z.enum(["true", "false"]).optional(),
      invited: z.enum(["true", "false"]).optional().describe("An invited person has not accepted yet."),
      sort: z.enum(["email", "-email", "name", "-name"]).default("email"),
    }),
    row: User,
    tell: tellUser,
  }),
  does("POST", "/users", inviteUser, {
    tag,
    summary: "Invites a person, who accepts by a link that we email",
    status: 201,
    answer: Linked,
    tell: (user) => user,
    location: ({ id }) => `/users/${id}`,
  }),
  reads("/users/{user}", getUser, {
    tag,
    summary: "Returns a person by id",
    input: ({ path }) => path.user,
    answer: User,
    tell: tellUser,
    version: ({ version }) => version,
  }),
  does("POST", "/users/{user}/link", sendLink, {
    tag,
    summary: "Sends a person a link for a new password, or their invitation again",
    without: ["id"],
    input: async (_, { body, path }) => ({ ...body, id: path.user }),
    answer: Linked,
    tell: (user) => user,
  }),
  does("POST", "/users/{user}/end-sessions", endUserSessions, {
    tag,
    summary: "Signs a person out everywhere",
    without: ["id"],
    input: async (_, { body, path }) => ({ ...body, id: path.user }),
    answer: SessionsEnded,
    tell: (ended) => ended,
  }),
  does("PUT", "/users/{user}/role", setRole, {
    tag,
    summary: "Gives a person another role, which counts from their next request on",
    ifMatch: "needed",
    without: ["id"],
    input: ofUser,
    answer: Saved,
    tell: (user) => user,
  }),
  does("POST", "/users/{user}/deactivate", deactivateUser, {
    tag,
    summary: "Ends a person's sessions and prevents further sign-ins",
    ifMatch: "needed",
    without: ["id"],
    input: ofUser,
    answer: Saved,
    tell: (user) => user,
  }),
  does("POST", "/users/{user}/activate", activateUser, {
    tag,
    summary: "Lets a person sign in again",
    ifMatch: "needed",
    without: ["id"],
    input: ofUser,
    answer: Saved,
    tell: (user) => user,
  }),
];
