import { ProblemPage } from "@/components/feedback/problem-page";

export default function StorefrontForbidden() {
  return (
    <ProblemPage
      title="Your role in this account does not include this page"
      actions={[{ label: "Go to the catalogue", href: "/storefront" }]}
    >
      <p>Nothing was changed. An account administrator can give you another role.</p>
    </ProblemPage>
  );
}
