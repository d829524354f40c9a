import { TablePageSkeleton } from "@/components/feedback/skeletons";

export default function Loading() {
  return <TablePageSkeleton />;
}
