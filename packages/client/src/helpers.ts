import type { CertificatesOptions } from './certificates/keep-fresh.ts'
import type { PlatformCertificate } from './certificates/trust.ts'
import type { Encrypted } from './crypto/encrypted.ts'
import type { AppParams, JsapiParams, MiniProgramParams, Prepaid } from './pay/pay-params.ts'
import type { Settings } from './settings.ts'
import type { WebhookEvent } from './webhook/parse.ts'
import type { WebhookSource } from './webhook/read-source.ts'

type Json = ReturnType<typeof JSON.parse>

/** What a client does beside sending. None of these names begins a path of the API; all of them answer promises. */
export interface Helpers {
  /**
   * Encrypts a sensitive text for WeChat Pay, to be put into `json` or `query`; the request then names the key by itself.
   *
   * @param serial whose key to use; by default a `PUB_KEY_ID_…`, or else the newest certificate
   * @throws ArgumentError where there is no such key, or the text is too long for it
   */
  encrypt: (text: string, serial?: string) => Promise<Encrypted>
  /**
   * Decrypts a sensitive text of an answer.
   *
   * @throws DecryptionError where it was not encrypted for this merchant
   */
  decrypt: (ciphertext: string) => Promise<string>
  /**
   * Downloads WeChat Pay's certificates, trusts them, and keeps them fresh if asked to.
   *
   * @throws DecryptionError where they are encrypted with another `secret`
   * @throws SignatureError where they are not proven to come from WeChat Pay
   */
  certificates: (options?: CertificatesOptions) => Promise<PlatformCertificate[]>
  webhook: {
    /**
     * Verifies, decrypts and reads a notification.
     *
     * @throws WebhookError where it is not proven to come from WeChat Pay within the last 5 minutes
     */
    parse: <Resource = Json>(source: WebhookSource) => Promise<WebhookEvent<Resource>>
  }
  /** Signed parameters with which a phone opens a payment that was ordered. */
  payParams: {
    /** For `WeixinJSBridge.invoke('getBrandWCPayRequest', …)` */
    jsapi: (prepaid: Prepaid) => Promise<JsapiParams>
    /** For `wx.requestPayment` */
    miniProgram: (prepaid: Prepaid) => Promise<MiniProgramParams>
    /** For the `PayReq` of the WeChat SDK; `partnerid` is by default the client's own merchant id. */
    app: (prepaid: Prepaid & { partnerid?: string }) => Promise<AppParams>
  }
}

/** Makes a client's helpers. Their code is loaded at the first call of one of them. */
export function createHelpers(settings: Settings): Helpers {
  const load = () => import('./helpers-on-demand.ts')
  return {
    encrypt: async (text, serial) => (await load()).encrypt(settings.certs, text, serial),
    decrypt: async ciphertext => (await load()).decrypt(settings.privateKey, ciphertext),
    certificates: async options => (await load()).keepCertificates(settings, options),
    webhook: { parse: async source => (await load()).parseWebhook(settings, source) },
    payParams: {
      jsapi: async prepaid => (await load()).jsapiParams(settings, prepaid),
      miniProgram: async prepaid => (await load()).miniProgramParams(settings, prepaid),
      app: async prepaid => (await load()).appParams(settings, prepaid),
    },
  }
}
