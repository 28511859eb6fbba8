import type { Notification } from '../../model/index.ts'
import { javaFile } from './file.ts'

/** Writes the server that verifies and decrypts a notification with the library's `NotificationParser`. */
export function javaNotification({ title }: Notification): string {
  return javaFile([main, `  static void receive(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var request =
        new RequestParam.Builder()
            .serialNumber(headers.getFirst("Wechatpay-Serial"))
            .timestamp(headers.getFirst("Wechatpay-Timestamp"))
            .nonce(headers.getFirst("Wechatpay-Nonce"))
            .signature(headers.getFirst("Wechatpay-Signature"))
            .signType(headers.getFirst("Wechatpay-Signature-Type"))
            .body(body)
            .build();
    var status = 204;
    try {
      var resource = new NotificationParser(config).parse(request, Map.class);
      // ${title.replace(/\s+/g, ' ')}
      // parse 只返回解密的 resource，id、event_type 在 body 里：先按 id 去重，再处理
      System.out.println(resource);
    } catch (WechatPayException error) {
      System.err.println("验签或解密失败，Request-ID " + headers.getFirst("Request-ID"));
      status = 401;
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }`])
}

const main = `  public static void main(String[] args) throws IOException {
    var port = Integer.parseInt(System.getenv().getOrDefault("PORT", "3000"));
    var server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/notify", Example::receive);
    server.start();
  }`
