import { Callout } from "@/components/feedback/callout";
import { AcceptByIdentity } from "./accept-by-identity";

interface SingleSignOnOnlyProps {
  organization: string;
  purpose: "invitation" | "password";
  secret: string;
  /** Is null if no identity provider is set up any more. */
  provider: string | null;
}

/** Offers what a link is of use for where the organization takes neither passwords nor passkeys. */
export function SingleSignOnOnly({ organization, purpose, secret, provider }: SingleSignOnOnlyProps) {
  if (provider === null) {
    return (
      <Callout tone="problem">
        {organization} accepts only single sign-on, which is not set up here any more. Ask an administrator.
      </Callout>
    );
  }
  return (
    <>
      <p>
        {organization} accepts only {provider}. Sign in there now. From then on, that account signs you in.
      </p>
      <AcceptByIdentity purpose={purpose} secret={secret} provider={provider} />
    </>
  );
}
