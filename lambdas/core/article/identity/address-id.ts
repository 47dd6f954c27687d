/**
 * Returns a publisher's number for an article: the last number of five digits or more in a path and query that is no
 * date.
 */
export const addressId = (address: string | undefined): string | undefined =>
  address
    ?.match(/\d{5,}/g)
    ?.filter((number) => !DATE.test(number))
    .at(-1);

/** A month (202611), a day (20261123), or a day with the year at its end (23112026). */
const DATE = /^(?:19|20)\d{4}(?:\d\d)?$|^\d{4}20\d\d$/;
