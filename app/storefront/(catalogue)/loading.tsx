import { CardsPageSkeleton } from "@/components/skeletons";

export default function Loading() {
  return <CardsPageSkeleton />;
}
