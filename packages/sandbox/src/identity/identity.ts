/** Whom the sandbox plays and whom it knows: one merchant and the platform, with keys made for tests only. */
export interface Identity {
  /** Merchant id (商户号). */
  mchid: string
  /** Serial number of the merchant's certificate: 40 hexadecimal digits in upper case. */
  serial: string
  /** The merchant's private key: PEM, PKCS#8. */
  privateKey: string
  /** The merchant's certificate: PEM, X.509. */
  certificate: string
  platform: Platform
  /** The side of WeChat Pay once its certificate is replaced; needed for the scenario that does so. */
  nextPlatform?: Platform
  /** APIv3 key: 32 letters and digits. */
  secret: string
}

/** The side of WeChat Pay. */
export interface Platform {
  /** Serial number of the platform certificate: 40 hexadecimal digits in upper case. */
  serial: string
  /** The key responses are signed with: PEM, PKCS#8. */
  privateKey: string
  /** Platform certificate: PEM, X.509. */
  certificate: string
  /** When the certificate starts to be valid, such as `2025-01-01T08:00:00+08:00`. */
  effectiveTime: string
  /** When the certificate ends to be valid, in the same form. */
  expireTime: string
  /** Id of the platform's public key: `PUB_KEY_ID_` and digits. */
  publicKeyId: string
  /** The platform's public key, the one of its certificate: PEM. */
  publicKey: string
}
