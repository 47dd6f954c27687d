/**
 * A publisher's number for an article, in a path and query: the last one of five digits or more, unless it is a month or a
 * day.
 */
export const addressId = (address: string | undefined): string | undefined =>
  address
    ?.match(/\d{5,}/g)
    ?.filter((number) => !/^(?:19|20)\d{4}(?:\d\d)?$|^\d{4}20\d\d$/.test(number))
    .at(-1);
