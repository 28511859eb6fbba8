const date = '\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])'

/** The character sets that `data-chars` can name, as regular expressions. From the official field tables. */
export const characterSets: Record<string, string> = {
  'alphanumeric': '^[0-9A-Za-z]+$',
  /** Order numbers of the basic payments. */
  'order-number': '^[0-9A-Za-z_\\-|*]+$',
  /** Order numbers of parking and of donations. */
  'simple-order-number': '^[0-9A-Za-z_\\-*]+$',
  /** Numbers of refunds and of shared money. */
  'refund-number': '^[0-9A-Za-z_\\-|*@]+$',
  /** The same numbers, of platforms and brands. */
  'platform-number': '^[0-9A-Za-z_\\-|@]+$',
  'brand-return-number': '^[0-9A-Za-z_\\-@]+$',
  /** RFC 3339 with an offset, such as `2026-03-12T10:15:00+08:00`. */
  'rfc3339': `^${date}T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$`,
  'date': `^${date}$`,
  /** Addresses of notifications, without query and fragment; as production's messages say (sealos#2300). */
  'http-url': '^https?://([^\\s/?#\\[\\]@]+@)?([^\\s/?#@:]+)(?::\\d{2,5})?([^\\s?#\\[\\]]*)$',
}
