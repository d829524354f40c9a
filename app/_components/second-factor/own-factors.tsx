"use client";

import { Button } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { RelativeTime } from "@/components/format/relative-time";
import { count } from "@/lib/domain/format/count";
import type { OwnPasskey, OwnSecondFactor } from "@/lib/server/own-factors/queries/get-second-factor";
import classes from "./second-factor.module.css";

// Few people open them, so the page does not wait for them.
const SetUpApp = dynamic(() => import("./set-up-app").then((module) => module.SetUpApp));
const AddPasskey = dynamic(() => import("./add-passkey").then((module) => module.AddPasskey));
const RemoveFactor = dynamic(() => import("./remove-factor").then((module) => module.RemoveFactor));
const NewCodes = dynamic(() => import("./new-codes").then((module) => module.NewCodes));

type Asking = "app" | "passkey" | "codes" | { remove: "app" } | { remove: OwnPasskey };

/** Shows the second factors of the person who is signed in, and sets up and removes them. */
export function OwnFactors({ factor }: { factor: OwnSecondFactor }) {
  const { appSince, passkeys, recoveryCodesLeft, needed, hasPassword } = factor;
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const number = Number(appSince !== null) + passkeys.length;
  const stays = needed && number === 1;

  return (
    <div className={classes.factors}>
      <ul className={classes.list} aria-label="Second factors">
        <li className={classes.factor}>
          <div>
            <div className={classes.name}>Authenticator app</div>
            <div className={classes.facts}>
              {appSince === null ? (
                "Shows a code on your phone that you type after your password."
              ) : (
                <span>
                  Set up <RelativeTime value={appSince} />
                </span>
              )}
            </div>
          </div>
          <div className={classes.buttons}>
            <Button variant="default" size="compact-sm" onClick={() => setAsking("app")}>
              {appSince === null ? "Set up an app" : "Set up another app"}
            </Button>
            {appSince !== null && (
              <Remove
                name="the authenticator app"
                stays={stays}
                onClick={() => setAsking({ remove: "app" })}
              />
            )}
          </div>
        </li>
        {passkeys.map((passkey) => (
          <li key={passkey.id} className={classes.factor}>
            <div>
              <div className={classes.name}>{passkey.name}</div>
              <div className={classes.facts}>
                <span>
                  Passkey, added <RelativeTime value={passkey.createdAt} />
                </span>
                {passkey.lastUsedAt !== null && (
                  <span>
                    Used <RelativeTime value={passkey.lastUsedAt} />
                  </span>
                )}
              </div>
            </div>
            <Remove name={passkey.name} stays={stays} onClick={() => setAsking({ remove: passkey })} />
          </li>
        ))}
        <li className={classes.factor}>
          <div>
            <div className={classes.name}>{passkeys.length === 0 ? "Passkey" : "Another passkey"}</div>
            <div className={classes.facts}>
              You sign in with your phone, computer or security key, also without your password.
            </div>
          </div>
          <Button variant="default" size="compact-sm" onClick={() => setAsking("passkey")}>
            Add a passkey
          </Button>
        </li>
        {number > 0 && (
          <li className={classes.factor}>
            <div>
              <div className={classes.name}>Recovery codes</div>
              <div className={classes.facts}>
                {recoveryCodesLeft === 0
                  ? "You have none left. Make new ones, so that a lost phone does not lock you out."
                  : `You have ${count(recoveryCodesLeft, "code")} left. Each stands in once for a lost phone or passkey.`}
              </div>
            </div>
            <Button variant="default" size="compact-sm" onClick={() => setAsking("codes")}>
              Make new codes
            </Button>
          </li>
        )}
      </ul>
      {stays && (
        <p className={classes.facts}>
          Your organization requires a second factor, so the last one stays. Set up another one in its place.
        </p>
      )}
      {asking === "app" && <SetUpApp hasPassword={hasPassword} onClose={close} />}
      {asking === "passkey" && <AddPasskey hasPassword={hasPassword} onClose={close} />}
      {asking === "codes" && <NewCodes hasPassword={hasPassword} onClose={close} />}
      {typeof asking === "object" && asking !== null && (
        <RemoveFactor
          passkey={asking.remove === "app" ? null : asking.remove}
          last={number === 1}
          hasPassword={hasPassword}
          onClose={close}
        />
      )}
    </div>
  );
}

/** Is missing for the last factor of a person who needs one. The page says why. */
function Remove({ name, stays, onClick }: { name: string; stays: boolean; onClick: () => void }) {
  if (stays) return null;
  return (
    <Button variant="default" size="compact-sm" aria-label={`Remove ${name}`} onClick={onClick}>
      Remove
    </Button>
  );
}
