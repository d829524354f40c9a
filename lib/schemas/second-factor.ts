import { z } from "zod";
import { line } from "@/lib/schemas/fields";

/** These schemas say what second factors take and answer: docs/domain.md, section 7, "Second factor". */

/** Takes a code as people type it. Whether it is right is decided later. */
export const TypedCode = line("the code", 60);

/** Is null if the person has recovery codes, or if an earlier request got them. */
export const RecoveryCodes = z.array(z.string()).nullable();

const Base64 = z.string().max(20_000);

function passkeyAnswer<Response extends z.ZodRawShape>(response: Response) {
  const id = z.string().min(1).max(1400);
  return z
    .object({ id, rawId: id, type: z.literal("public-key"), response: z.object(response) })
    .transform((answer) => ({ ...answer, clientExtensionResults: {} }));
}

/** Takes what a browser answers that has made a passkey. Whether it is right is decided later. */
export const MadePasskey = passkeyAnswer({ clientDataJSON: Base64, attestationObject: Base64 });

/** Takes what a browser answers that has signed with a passkey. */
export const SignedByPasskey = passkeyAnswer({
  ...{ clientDataJSON: Base64, authenticatorData: Base64, signature: Base64 },
});

export const PasskeyName = line("a name", 60);
