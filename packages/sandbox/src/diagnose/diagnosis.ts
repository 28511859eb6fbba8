import type { Mistake } from './mistake.ts'
import type { Recognised } from './recognised.ts'

/** What is known besides the pasted text. Every member is optional: what is missing makes less decidable. */
export interface Given {
  /** The merchant's certificate: PEM, X.509. */
  certificate?: string
  /** The merchant's public key: PEM. */
  publicKey?: string
  /** A platform certificate: PEM, X.509. */
  platformCertificate?: string
  /** The WeChat Pay public key: PEM. */
  platformPublicKey?: string
  /** The id of the WeChat Pay public key: `PUB_KEY_ID_` and digits. */
  platformPublicKeyId?: string
  /** APIv3 key (APIv3 密钥): 32 characters. */
  apiv3Key?: string
  /** APIv2 key (APIv2 密钥): 32 characters. */
  apiv2Key?: string | undefined
  /** The appid that the order was created with. */
  appid?: string
}

/** A mistake that was made. */
export interface Finding extends Mistake {
  /** The string that has to be signed; of a message, the one that WeChat Pay signed, if it is known. */
  expected?: string
  /** The string that was signed instead, if it is known; of a message, the one that what was received leads to. */
  signed?: string
  /** Why it is not certain, one Chinese sentence; `undefined` if it is. */
  doubt?: string
}

/** What a pasted text is, and what is wrong with it. */
export interface Diagnosis {
  /** A request to WeChat Pay; a response or notification of it; parameters that open the payment on a phone. */
  kind: 'request' | 'message' | 'phone' | 'unknown'
  /** `valid`: everything that can be checked is right. `undecidable`: too little is given, and nothing is accused. */
  verdict: 'valid' | 'invalid' | 'undecidable'
  /** The mistake, without its consequences; empty unless the verdict is `invalid`. */
  mistakes: Finding[]
  /** What was checked and is right, one Chinese sentence each. */
  checked: string[]
  /** What has to be given to decide more, one Chinese sentence each. */
  missing: string[]
  /** The known mistakes that were tried and do not explain a wrong signature. */
  ruledOut: Mistake[]
  /** What was recognised in the text. */
  recognised: Recognised[]
  /** The decrypted resource of a notification, if it could be decrypted. */
  plain?: string
}
