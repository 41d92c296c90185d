const HIDDEN = '••••';

/** An address of mail as people of the staff see it: enough to tell two of a customer apart. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const [first = ''] = address;
  return at < 1 ? HIDDEN : `${first}${HIDDEN}${address.slice(at)}`;
}
