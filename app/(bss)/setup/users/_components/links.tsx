"use client";

import { RelativeTime } from "@/components/format/relative-time";
import { Link } from "@/components/layout/link";
import { whyUseless, whyUselessWords } from "@/lib/domain/one-time-link";
import type { UserDetail } from "@/lib/server/users/queries/users";
import classes from "../../../_components/form/form.module.css";
import { showEmailLinkAction } from "../actions";
import { GiveLink } from "./give-link";
import { newLinkVerb } from "./link-words";
import words from "./links.module.css";

interface LinksProps {
  user: UserDetail;
  own: boolean;
  mailIsSent: boolean;
  /** Names the identity provider that is set up, or is null. */
  provider: string | null;
}

/**
 * Offers the links with which a person accepts, chooses a password or links an account, or confirms a new address where no email
 * is sent.
 */
export function Links({ user, own, mailIsSent, provider }: LinksProps) {
  const ofAccount = !user.invited && user.singleSignOn !== null;
  const useless = user.singleSignOn && ofAccount && whyUseless(signingIn(user, provider));
  const { link } = user;
  return (
    <div className={classes.form}>
      <p>
        {user.invited ? (
          toAccept(user.name)
        ) : ofAccount ? (
          toSignIn(user, provider)
        ) : (
          <OfPassword user={user} own={own} />
        )}
      </p>
      {!useless && link && <OpenLink link={link} />}
      {!useless && (
        <div className={classes.buttons}>
          <GiveLink user={user} verb={verbOf({ invited: user.invited, ofAccount, mailIsSent })} />
        </div>
      )}
      {user.newEmail !== null && !mailIsSent && (
        <>
          <p>
            {user.name} wants to sign in with {user.newEmail}. The link confirms the address, so give it to
            nobody else.
          </p>
          <div className={classes.buttons}>
            <GiveLink user={user} verb="Make a confirmation link" make={showEmailLinkAction} />
          </div>
        </>
      )}
    </div>
  );
}

function verbOf({
  invited,
  ofAccount,
  mailIsSent,
}: {
  invited: boolean;
  ofAccount: boolean;
  mailIsSent: boolean;
}): string {
  if (invited) return newLinkVerb(mailIsSent);
  return `${mailIsSent ? "Send" : "Make"} a link ${ofAccount ? "to link an account" : "for a new password"}`;
}

function signingIn({ singleSignOn, secondFactor }: UserDetail, provider: string | null) {
  return { provider: provider !== null, linked: singleSignOn?.linked ?? false, secondFactor };
}

/** Tells how a person signs in where the organization takes single sign-on alone, and what a link would do. */
function toSignIn(user: UserDetail, provider: string | null): string {
  const lacks = `${user.name} has not linked an account at ${provider} yet, and your organization accepts nothing else.`;
  switch (whyUseless(signingIn(user, provider))) {
    case "no_provider":
      return whyUselessWords.no_provider;
    case "linked":
      return `${user.name} signs in with ${provider}. Your organization accepts nothing else, so they need no link.`;
    case "second_factor":
      return `${lacks} They have a second factor, so a link alone links no account. Reset their second factor first.`;
    case null:
      return `${lacks} They link one by a link, which works once and for 24 hours.`;
  }
}

function toAccept(name: string): string {
  return `${name} cannot sign in here before they accept the invitation by their link. A new link replaces it.`;
}

/** Tells where the link is, and until when it works. */
function OpenLink({ link: { endsAt, message } }: { link: NonNullable<UserDetail["link"]> }) {
  const ended = endsAt !== null && new Date(endsAt) <= new Date();
  const ends = endsAt !== null && (
    <>
      {ended ? "It ended" : "It ends"} <RelativeTime value={endsAt} />.
    </>
  );
  if (message === null) return <p>A link was made to pass on. {ends}</p>;
  const email = (
    <Link href={`/messages/${message.id}`} className={words.link}>
      the email with the link
    </Link>
  );
  if (message.state === "sent") {
    return (
      <p>
        We sent {email}. {ends}
      </p>
    );
  }
  return <p>{message.state === "failed" ? <>We could not send {email}.</> : <>We are sending {email}.</>}</p>;
}

function OfPassword({ user: { name }, own }: { user: UserDetail; own: boolean }) {
  if (own) {
    return (
      <>
        You can change your password in{" "}
        <Link href="/profile" className={words.link}>
          your profile
        </Link>
        , or by a link.
      </>
    );
  }
  return (
    <>
      Only {name} knows their password. It works until they choose a new one by the link, which works once and
      for 24 hours.
    </>
  );
}
