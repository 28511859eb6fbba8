import com.github.binarywang.wxpay.config.WxPayConfig;
import com.github.binarywang.wxpay.service.WxPayService;
import com.github.binarywang.wxpay.service.impl.WxPayServiceImpl;
import java.net.URI;
import java.util.Map;
import org.apache.http.HttpHost;
import org.apache.http.conn.routing.HttpRoute;

class Client {
  static final Map<String, String> env = System.getenv();

  static WxPayConfig config() {
    var config = new WxPayConfig();
    config.setAppId("wxd678efh567hg6787");
    config.setMchId(env.get("WXPAY_MCHID"));
    config.setCertSerialNo(env.get("WXPAY_SERIAL"));
    config.setPrivateKeyPath(env.get("WXPAY_PRIVATE_KEY"));
    config.setPrivateCertPath(env.get("WXPAY_CERTIFICATE"));
    config.setApiV3Key(env.get("WXPAY_APIV3_KEY"));
    // 它只给 *.mch.weixin.qq.com 的请求签名，所以不能换 apiHostUrl，只换请求送往哪里
    if (env.get("API_BASE") != null) config.setApiV3HttpClientBuilderCustomizer(http ->
        http.setRoutePlanner((target, request, context) -> new HttpRoute(HttpHost.create(env.get("API_BASE")))));
    // 它不读 Java 的代理设置，run 和 --intercept 时要告诉它
    else if (env.get("HTTPS_PROXY") != null) {
      var proxy = URI.create(env.get("HTTPS_PROXY"));
      config.setHttpProxyHost(proxy.getHost());
      config.setHttpProxyPort(proxy.getPort());
    }
    return config;
  }

  static WxPayService service(WxPayConfig config) {
    var service = new WxPayServiceImpl();
    service.setConfig(config);
    return service;
  }

  /** 用微信支付公钥验签。 */
  static WxPayService withPublicKey() {
    var config = config();
    config.setPublicKeyId(env.get("WXPAY_PUBLIC_KEY_ID"));
    config.setPublicKeyPath(env.get("WXPAY_PUBLIC_KEY"));
    return service(config);
  }

  /** 自动下载平台证书。 */
  static WxPayService withCertificates() {
    return service(config());
  }
}
