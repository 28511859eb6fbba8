import type { CertificatesOptions } from './certificates/keep-fresh.ts'
import type { PlatformCertificate } from './certificates/trust.ts'
import type { Encrypted } from './crypto/encrypted.ts'
import type { AppParams, JsapiParams, MiniProgramParams, Prepaid } from './pay/pay-params.ts'
import type { SettlementParams, WaitingSettlement } from './pay/settlement-params.ts'
import type { Settings } from './settings.ts'
import type { WebhookEvent } from './webhook/parse.ts'
import type { WebhookSource } from './webhook/read-source.ts'

type Json = ReturnType<typeof JSON.parse>

/** The helpers of a client. No path of the API starts with one of these names; all of them return promises. */
export interface Helpers {
  /**
   * Encrypts a sensitive text for `json` or `query`; the client then sets `Wechatpay-Serial`.
   *
   * @param serial names the key; by default a `PUB_KEY_ID_…`, else the newest certificate
   * @throws ArgumentError if the key is unknown, or the text is too long for it
   */
  encrypt: (text: string, serial?: string) => Promise<Encrypted>
  /**
   * Decrypts a sensitive text of a response.
   *
   * @throws DecryptionError if it is not encrypted for this merchant
   */
  decrypt: (ciphertext: string) => Promise<string>
  /**
   * Downloads WeChat Pay's certificates and trusts them, repeatedly with `refreshEvery`.
   *
   * @throws DecryptionError if they are encrypted with another `secret`
   * @throws SignatureError if the signature of the response is missing or wrong
   */
  certificates: (options?: CertificatesOptions) => Promise<PlatformCertificate[]>
  webhook: {
    /**
     * Verifies, decrypts and reads a notification.
     *
     * @throws WebhookError if it was not signed by WeChat Pay within the last 5 minutes
     */
    parse: <Resource = Json>(source: WebhookSource) => Promise<WebhookEvent<Resource>>
  }
  /** Signs the parameters with which a phone opens a payment, or the confirmation of a settlement. */
  payParams: {
    /** For `WeixinJSBridge.invoke('getBrandWCPayRequest', …)`. */
    jsapi: (prepaid: Prepaid) => Promise<JsapiParams>
    /** For `wx.requestPayment`. */
    miniProgram: (prepaid: Prepaid) => Promise<MiniProgramParams>
    /** For the `PayReq` of the WeChat SDK; `partnerid` is the client's merchant id by default. */
    app: (prepaid: Prepaid & { partnerid?: string }) => Promise<AppParams>
    /** For `requestPrepaySettleOrderConfirm`. */
    settlement: (waiting: WaitingSettlement) => Promise<SettlementParams>
  }
}

/** Makes a client's helpers. Their code is loaded at the first call of one of them. */
export function createHelpers(settings: Settings): Helpers {
  const load = () => import('./helpers-on-demand.ts')
  return {
    encrypt: async (text, serial) => (await load()).encrypt(settings, text, serial),
    decrypt: async ciphertext => (await load()).decrypt(settings, ciphertext),
    certificates: async options => (await load()).keepCertificates(settings, options),
    webhook: { parse: async source => (await load()).parseWebhook(settings, source) },
    payParams: {
      jsapi: async prepaid => (await load()).jsapiParams(settings, prepaid),
      miniProgram: async prepaid => (await load()).miniProgramParams(settings, prepaid),
      app: async prepaid => (await load()).appParams(settings, prepaid),
      settlement: async waiting => (await load()).settlementParams(settings, waiting),
    },
  }
}
