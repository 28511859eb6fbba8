/** The keys that may have made a signature; what is unknown is left out. */
export interface Keyring {
  /** The merchant's public key. */
  merchant?: JsonWebKey
  /** Public keys of WeChat Pay. */
  platform: JsonWebKey[]
  /** APIv3 key. */
  secret?: string
}
