package main

import (
	"os"

	"github.com/go-pay/gopay/wechat/v3"
)

var mchid, serial, apiv3Key = os.Getenv("WXPAY_MCHID"), os.Getenv("WXPAY_SERIAL"), os.Getenv("WXPAY_APIV3_KEY")
var base, publicKeyID = os.Getenv("API_BASE"), os.Getenv("WXPAY_PUBLIC_KEY_ID")

func create() (*wechat.ClientV3, error) {
	privateKey, err := os.ReadFile(os.Getenv("WXPAY_PRIVATE_KEY"))
	if err != nil {
		return nil, err
	}
	client, err := wechat.NewClientV3(mchid, serial, apiv3Key, string(privateKey))
	if err != nil {
		return nil, err
	}
	// 空的就是 api.mch.weixin.qq.com
	client.SetProxyHost(base)
	return client, nil
}

// withPublicKey 用微信支付公钥验签
func withPublicKey() (*wechat.ClientV3, error) {
	client, err := create()
	if err != nil {
		return nil, err
	}
	publicKey, err := os.ReadFile(os.Getenv("WXPAY_PUBLIC_KEY"))
	if err != nil {
		return nil, err
	}
	return client, client.AutoVerifySignByPublicKey(publicKey, publicKeyID)
}

// withCertificates 自动下载平台证书，SetProxyHost 要在它之前
func withCertificates() (*wechat.ClientV3, error) {
	client, err := create()
	if err != nil {
		return nil, err
	}
	return client, client.AutoVerifySign()
}
