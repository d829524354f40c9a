import ipaddr from "ipaddr.js";

/** Tells whether a text is an IP address or a range of them, such as "10.1.0.0/16". */
export function isRange(text: string): boolean {
  return ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
}

/** Tells whether an IP address is in a range. IPv4 that is written as IPv6 counts as IPv4. */
export function isInRange(address: string, range: string): boolean {
  const ip = ipaddr.process(address);
  const [start, bits] = ipaddr.isValidCIDR(range) ? ipaddr.parseCIDR(range) : [ipaddr.process(range), 128];
  if (ip.kind() !== start.kind()) return false;
  return ip.kind() === "ipv4"
    ? (ip as ipaddr.IPv4).match(start as ipaddr.IPv4, Math.min(bits, 32))
    : (ip as ipaddr.IPv6).match(start as ipaddr.IPv6, bits);
}
