package main

import (
	"context"
	"net/http"
	"net/url"
	"os"

	"github.com/wechatpay-apiv3/wechatpay-go/core"
	"github.com/wechatpay-apiv3/wechatpay-go/core/downloader"
	"github.com/wechatpay-apiv3/wechatpay-go/core/option"
	"github.com/wechatpay-apiv3/wechatpay-go/utils"
)

var mchid, serial, apiv3Key = os.Getenv("WXPAY_MCHID"), os.Getenv("WXPAY_SERIAL"), os.Getenv("WXPAY_APIV3_KEY")
var publicKeyID = os.Getenv("WXPAY_PUBLIC_KEY_ID")

// 没有地址的选项，在 http.RoundTripper 里换
type elsewhere struct{ base *url.URL }

func (e elsewhere) RoundTrip(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	r.URL.Scheme, r.URL.Host, r.Host = e.base.Scheme, e.base.Host, e.base.Host
	return http.DefaultTransport.RoundTrip(r)
}

func httpClient() *http.Client {
	if base, err := url.Parse(os.Getenv("API_BASE")); err == nil && base.Host != "" {
		return &http.Client{Transport: elsewhere{base}}
	}
	return http.DefaultClient
}

// withPublicKey 用微信支付公钥验签；options 写在后面的覆盖前面的
func withPublicKey(ctx context.Context, options ...core.ClientOption) (*core.Client, error) {
	privateKey, err := utils.LoadPrivateKeyWithPath(os.Getenv("WXPAY_PRIVATE_KEY"))
	if err != nil {
		return nil, err
	}
	publicKey, err := utils.LoadPublicKeyWithPath(os.Getenv("WXPAY_PUBLIC_KEY"))
	if err != nil {
		return nil, err
	}
	return core.NewClient(ctx, append([]core.ClientOption{
		option.WithWechatPayPublicKeyAuthCipher(mchid, serial, privateKey, publicKeyID, publicKey),
		option.WithHTTPClient(httpClient()),
	}, options...)...)
}

// withCertificates 自动下载平台证书。WithWechatPayAutoAuthCipher 换不了地址，先用自己的 http.Client 注册下载器就行
func withCertificates(ctx context.Context) (*core.Client, error) {
	privateKey, err := utils.LoadPrivateKeyWithPath(os.Getenv("WXPAY_PRIVATE_KEY"))
	if err != nil {
		return nil, err
	}
	plain, err := core.NewClient(ctx,
		option.WithMerchantCredential(mchid, serial, privateKey),
		option.WithoutValidator(),
		option.WithHTTPClient(httpClient()))
	if err != nil {
		return nil, err
	}
	manager := downloader.MgrInstance()
	if err := manager.RegisterDownloaderWithClient(ctx, plain, mchid, apiv3Key); err != nil {
		return nil, err
	}
	return core.NewClient(ctx,
		option.WithWechatPayAutoAuthCipherUsingDownloaderMgr(mchid, serial, privateKey, manager),
		option.WithHTTPClient(httpClient()))
}
