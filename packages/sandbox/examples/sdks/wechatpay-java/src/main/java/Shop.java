import com.sun.net.httpserver.HttpServer;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.ValidationException;
import com.wechat.pay.java.core.http.HttpHeaders;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.file.FileUploadService;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.payments.nativepay.model.SettleInfo;
import com.wechat.pay.java.service.profitsharing.ProfitsharingService;
import com.wechat.pay.java.service.profitsharing.model.AddReceiverRequest;
import com.wechat.pay.java.service.profitsharing.model.CreateOrderReceiver;
import com.wechat.pay.java.service.profitsharing.model.CreateOrderRequest;
import com.wechat.pay.java.service.profitsharing.model.ReceiverRelationType;
import com.wechat.pay.java.service.profitsharing.model.ReceiverType;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
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
import java.util.function.Consumer;

/** 一个小店的一天：每办成一步，打印它的名字。 */
public class Shop {
  static final Map<String, String> env = System.getenv();
  static final String mchid = env.get("WXPAY_MCHID"), number = "JAVA" + System.currentTimeMillis();
  static final String appid = "wxd678efh567hg6787", openid = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
  static final BlockingQueue<Transaction> notices = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    // 收通知的线程还在运行，出错时也要结束
    Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
      error.printStackTrace();
      System.exit(1);
    });
    var config = Client.withPublicKey();
    var http = Client.httpClient(config);
    var encryptor = config.createEncryptor();
    var orders = new NativePayService.Builder().httpClient(http).build();
    var notifyUrl = serve(new NotificationParser(config));

    var prepaid = orders.prepay(order(number, notifyUrl, 100));
    done("下单", prepaid.getCodeUrl() != null);

    control("POST", "pay", Map.of("key", number));
    var notice = notices.take();
    done("通知", notice.getOutTradeNo().equals(number) && notice.getTradeState() == Transaction.TradeStateEnum.SUCCESS);

    var paid = orders.queryOrderByOutTradeNo(query(number));
    done("查询", paid.getTradeState() == Transaction.TradeStateEnum.SUCCESS);

    var refund = new RefundService.Builder().httpClient(http).build().create(with(new CreateRequest(), it -> {
      it.setOutTradeNo(number);
      it.setOutRefundNo("R" + number);
      it.setAmount(with(new AmountReq(), amount -> {
        amount.setRefund(40L);
        amount.setTotal(100L);
        amount.setCurrency("CNY");
      }));
    }));
    done("退款", refund.getAmount().getRefund() == 40);

    orders.prepay(order(number + "A", notifyUrl, 100));
    orders.closeOrder(with(new CloseOrderRequest(), it -> {
      it.setMchid(mchid);
      it.setOutTradeNo(number + "A");
    }));
    done("关单", orders.queryOrderByOutTradeNo(query(number + "A")).getTradeState() == Transaction.TradeStateEnum.CLOSED);

    // name 由 SDK 加密
    var sharing = new ProfitsharingService.Builder()
        .httpClient(http).encryptor(encryptor).decryptor(config.createDecryptor()).build();
    var added = sharing.addReceiver(with(new AddReceiverRequest(), it -> {
      it.setAppid(appid);
      it.setType(ReceiverType.PERSONAL_OPENID);
      it.setAccount(openid);
      it.setName("张三");
      it.setRelationType(ReceiverRelationType.STAFF);
    }));
    sharing.createOrder(with(new CreateOrderRequest(), it -> {
      it.setAppid(appid);
      it.setTransactionId(paid.getTransactionId());
      it.setOutOrderNo("P" + number);
      it.setUnfreezeUnsplit(true);
      it.setReceivers(List.of(with(new CreateOrderReceiver(), receiver -> {
        receiver.setType("PERSONAL_OPENID");
        receiver.setAccount(openid);
        receiver.setName("张三");
        receiver.setAmount(10L);
        receiver.setDescription("分给店员");
      })));
    }));
    done("分账", added.getName().equals("张三"));

    // SDK 没有这个接口，用它的 HttpClient 发
    var transfer = Map.of(
        "appid", appid, "out_bill_no", "T" + number, "transfer_scene_id", "1011", "openid", openid,
        "user_name", encryptor.encrypt("张三"), "transfer_amount", 100, "transfer_remark", "赔付",
        "transfer_scene_report_infos", List.of(Map.of("info_type", "赔付原因", "info_content", "少了一杯豆浆")));
    var headers = new HttpHeaders(Map.of(
        "Accept", "application/json", "Content-Type", "application/json", "Wechatpay-Serial", encryptor.getWechatpaySerial()));
    var transferred = http.post(headers, "https://api.mch.weixin.qq.com/v3/fund-app/mch-transfer/transfer-bills",
        new JsonRequestBody.Builder().body(GsonUtil.toJson(transfer)).build(), Map.class);
    done("转账", transferred.getServiceResponse().get("state").equals("WAIT_USER_CONFIRM"));

    // 当天的账单第二天上午才有：把沙箱的时钟拨快一天
    control("POST", "clock", Map.of("advance", 24 * 3600_000));
    var bills = new BillDownloadServiceExtension.Builder().httpClient(http).decryptor(config.createDecryptor()).build();
    var bill = bills.getTradeBill(with(new GetTradeBillRequest(), it -> {
      it.setBillDate(LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
      it.setBillType(BillType.ALL);
    }));
    bill.getInputStream().readAllBytes();
    done("账单", bill.verifyHash());

    var picture = new byte[] {(byte) 0x89, 'P', 'N', 'G'};
    var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(picture));
    var meta = GsonUtil.toJson(Map.of("filename", "shop.png", "sha256", hash));
    var uploads = new FileUploadService.Builder().httpClient(http).build();
    var uploaded = uploads.uploadImage("https://api.mch.weixin.qq.com/v3/merchant/media/upload", meta, "shop.png", picture);
    done("上传", uploaded.getMediaId() != null);

    var byCertificate = new NativePayService.Builder().httpClient(Client.httpClient(Client.withCertificates())).build();
    done("证书", byCertificate.queryOrderByOutTradeNo(query(number)).getOutTradeNo().equals(number));

    try {
      orders.prepay(order(number + "B", notifyUrl, 0));
    } catch (ServiceException refused) {
      done("报错", refused.getHttpStatusCode() == 400 && refused.getErrorCode().equals("PARAM_ERROR"));
    }

    control("PUT", "scenario", Map.of("name", "WRONG_SIGNATURE"));
    try {
      orders.queryOrderByOutTradeNo(query(number));
    } catch (ValidationException forged) {
      done("拒收", true);
    }
    // 下载证书的定时任务和收通知的服务还在运行
    System.exit(0);
  }

  static <T> T with(T it, Consumer<T> fill) {
    fill.accept(it);
    return it;
  }

  static void done(String step, boolean ok) {
    if (!ok) throw new IllegalStateException(step + " 不对");
    System.out.println(step);
  }

  static PrepayRequest order(String number, String notifyUrl, int total) {
    return with(new PrepayRequest(), it -> {
      it.setAppid(appid);
      it.setMchid(mchid);
      it.setDescription("早餐");
      it.setOutTradeNo(number);
      it.setNotifyUrl(notifyUrl);
      it.setAmount(with(new Amount(), amount -> amount.setTotal(total)));
      it.setSettleInfo(with(new SettleInfo(), settle -> settle.setProfitSharing(true)));
    });
  }

  static QueryOrderByOutTradeNoRequest query(String number) {
    return with(new QueryOrderByOutTradeNoRequest(), it -> {
      it.setMchid(mchid);
      it.setOutTradeNo(number);
    });
  }

  /** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
  static void control(String method, String path, Map<String, Object> data) throws Exception {
    var request = HttpRequest.newBuilder(URI.create(env.get("WXPAY_BASE_URL") + "/_sandbox/" + path))
        .method(method, HttpRequest.BodyPublishers.ofString(GsonUtil.toJson(data))).build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  /** 收通知：验签、解密都由 SDK 的 NotificationParser 来做，验签不过时它抛错。返回通知的地址。 */
  static String serve(NotificationParser parser) throws Exception {
    var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/notify", exchange -> {
      var headers = exchange.getRequestHeaders();
      var request = new RequestParam.Builder()
          .serialNumber(headers.getFirst("Wechatpay-Serial"))
          .timestamp(headers.getFirst("Wechatpay-Timestamp"))
          .nonce(headers.getFirst("Wechatpay-Nonce"))
          .signature(headers.getFirst("Wechatpay-Signature"))
          .signType(headers.getFirst("Wechatpay-Signature-Type"))
          .body(new String(exchange.getRequestBody().readAllBytes(), "UTF-8"))
          .build();
      var status = 204;
      try {
        notices.add(parser.parse(request, Transaction.class));
      } catch (ValidationException forged) {
        status = 401;
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    });
    server.start();
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/notify";
  }
}
