// 一个小店的一天：每办成一步，打印它的名字。
package main

import (
	"bytes"
	"context"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"os"
	"strings"
	"time"

	"github.com/go-pay/gopay"
	"github.com/go-pay/gopay/wechat/v3"
)

const appid, openid = "wxd678efh567hg6787", "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"

var ctx, number = context.Background(), fmt.Sprintf("GOPAY%d", time.Now().UnixNano())

type fields = map[string]any

func body(data fields) gopay.BodyMap { return gopay.BodyMap(data) }

func value[T any](result T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return result
}

func done(step string, ok bool) {
	if !ok {
		log.Fatalf("%s 不对", step)
	}
	fmt.Println(step)
}

// control 是沙箱的控制接口：用户付款、拨快时钟、打开场景
func control(method, path string, data fields) {
	request := value(http.NewRequest(method, os.Getenv("WXPAY_BASE_URL")+"/_sandbox/"+path, bytes.NewReader(value(json.Marshal(data)))))
	value(http.DefaultClient.Do(request)).Body.Close()
}

// serve 收通知：验签、解密都用 SDK 的 V3NotifyReq
func serve(client *wechat.ClientV3) (address string, notices chan *wechat.V3DecryptPayResult) {
	listener := value(net.Listen("tcp", "127.0.0.1:0"))
	notices = make(chan *wechat.V3DecryptPayResult, 9)
	go http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		notice, err := wechat.V3ParseNotify(r)
		if err != nil || notice.VerifySignByPKMap(client.WxPublicKeyMap()) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		w.WriteHeader(http.StatusNoContent)
		notices <- value(notice.DecryptPayCipherText(apiv3Key))
	}))
	return "http://" + listener.Addr().String() + "/notify", notices
}

func order(number, notifyURL string, total int) gopay.BodyMap {
	return body(fields{
		"appid": appid, "mchid": mchid, "description": "早餐", "out_trade_no": number, "notify_url": notifyURL,
		"amount": fields{"total": total}, "settle_info": fields{"profit_sharing": true},
	})
}

func main() {
	client := value(withPublicKey())
	notifyURL, notices := serve(client)
	query := func(number string) *wechat.QueryOrder {
		return value(client.V3TransactionQueryOrder(ctx, wechat.OutTradeNo, number)).Response
	}

	prepaid := value(client.V3TransactionNative(ctx, order(number, notifyURL, 100)))
	done("下单", prepaid.Response.CodeUrl != "")

	control("POST", "pay", fields{"key": number})
	notice := <-notices
	done("通知", notice.OutTradeNo == number && notice.TradeState == "SUCCESS")

	paid := query(number)
	done("查询", paid.TradeState == "SUCCESS")

	refund := value(client.V3Refund(ctx, body(fields{
		"out_trade_no": number, "out_refund_no": "R" + number,
		"amount": fields{"refund": 40, "total": 100, "currency": "CNY"},
	})))
	done("退款", refund.Response.Amount.Refund == 40)

	value(client.V3TransactionNative(ctx, order(number+"A", notifyURL, 100)))
	value(client.V3TransactionCloseOrder(ctx, number+"A"))
	done("关单", query(number+"A").TradeState == "CLOSED")

	value(client.V3ProfitShareAddReceiver(ctx, body(fields{
		"appid": appid, "type": "PERSONAL_OPENID", "account": openid, "name": value(client.V3EncryptText("张三")), "relation_type": "STAFF",
	})))
	shared := value(client.V3ProfitShareOrder(ctx, body(fields{
		"appid": appid, "transaction_id": paid.TransactionId, "out_order_no": "P" + number, "unfreeze_unsplit": true,
		"receivers": []fields{{
			"type": "PERSONAL_OPENID", "account": openid, "name": value(client.V3EncryptText("张三")), "amount": 10, "description": "分给店员",
		}},
	})))
	done("分账", shared.Response.OutOrderNo == "P"+number)

	transferred := value(client.V3TransferBills(ctx, body(fields{
		"appid": appid, "out_bill_no": "T" + number, "transfer_scene_id": "1011", "openid": openid,
		"user_name": value(client.V3EncryptText("张三")), "transfer_amount": 100, "transfer_remark": "赔付",
		"transfer_scene_report_infos": []fields{{"info_type": "赔付原因", "info_content": "少了一杯豆浆"}},
	})))
	done("转账", transferred.Response.State == "WAIT_USER_CONFIRM")

	// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
	control("POST", "clock", fields{"advance": 24 * 3600_000})
	bill := value(client.V3BillTradeBill(ctx, body(fields{"bill_date": time.Now().In(time.FixedZone("CST", 8*3600)).Format(time.DateOnly)}))).Response
	// SDK 在 .com 处切开网址，别的地址它不认
	address := bill.DownloadUrl
	if base != "" {
		address = strings.Replace(address, base, "https://api.mch.weixin.qq.com", 1)
	}
	file := value(client.V3BillDownLoadBill(ctx, address))
	done("账单", fmt.Sprintf("%x", sha1.Sum(file)) == bill.HashValue)

	picture := &gopay.File{Name: "shop.png", Content: []byte("\x89PNG\r\n\x1a\n")}
	hash := fmt.Sprintf("%x", sha256.Sum256(picture.Content))
	uploaded := value(client.V3MediaUploadImage(ctx, picture.Name, hash, picture))
	done("上传", uploaded.Response.MediaId != "")

	byCertificate := value(withCertificates())
	found := value(byCertificate.V3TransactionQueryOrder(ctx, wechat.OutTradeNo, number))
	done("证书", found.Response.OutTradeNo == number)

	refused := value(client.V3TransactionNative(ctx, order(number+"B", notifyURL, 0)))
	done("报错", refused.Code == 400 && refused.ErrResponse.Code == "PARAM_ERROR")

	control("PUT", "scenario", fields{"name": "WRONG_SIGNATURE"})
	_, err := client.V3TransactionQueryOrder(ctx, wechat.OutTradeNo, number)
	done("拒收", errors.Is(err, gopay.VerifySignatureErr))
}
