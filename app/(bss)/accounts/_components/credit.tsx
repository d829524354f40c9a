import { Money } from "@/components/format/money";

type CreditProps = {
  creditLimit: string | null;
  available: string | null;
  currency: string;
  of: "creditLimit" | "available";
};

/** Shows an amount of credit, "Unlimited", or a warning that nothing is left. */
export function Credit({ of, currency, ...credit }: CreditProps) {
  const value = credit[of];
  if (value === null) return <span style={{ color: "var(--text-dimmed)" }}>Unlimited</span>;
  const owesTooMuch = of === "available" && value.startsWith("-");
  return (
    <span style={owesTooMuch ? { color: "var(--danger)" } : undefined}>
      <Money amount={value} currency={currency} />
    </span>
  );
}
