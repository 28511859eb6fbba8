import { expect, it } from 'vitest'

it('@wxpay-live/client', async () => {
  expect(Object.keys(await import('../src/index.ts'))).toMatchInlineSnapshot(`
    [
      "createClient",
      "Encrypted",
      "ApiError",
      "ArgumentError",
      "DecryptionError",
      "isApiError",
      "isArgumentError",
      "isDecryptionError",
      "isNetworkError",
      "isSignatureError",
      "isWebhookError",
      "isWxpayError",
      "NetworkError",
      "SignatureError",
      "WebhookError",
      "WxpayError",
      "SyncResponse",
      "fetchSync",
    ]
  `)
})

it('@wxpay-live/client/crypto', async () => {
  expect(Object.keys(await import('../src/crypto/index.ts'))).toMatchInlineSnapshot(`
    [
      "decryptAesGcm",
      "encryptAesGcm",
      "readDer",
      "readPem",
      "readRsaKey",
      "importPrivateKey",
      "importPublicKey",
      "sign",
      "verify",
    ]
  `)
})

it('@wxpay-live/client/signing', async () => {
  expect(Object.keys(await import('../src/signing/index.ts'))).toMatchInlineSnapshot(`
    [
      "formatAuthorization",
      "parseAuthorization",
      "requestMessage",
      "responseMessage",
    ]
  `)
})

it('@wxpay-live/client/invoke', async () => {
  expect(Object.keys(await import('../src/invoke/index.ts'))).toMatchInlineSnapshot(`
    [
      "couponParams",
      "couponUrl",
      "h5Page",
      "merchantTransfer",
      "parkingService",
      "scoreAuthorization",
      "scoreConfirmation",
      "scoreDetail",
      "signApiv2",
    ]
  `)
})

it('@wxpay-live/client/names', async () => {
  expect(Object.keys(await import('../src/names.ts'))).toMatchInlineSnapshot(`
    [
      "stepToPath",
      "nearestName",
    ]
  `)
})

it('@wxpay-live/client/retry', async () => {
  expect(Object.keys(await import('../src/retry.ts'))).toMatchInlineSnapshot(`
    [
      "safeRetry",
    ]
  `)
})
