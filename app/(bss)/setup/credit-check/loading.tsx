import { FormPageSkeleton } from "@/components/feedback/skeletons";

export default function Loading() {
  return <FormPageSkeleton />;
}
