import classes from "./order-page.module.css";

const words: Record<string, string> = {
  paid: "Your payment has arrived. It is on your account.",
  failed: "The payment was not made. Nothing was charged.",
  open: "Your payment is not confirmed yet. It counts as soon as it is.",
};

/** What became of the payment that somebody comes back from; nothing when they do not. */
export function PaymentResult({ state }: { state: string | string[] | undefined }) {
  const said = typeof state === "string" && Object.hasOwn(words, state) ? words[state] : null;
  if (!said) return null;
  return (
    <p role="status" className={state === "paid" ? classes.thanks : classes.notice}>
      {said}
    </p>
  );
}
