import com.wechat.pay.java.core.Config;
import com.wechat.pay.java.core.RSAAutoCertificateConfig;
import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

class Client {
  static final Map<String, String> env = System.getenv();

  /** 没有地址的选项，在 OkHttp 的拦截器里换；okhttp 要自己写进依赖，SDK 只在运行时带着它。 */
  static DefaultHttpClientBuilder http() {
    var http = new DefaultHttpClientBuilder();
    if (env.get("API_BASE") == null) return http;
    var base = HttpUrl.get(env.get("API_BASE"));
    return http.okHttpClient(new OkHttpClient.Builder().addInterceptor(chain -> {
      var request = chain.request();
      var url = request.url().newBuilder().scheme(base.scheme()).host(base.host()).port(base.port()).build();
      return chain.proceed(request.newBuilder().url(url).build());
    }).build());
  }

  /** 各个服务都给它：给 config 的话，服务自建的客户端不知道换了地址。有加密字段的服务，另给 encryptor 和 decryptor。 */
  static HttpClient httpClient(Config config) {
    return http().config(config).build();
  }

  /** 用微信支付公钥验签。 */
  static RSAPublicKeyConfig withPublicKey() {
    return new RSAPublicKeyConfig.Builder()
        .merchantId(env.get("WXPAY_MCHID"))
        .merchantSerialNumber(env.get("WXPAY_SERIAL"))
        .privateKeyFromPath(env.get("WXPAY_PRIVATE_KEY"))
        .publicKeyId(env.get("WXPAY_PUBLIC_KEY_ID"))
        .publicKeyFromPath(env.get("WXPAY_PUBLIC_KEY"))
        .apiV3Key(env.get("WXPAY_APIV3_KEY"))
        .build();
  }

  /** 自动下载平台证书，下载时也用 httpClientBuilder。 */
  static Config withCertificates() {
    return new RSAAutoCertificateConfig.Builder()
        .merchantId(env.get("WXPAY_MCHID"))
        .merchantSerialNumber(env.get("WXPAY_SERIAL"))
        .privateKeyFromPath(env.get("WXPAY_PRIVATE_KEY"))
        .apiV3Key(env.get("WXPAY_APIV3_KEY"))
        .httpClientBuilder(http())
        .build();
  }
}
