/** Whether an `Authorization` or a `Wechatpay-Signature-Type` names the signature of SM2 with SM3 (wechatpay-java, module shangmi). */
export const isSm2 = (scheme: string) => /^WECHATPAY2-SM2-WITH-SM3\b/.test(scheme)

/** Why such a signature is not judged. */
export const sm2Unchecked = '这是国密签名（WECHATPAY2-SM2-WITH-SM3，SM2 与 SM3）：这里只会验 RSA 的签名，对不对不能判断。'
