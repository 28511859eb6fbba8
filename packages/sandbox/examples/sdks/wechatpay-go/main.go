// 一个小店的一天：每办成一步，打印它的名字。
package main

import (
	"bytes"
	"context"
	"crypto/sha1"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/wechatpay-apiv3/wechatpay-go/core"
	"github.com/wechatpay-apiv3/wechatpay-go/core/auth/verifiers"
	"github.com/wechatpay-apiv3/wechatpay-go/core/consts"
	"github.com/wechatpay-apiv3/wechatpay-go/core/notify"
	"github.com/wechatpay-apiv3/wechatpay-go/core/option"
	"github.com/wechatpay-apiv3/wechatpay-go/services/fileuploader"
	"github.com/wechatpay-apiv3/wechatpay-go/services/payments"
	"github.com/wechatpay-apiv3/wechatpay-go/services/payments/native"
	"github.com/wechatpay-apiv3/wechatpay-go/services/profitsharing"
	"github.com/wechatpay-apiv3/wechatpay-go/services/refunddomestic"
	"github.com/wechatpay-apiv3/wechatpay-go/utils"
)

const appid, openid = "wxd678efh567hg6787", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"

var ctx, number, text = context.Background(), fmt.Sprintf("GO%d", time.Now().UnixNano()), core.String

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

func value[T any](result T, err error) T {
	must(err)
	return result
}

// answer 去掉 SDK 的第二个返回值
func answer[T any](result T, _ *core.APIResult, err error) T {
	return value(result, err)
}

func done(step string, ok bool) {
	if !ok {
		log.Fatalf("%s 不对", step)
	}
	fmt.Println(step)
}

// control 是沙箱的控制接口：用户付款、拨快时钟、打开场景
func control(method, path string, data map[string]any) {
	request := value(http.NewRequest(method, os.Getenv("WXPAY_BASE_URL")+"/_sandbox/"+path, bytes.NewReader(value(json.Marshal(data)))))
	value(http.DefaultClient.Do(request)).Body.Close()
}

// serve 收通知：验签、解密都由 SDK 的 notify.Handler 来做
func serve() (address string, notices chan *payments.Transaction) {
	publicKey := value(utils.LoadPublicKeyWithPath(os.Getenv("WXPAY_PUBLIC_KEY")))
	handler := value(notify.NewRSANotifyHandler(apiv3Key, verifiers.NewSHA256WithRSAPubkeyVerifier(publicKeyID, *publicKey)))
	listener := value(net.Listen("tcp", "127.0.0.1:0"))
	notices = make(chan *payments.Transaction, 9)
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		transaction := new(payments.Transaction)
		if _, err := handler.ParseNotifyRequest(r.Context(), r, transaction); err != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusNoContent)
		notices <- transaction
	}))
	return "http://" + listener.Addr().String() + "/notify", notices
}

func order(number, notifyURL string, total int64) native.PrepayRequest {
	return native.PrepayRequest{
		Appid: text(appid), Mchid: &mchid, Description: text("早餐"), OutTradeNo: &number, NotifyUrl: &notifyURL,
		Amount:     &native.Amount{Total: &total},
		SettleInfo: &native.SettleInfo{ProfitSharing: core.Bool(true)},
	}
}

func main() {
	client := value(withPublicKey(ctx))
	orders := native.NativeApiService{Client: client}
	notifyURL, notices := serve()

	prepaid := answer(orders.Prepay(ctx, order(number, notifyURL, 100)))
	done("下单", *prepaid.CodeUrl != "")

	control("POST", "pay", map[string]any{"key": number})
	notice := <-notices
	done("通知", *notice.OutTradeNo == number && *notice.TradeState == "SUCCESS")

	query := native.QueryOrderByOutTradeNoRequest{Mchid: &mchid, OutTradeNo: &number}
	paid := answer(orders.QueryOrderByOutTradeNo(ctx, query))
	done("查询", *paid.TradeState == "SUCCESS")

	refunds := refunddomestic.RefundsApiService{Client: client}
	refund := answer(refunds.Create(ctx, refunddomestic.CreateRequest{
		OutTradeNo: &number, OutRefundNo: text("R" + number),
		Amount: &refunddomestic.AmountReq{Refund: core.Int64(40), Total: core.Int64(100), Currency: text("CNY")},
	}))
	done("退款", *refund.Amount.Refund == 40)

	unpaid := number + "A"
	answer(orders.Prepay(ctx, order(unpaid, notifyURL, 100)))
	value(orders.CloseOrder(ctx, native.CloseOrderRequest{Mchid: &mchid, OutTradeNo: &unpaid}))
	closed := answer(orders.QueryOrderByOutTradeNo(ctx, native.QueryOrderByOutTradeNoRequest{Mchid: &mchid, OutTradeNo: &unpaid}))
	done("关单", *closed.TradeState == "CLOSED")

	// Name 由 SDK 加密
	receivers, shares := profitsharing.ReceiversApiService{Client: client}, profitsharing.OrdersApiService{Client: client}
	answer(receivers.AddReceiver(ctx, profitsharing.AddReceiverRequest{
		Appid: text(appid), Type: profitsharing.RECEIVERTYPE_PERSONAL_OPENID.Ptr(), Account: text(openid), Name: text("张三"),
		RelationType: profitsharing.RECEIVERRELATIONTYPE_STAFF.Ptr(),
	}))
	shared := answer(shares.CreateOrder(ctx, profitsharing.CreateOrderRequest{
		Appid: text(appid), TransactionId: paid.TransactionId, OutOrderNo: text("P" + number), UnfreezeUnsplit: core.Bool(true),
		Receivers: []profitsharing.CreateOrderReceiver{{
			Type: text("PERSONAL_OPENID"), Account: text(openid), Name: text("张三"), Amount: core.Int64(10), Description: text("分给店员"),
		}},
	}))
	done("分账", *shared.OutOrderNo == "P"+number)

	done("转账", transfer(client) == "WAIT_USER_CONFIRM")
	done("账单", downloadBill(client))

	uploader := fileuploader.ImageUploader{Client: client}
	image := answer(uploader.Upload(ctx, bytes.NewReader([]byte("\x89PNG\r\n\x1a\n")), "shop.png", consts.ImagePNG))
	done("上传", *image.MediaId != "")

	byCertificate := native.NativeApiService{Client: value(withCertificates(ctx))}
	done("证书", *answer(byCertificate.QueryOrderByOutTradeNo(ctx, query)).OutTradeNo == number)

	_, _, err := orders.Prepay(ctx, order(number+"B", notifyURL, 0))
	done("报错", core.IsAPIError(err, "PARAM_ERROR"))

	control("PUT", "scenario", map[string]any{"name": "WRONG_SIGNATURE"})
	_, _, err = orders.QueryOrderByOutTradeNo(ctx, query)
	done("拒收", err != nil && !core.IsAPIError(err, ""))
}

// transfer 发起转账。SDK 没有这个接口，用它的 Client 发；标了 EM_APIV3 的字段由它加密
func transfer(client *core.Client) string {
	type info struct {
		InfoType    string `json:"info_type"`
		InfoContent string `json:"info_content"`
	}
	type bill struct {
		Appid           string `json:"appid"`
		OutBillNo       string `json:"out_bill_no"`
		TransferSceneID string `json:"transfer_scene_id"`
		Openid          string `json:"openid"`
		UserName        string `json:"user_name" encryption:"EM_APIV3"`
		TransferAmount  int64  `json:"transfer_amount"`
		TransferRemark  string `json:"transfer_remark"`
		Infos           []info `json:"transfer_scene_report_infos"`
	}
	request := &bill{appid, "T" + number, "1011", openid, "张三", 100, "赔付", []info{{"赔付原因", "少了一杯豆浆"}}}
	header := http.Header{"Wechatpay-Serial": {value(client.EncryptRequest(ctx, request))}}
	path := consts.WechatPayAPIServer + "/v3/fund-app/mch-transfer/transfer-bills"
	result := value(client.Request(ctx, http.MethodPost, path, header, nil, request, consts.ApplicationJSON))
	var created struct{ State string }
	must(json.NewDecoder(result.Response.Body).Decode(&created))
	return created.State
}

// today 是北京时间的日期
func today() string {
	return time.Now().In(time.FixedZone("CST", 8*3600)).Format(time.DateOnly)
}

// downloadBill 下载当天的账单。它第二天上午才有，所以先把沙箱的时钟拨快一天；文件没有签名，用不验签的 Client 下载
func downloadBill(client *core.Client) bool {
	control("POST", "clock", map[string]any{"advance": 24 * 3600_000})
	path := consts.WechatPayAPIServer + "/v3/bill/tradebill?bill_date=" + today()
	var bill struct {
		HashValue   string `json:"hash_value"`
		DownloadURL string `json:"download_url"`
	}
	must(json.NewDecoder(value(client.Get(ctx, path)).Response.Body).Decode(&bill))
	unverified := value(withPublicKey(ctx, option.WithoutValidator()))
	file := value(io.ReadAll(value(unverified.Get(ctx, bill.DownloadURL)).Response.Body))
	return fmt.Sprintf("%x", sha1.Sum(file)) == bill.HashValue
}
