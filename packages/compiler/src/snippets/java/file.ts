const sdk = 'com.wechat.pay.java.core'

/** The classes that examples use, in the order of their imports. */
const classes = [
  'com.sun.net.httpserver.HttpExchange', 'com.sun.net.httpserver.HttpServer',
  `${sdk}.RSAPublicKeyConfig`, `${sdk}.exception.ServiceException`, `${sdk}.exception.WechatPayException`,
  `${sdk}.http.DefaultHttpClientBuilder`, `${sdk}.http.FileRequestBody`, `${sdk}.http.HttpMethod`,
  `${sdk}.http.HttpRequest`, `${sdk}.http.JsonRequestBody`, `${sdk}.http.JsonResponseBody`, `${sdk}.http.UrlEncoder`,
  `${sdk}.notification.NotificationParser`, `${sdk}.notification.RequestParam`, `${sdk}.util.ShaUtil`,
  'java.io.IOException', 'java.net.InetSocketAddress', 'java.nio.charset.StandardCharsets', 'java.nio.file.Files',
  'java.nio.file.Path', 'java.util.Map',
]

/** Writes a class of methods and the configuration, with an import for each class that they use. */
export function javaFile(methods: string[]): string {
  const code = ['public class Example {', [config, ...methods].join('\n\n'), '}'].join('\n')
  const withoutTexts = code.replace(/"""[^]*?"""|"(?:[^"\\\n]|\\.)*"|\/\/.*/g, '')
  const isUsed = (path: string) => new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(withoutTexts)
  const imports = classes.filter(isUsed).map(path => `import ${path};`)
  return ['// Maven：com.github.wechatpay-apiv3:wechatpay-java', '', ...imports, '', code].join('\n')
}

const config = `  static final RSAPublicKeyConfig config =
      new RSAPublicKeyConfig.Builder()
          .merchantId(System.getenv("WXPAY_MCHID"))
          .merchantSerialNumber(System.getenv("WXPAY_SERIAL"))
          .privateKeyFromPath(System.getenv("WXPAY_PRIVATE_KEY"))
          .publicKeyId(System.getenv("WXPAY_PUBLIC_KEY_ID"))
          .publicKeyFromPath(System.getenv("WXPAY_PUBLIC_KEY"))
          .apiV3Key(System.getenv("WXPAY_APIV3_KEY"))
          .build();`
