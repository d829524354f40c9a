import "server-only";
import { headers } from "next/headers";
import type { z } from "zod";
import { requestLocale } from "@/lib/domain/format/request-locale";
import type { Refusal } from "@/lib/domain/refusals/refusal";
import { tellRefusal } from "@/lib/domain/refusals/tell";
import type { ActionResult } from "@/lib/schemas/action-result";
import { Id } from "@/lib/schemas/fields";
import type { Command } from "../kernel/definition/command";
import { holderOf } from "../profile/holder";
import { type Invitee, inviteeBy, inviteeOf } from "../profile/invitee";
import { otherPage } from "../sign-in/session/page-of";
import { currentSession } from "../sign-in/session/session";
import { describeError } from "./action";
import { secretOf } from "./link";

/** Names an invitation by its link, or by the organization that invites the person who is signed in. */
export type Invitation = { secret: string } | { organizationId: string };

/**
 * Makes the server action of a command about an invitation. Its person has to be signed in, since a link alone may be in the hands
 * of an administrator.
 */
export function actionOfInvitee<Output extends z.ZodType, Refused extends Refusal>(
  command: Command<Invitee, z.ZodType, Output, Refused>,
) {
  return async (invitation: Invitation): Promise<ActionResult<z.output<Output>>> => {
    try {
      const session = await currentSession();
      if (!session) return failure("signed_out", "Your session has ended. Sign in to go on.");
      const other = await otherPage(session);
      if (other) return failure("other_page", `Nothing was changed. ${other.words}`);
      const asked = { now: new Date(), locale: requestLocale((await headers()).get("accept-language")) };
      const held =
        "secret" in invitation ? await holderOf("invitation", secretOf(invitation.secret), asked) : null;
      const result =
        held?.ok === false
          ? held
          : await command(
              held
                ? inviteeBy(held.value.holder, session)
                : await inviteeOf(session, organizationOf(invitation), asked),
              {},
            );
      if (result.ok) return { ok: true, value: result.value };
      const { refusal } = result;
      const { message, problems, because } = tellRefusal(refusal, asked.locale);
      return { ok: false, reason: because, message, problems, refusal };
    } catch (error) {
      return describeError(error);
    }
  };
}

function organizationOf(invitation: Invitation): string {
  return Id.parse((invitation as { organizationId?: unknown }).organizationId);
}

function failure(reason: "signed_out" | "other_page", message: string) {
  return { ok: false as const, reason, message, problems: [] };
}
