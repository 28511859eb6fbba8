// 下一单，再查它。平台证书由 SDK 自动下载。
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"time"

	"github.com/wechatpay-apiv3/wechatpay-go/core"
	"github.com/wechatpay-apiv3/wechatpay-go/core/option"
	"github.com/wechatpay-apiv3/wechatpay-go/services/payments/native"
	"github.com/wechatpay-apiv3/wechatpay-go/utils"
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
	privateKey, err := utils.LoadPrivateKeyWithPath(os.Getenv("WXPAY_PRIVATE_KEY"))
	if err != nil {
		return "", err
	}
	client, err := core.NewClient(ctx, option.WithWechatPayAutoAuthCipher(mchid, serial, privateKey, apiv3Key))
	if err != nil {
		return "", err
	}
	service := native.NativeApiService{Client: client}

	number := fmt.Sprintf("GO%d", time.Now().UnixNano())
	_, _, err = service.Prepay(ctx, native.PrepayRequest{
		Appid:       core.String("wxd678efh567hg6787"),
		Mchid:       &mchid,
		Description: core.String("早餐"),
		OutTradeNo:  &number,
		NotifyUrl:   core.String("https://www.example.com/notify"),
		Amount:      &native.Amount{Total: core.Int64(100)},
	})
	if err != nil {
		return "", err
	}
	found, _, err := service.QueryOrderByOutTradeNo(ctx, native.QueryOrderByOutTradeNoRequest{
		Mchid: &mchid, OutTradeNo: &number,
	})
	if err != nil {
		return "", err
	}
	return *found.TradeState, nil
}
