import "server-only";
import { nothing, query } from "../../kernel/definition/query";
import { maySendMail } from "../../messages/queries/messages";
import { membershipsOf } from "../../people/members";
import { people } from "../person";

export type OwnOrganization = { id: string; name: string };

export type OwnOrganizations = {
  /** Holds the other organizations to which the person can go. */
  others: OwnOrganization[];
  /** Holds organizations whose invitation the person can accept or decline here. */
  invitations: OwnOrganization[];
};

/**
 * Returns the other organizations of the person who is signed in, by name. Invitations are shown where they were emailed: where
 * an administrator passes links on, only the link proves whom it reached. See docs/domain.md, section 7, "Several organizations".
 */
export const listOwnOrganizations = query({
  name: "profile.organizations",
  caller: people,
  input: nothing,
  async run({ who: { userId }, ctx }): Promise<OwnOrganizations> {
    const all = await membershipsOf(ctx.organizationId, userId);
    const named = all.map(({ organizationId: id, organization: name, acceptedAt }) => ({
      id,
      name,
      acceptedAt,
    }));
    const shown = ({ id, name }: OwnOrganization) => ({ id, name });
    return {
      others: named.filter(({ id, acceptedAt }) => acceptedAt && id !== ctx.organizationId).map(shown),
      invitations: maySendMail() ? named.filter(({ acceptedAt }) => !acceptedAt).map(shown) : [],
    };
  },
});
