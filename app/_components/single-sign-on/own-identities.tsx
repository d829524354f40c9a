"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RelativeTime } from "@/components/format/relative-time";
import type { OwnIdentities as Identities } from "@/lib/server/own-identities/queries/get-identities";
import classes from "../second-factor/second-factor.module.css";

// Few people open them, so the page does not wait for them.
const LinkAccount = dynamic(() => import("./link-account").then((module) => module.LinkAccount));
const UnlinkAccount = dynamic(() => import("./unlink-account").then((module) => module.UnlinkAccount));

const staysWords = {
  only_way_in: "You have no password, so this account stays: it is your only way to sign in.",
  single_sign_on_needed: "Your organization accepts only single sign-on, so this account stays.",
};

type Asking = "link" | { issuer: string; name: string };

/** Shows the accounts at identity providers by which a person signs in, and links and unlinks them. */
export function OwnIdentities({ identities }: { identities: Identities }) {
  const { provider, linked, hasPassword } = identities;
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const mayLink = provider !== null && linked.every(({ name }) => name === null);
  return (
    <div className={classes.factors}>
      <ul className={classes.list} aria-label="Single sign-on">
        {linked.map(({ issuer, name, linkedAt, stays }) => (
          <li key={issuer} className={classes.factor}>
            <div>
              <div className={classes.name}>{name ?? issuer}</div>
              <div className={classes.facts}>
                <span>
                  Linked <RelativeTime value={linkedAt} />
                </span>
                {name === null && <span>This provider is not set up here any more.</span>}
                {stays !== null && <span>{staysWords[stays]}</span>}
              </div>
            </div>
            {stays === null && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={`Unlink ${name ?? issuer}`}
                onClick={() => setAsking({ issuer, name: name ?? issuer })}
              >
                Unlink
              </Button>
            )}
          </li>
        ))}
        {mayLink && (
          <li className={classes.factor}>
            <div>
              <div className={classes.name}>{provider}</div>
              <div className={classes.facts}>Signs you in by the account that you have there.</div>
            </div>
            <Button variant="default" size="compact-sm" onClick={() => setAsking("link")}>
              Link {provider}
            </Button>
          </li>
        )}
      </ul>
      {asking === "link" && (
        <LinkAccount provider={provider ?? ""} hasPassword={hasPassword} onClose={close} />
      )}
      {typeof asking === "object" && asking !== null && (
        <UnlinkAccount {...asking} hasPassword={hasPassword} onClose={close} />
      )}
    </div>
  );
}
