import com.wechat.pay.java.core.RSAAutoCertificateConfig;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;

/** 下一单，再查它。平台证书由 SDK 自动下载。 */
public class Shop {
  public static void main(String[] args) {
    var env = System.getenv();
    var config = new RSAAutoCertificateConfig.Builder()
        .merchantId(env.get("WXPAY_MCHID"))
        .merchantSerialNumber(env.get("WXPAY_SERIAL"))
        .privateKeyFromPath(env.get("WXPAY_PRIVATE_KEY"))
        .apiV3Key(env.get("WXPAY_APIV3_KEY"))
        .build();
    var service = new NativePayService.Builder().config(config).build();

    var amount = new Amount();
    amount.setTotal(100);
    var order = new PrepayRequest();
    order.setAppid("wxd678efh567hg6787");
    order.setMchid(env.get("WXPAY_MCHID"));
    order.setDescription("早餐");
    order.setOutTradeNo("JAVA" + System.currentTimeMillis());
    order.setNotifyUrl("https://www.example.com/notify");
    order.setAmount(amount);
    service.prepay(order);

    var query = new QueryOrderByOutTradeNoRequest();
    query.setMchid(order.getMchid());
    query.setOutTradeNo(order.getOutTradeNo());
    System.out.println(service.queryOrderByOutTradeNo(query).getTradeState());
    // 下载证书的定时任务还在运行
    System.exit(0);
  }
}
