import { type Address, addressLines } from "@/lib/domain/values/address";

/** Shows an address line by line, or a dash where nothing of it is known. */
export function AddressText({ address }: { address: Address }) {
  const lines = addressLines(address, "en");
  if (lines.length === 0) return "–";
  return lines.map((line, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be the same, and none moves
    <span key={index} style={{ display: "block" }}>
      {line}
    </span>
  ));
}
