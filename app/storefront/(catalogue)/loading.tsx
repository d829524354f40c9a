import { CardsPageSkeleton } from "@/components/feedback/skeletons";

export default function Loading() {
  return <CardsPageSkeleton />;
}
