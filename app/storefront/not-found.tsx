import { ProblemPage } from "@/components/feedback/problem-page";

export default function StorefrontNotFound() {
  return (
    <ProblemPage title="This is not here" actions={[{ label: "Go to the catalogue", href: "/storefront" }]}>
      <p>The address may be mistyped, or what it led to is not sold any more or not yours.</p>
    </ProblemPage>
  );
}
