// 下一单，再查它。平台证书由 SDK 自动下载。
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/go-pay/gopay"
	"github.com/go-pay/gopay/wechat/v3"
)

func main() {
	state, err := orderAndQuery(context.Background())
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(state)
}

func orderAndQuery(ctx context.Context) (string, error) {
	mchid, serial, apiv3Key := os.Getenv("WXPAY_MCHID"), os.Getenv("WXPAY_SERIAL"), os.Getenv("WXPAY_APIV3_KEY")
	privateKey, err := os.ReadFile(os.Getenv("WXPAY_PRIVATE_KEY"))
	if err != nil {
		return "", err
	}
	client, err := wechat.NewClientV3(mchid, serial, apiv3Key, string(privateKey))
	if err != nil {
		return "", err
	}
	if err := client.AutoVerifySign(); err != nil {
		return "", err
	}

	number := fmt.Sprintf("GOPAY%d", time.Now().UnixNano())
	order := make(gopay.BodyMap)
	order.Set("appid", "wxd678efh567hg6787").
		Set("mchid", mchid).
		Set("description", "早餐").
		Set("out_trade_no", number).
		Set("notify_url", "https://www.example.com/notify").
		SetBodyMap("amount", func(amount gopay.BodyMap) { amount.Set("total", 100) })
	ordered, err := client.V3TransactionNative(ctx, order)
	if err != nil {
		return "", err
	}
	if ordered.Code != wechat.Success {
		return "", fmt.Errorf("下单: %s", ordered.Error)
	}
	found, err := client.V3TransactionQueryOrder(ctx, wechat.OutTradeNo, number)
	if err != nil {
		return "", err
	}
	return found.Response.TradeState, nil
}
