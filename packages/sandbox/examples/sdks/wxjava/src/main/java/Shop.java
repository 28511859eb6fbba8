import com.github.binarywang.wxpay.bean.notify.SignatureHeader;
import com.github.binarywang.wxpay.bean.notify.WxPayNotifyV3Result.DecryptNotifyResult;
import com.github.binarywang.wxpay.bean.profitsharing.request.ProfitSharingReceiverV3Request;
import com.github.binarywang.wxpay.bean.profitsharing.request.ProfitSharingV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayApplyTradeBillV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.bean.transfer.TransferBillsRequest;
import com.github.binarywang.wxpay.exception.WxPayException;
import com.github.binarywang.wxpay.service.WxPayService;
import com.google.gson.Gson;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** 一个小店的一天：每办成一步，打印它的名字。 */
public class Shop {
  static final Map<String, String> env = System.getenv();
  static final String mchid = env.get("WXPAY_MCHID"), number = "WXJAVA" + System.currentTimeMillis();
  static final String appid = "wxd678efh567hg6787", openid = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
  static final BlockingQueue<DecryptNotifyResult> notices = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    // 收通知的线程还在运行，出错时也要结束
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
      error.printStackTrace();
      System.exit(1);
    });
    var service = Client.withPublicKey();
    var notifyUrl = serve(service);

    String codeUrl = service.createOrderV3(TradeTypeEnum.NATIVE, order(number, notifyUrl, 100));
    done("下单", codeUrl.startsWith("weixin:"));

    control("POST", "pay", Map.of("key", number));
    var notice = notices.take();
    done("通知", notice.getOutTradeNo().equals(number) && notice.getTradeState().equals("SUCCESS"));

    var paid = service.queryOrderV3(null, number);
    done("查询", paid.getTradeState().equals("SUCCESS"));

    var refund = service.refundV3(new WxPayRefundV3Request()
        .setOutTradeNo(number).setOutRefundNo("R" + number).setNotifyUrl(notifyUrl)
        .setAmount(new WxPayRefundV3Request.Amount().setRefund(40).setTotal(100).setCurrency("CNY")));
    done("退款", refund.getAmount().getRefund() == 40);

    service.createOrderV3(TradeTypeEnum.NATIVE, order(number + "A", notifyUrl, 100));
    service.closeOrderV3(number + "A");
    done("关单", service.queryOrderV3(null, number + "A").getTradeState().equals("CLOSED"));

    // name 由 SDK 加密
    var sharing = service.getProfitSharingService();
    sharing.addReceiverV3(ProfitSharingReceiverV3Request.newBuilder()
        .appid(appid).type("PERSONAL_OPENID").account(openid).name("张三").relationType("STAFF").build());
    var receiver = new ProfitSharingV3Request.Receiver();
    receiver.setType("PERSONAL_OPENID");
    receiver.setAccount(openid);
    receiver.setName("张三");
    receiver.setAmount(10);
    receiver.setDescription("分给店员");
    var shared = sharing.profitSharingV3(ProfitSharingV3Request.newBuilder()
        .appid(appid).transactionId(paid.getTransactionId()).outOrderNo("P" + number).unfreezeUnsplit(true)
        .receivers(List.of(receiver)).build());
    done("分账", shared.getOutOrderNo().equals("P" + number));

    // userName 由 SDK 加密
    var transferred = service.getTransferService().transferBills(TransferBillsRequest.newBuilder()
        .appid(appid).outBillNo("T" + number).transferSceneId("1011").openid(openid).userName("张三")
        .transferAmount(100).transferRemark("赔付")
        .transferSceneReportInfos(List.of(TransferBillsRequest.TransferSceneReportInfo.newBuilder()
            .infoType("赔付原因").infoContent("少了一杯豆浆").build()))
        .build());
    done("转账", transferred.getState().equals("WAIT_USER_CONFIRM"));

    // 当天的账单第二天上午才有：把沙箱的时钟拨快一天
    control("POST", "clock", Map.of("advance", 24 * 3600_000));
    var request = new WxPayApplyTradeBillV3Request();
    request.setBillDate(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
    request.setBillType("ALL");
    var bill = service.applyTradeBill(request);
    var file = service.downloadBill(bill.getDownloadUrl()).readAllBytes();
    done("账单", hash("SHA-1", file).equals(bill.getHashValue()));

    var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    var uploaded = service.getMerchantMediaService().imageUploadV3(new ByteArrayInputStream(picture), "shop.png");
    done("上传", uploaded.getMediaId() != null);

    // 下载平台证书的客户端是 SDK 自己建的，换路由管不到它，换代理可以
    if (env.get("API_BASE") == null) {
      var byCertificate = Client.withCertificates();
      done("证书", byCertificate.queryOrderV3(null, number).getOutTradeNo().equals(number));
    }

    try {
      service.createOrderV3(TradeTypeEnum.NATIVE, order(number + "B", notifyUrl, 0));
    } catch (WxPayException refused) {
      done("报错", refused.getErrCode().equals("PARAM_ERROR"));
    }

    control("PUT", "scenario", Map.of("name", "WRONG_SIGNATURE"));
    try {
      service.queryOrderV3(null, number);
    } catch (WxPayException forged) {
      done("拒收", ExceptionUtils.getRootCauseMessage(forged).contains("签名验证失败"));
    }
    System.exit(0);
  }

  static void done(String step, boolean ok) {
    if (!ok) throw new IllegalStateException(step + " 不对");
    System.out.println(step);
  }

  static String hash(String algorithm, byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
  }

  static WxPayUnifiedOrderV3Request order(String number, String notifyUrl, int total) {
    return new WxPayUnifiedOrderV3Request()
        .setDescription("早餐").setOutTradeNo(number).setNotifyUrl(notifyUrl)
        .setAmount(new WxPayUnifiedOrderV3Request.Amount().setTotal(total))
        .setSettleInfo(new WxPayUnifiedOrderV3Request.SettleInfo().setProfitSharing(true));
  }

  /** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
  static void control(String method, String path, Map<String, Object> data) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(env.get("WXPAY_BASE_URL") + "/_sandbox/" + path))
        .method(method, HttpRequest.BodyPublishers.ofString(new Gson().toJson(data))).build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  /** 收通知：验签、解密都由 SDK 的 parseOrderNotifyV3Result 来做，验签不过时它抛错。返回通知的地址。 */
  static String serve(WxPayService service) throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/notify", exchange -> {
      var headers = exchange.getRequestHeaders();
      var signature = SignatureHeader.builder()
          .serial(headers.getFirst("Wechatpay-Serial"))
          .timeStamp(headers.getFirst("Wechatpay-Timestamp"))
          .nonce(headers.getFirst("Wechatpay-Nonce"))
          .signature(headers.getFirst("Wechatpay-Signature"))
          .build();
      var body = new String(exchange.getRequestBody().readAllBytes(), "UTF-8");
      var status = 204;
      try {
        notices.add(service.parseOrderNotifyV3Result(body, signature).getResult());
      } catch (WxPayException forged) {
        status = 401;
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/notify";
  }
}
