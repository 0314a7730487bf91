/** Where something is sent. Personal: it stands with the order and nowhere else. */
export interface Address {
  name: string;
  line1: string;
  line2: string;
  postalCode: string;
  city: string;
  /** State or province, where a country has them in its addresses. */
  state: string;
  /** ISO 3166, two letters. */
  country: string;
}

/** The address of a row; null where nothing is sent. */
export function readAddress(json: string | null): Address | null {
  return json === null ? null : (JSON.parse(json) as Address);
}

/** The lines of an address as they stand on a parcel; the country is named by the caller, in words. */
export function addressLines(address: Address, countryName: string): string[] {
  const { name, line1, line2, postalCode, city, state } = address;
  const place = [postalCode, city, state].filter(Boolean).join(" ");
  return [name, line1, line2, place, countryName].filter(Boolean);
}
