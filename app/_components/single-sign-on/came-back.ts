import { tellRefusal } from "@/lib/domain/refusals/tell";

const refusals = ["sign_in_with_factor", "linking_over", "identity_linked", "identity_taken"] as const;

/** Says what became of linking an account, as the address of the profile tells it; null if it tells nothing. */
export function cameBack(told: string | string[] | undefined): { linked: boolean; words: string } | null {
  if (told === "linked")
    return { linked: true, words: "The account is linked. It signs you in from now on." };
  const reason = refusals.find((one) => one === told);
  return reason ? { linked: false, words: tellRefusal({ reason, path: "" }, "en-GB").message } : null;
}
