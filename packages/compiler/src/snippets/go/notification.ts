import type { Notification } from '../../model/index.ts'
import { goFile, goFunction } from './file.ts'
import { goString } from './literal.ts'

/** Writes the server that verifies and decrypts a notification with the library's handler. */
export function goNotification({ event, title }: Notification): string {
  return goFile([
    goFunction('main()', [
      ...orFail('publicKey, err := utils.LoadPublicKeyWithPath(os.Getenv("WXPAY_PUBLIC_KEY"))'),
      'verifier := verifiers.NewSHA256WithRSAPubkeyVerifier(os.Getenv("WXPAY_PUBLIC_KEY_ID"), *publicKey)',
      ...orFail('handler, err := notify.NewRSANotifyHandler(os.Getenv("WXPAY_APIV3_KEY"), verifier)'),
      'http.Handle("/notify", receive(handler))',
      'log.Fatal(http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "3000"), nil))',
    ]),
    goFunction('receive(handler *notify.Handler) http.HandlerFunc', [
      'return func(w http.ResponseWriter, r *http.Request) {',
      '\tresource := new(notify.ContentMap)',
      '\tnotification, err := handler.ParseNotifyRequest(r.Context(), r, resource)',
      '\tif err != nil {',
      '\t\tlog.Printf("验签或解密失败（Request-ID %s）", r.Header.Get("Request-ID"))',
      '\t\tw.WriteHeader(http.StatusUnauthorized)',
      '\t\treturn',
      '\t}',
      `\tif notification.EventType == ${goString(event)} {`,
      `\t\t// ${title.replace(/\s+/g, ' ')}：先按 notification.ID 去重，再处理 resource`,
      '\t\tfmt.Println(notification.ID, notification.Resource.Plaintext)',
      '\t}',
      '\tw.WriteHeader(http.StatusNoContent)',
      '}',
    ]),
  ])
}

const orFail = (statement: string): string[] => [statement, 'if err != nil {', '\tlog.Fatal(err)', '}']
