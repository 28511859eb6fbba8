/** The merchant that the sandbox knows and the platform that it simulates, with keys for tests only. */
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
  /** WeChat Pay with its next certificate, for the scenario that replaces the certificate. */
  nextPlatform?: Platform
  /** APIv3 key: 32 letters and digits. */
  secret: string
  /** APIv2 key: 32 characters. Without it the signatures of pay-score and coupon parameters are not checked. */
  apiv2Key?: string
}

/** The keys and the certificate of WeChat Pay. */
export interface Platform {
  /** Serial number of the platform certificate: 40 hexadecimal digits in upper case. */
  serial: string
  /** The private key that signs responses: PEM, PKCS#8. */
  privateKey: string
  /** Platform certificate: PEM, X.509. */
  certificate: string
  /** Start of the certificate's validity, such as `2025-01-01T08:00:00+08:00`. */
  effectiveTime: string
  /** End of the certificate's validity, in the same format. */
  expireTime: string
  /** Id of the platform's public key: `PUB_KEY_ID_` and digits. */
  publicKeyId: string
  /** The public key of the platform certificate: PEM. */
  publicKey: string
}
