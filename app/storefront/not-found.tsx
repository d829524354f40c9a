import { ProblemPage } from "@/components/feedback/problem-page";

export default function StorefrontNotFound() {
  return (
    <ProblemPage
      title="There is no such page"
      actions={[{ label: "Go to the catalogue", href: "/storefront" }]}
    >
      <p>
        You may have mistyped the address, or we no longer sell what it led to, or it belongs to another
        account.
      </p>
    </ProblemPage>
  );
}
