// 下一单，再查它：签名、发送、验签。只用标准库（go run client.go）。
package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"time"
)

func read[Key any](name string, parse func([]byte) (any, error)) Key {
	text, err := os.ReadFile(os.Getenv(name))
	if err != nil {
		log.Fatal(err)
	}
	block, _ := pem.Decode(text)
	key, err := parse(block.Bytes)
	if err != nil {
		log.Fatal(err)
	}
	return key.(Key)
}

var privateKey = read[*rsa.PrivateKey]("WXPAY_PRIVATE_KEY", x509.ParsePKCS8PrivateKey)
var platformKey = read[*rsa.PublicKey]("WXPAY_PUBLIC_KEY", x509.ParsePKIXPublicKey)

func authorization(method, path string, body []byte) (string, error) {
	timestamp, random := time.Now().Unix(), make([]byte, 16)
	if _, err := rand.Read(random); err != nil {
		return "", err
	}
	hash := sha256.Sum256([]byte(fmt.Sprintf("%s\n%s\n%d\n%x\n%s\n", method, path, timestamp, random, body)))
	signature, err := rsa.SignPKCS1v15(rand.Reader, privateKey, crypto.SHA256, hash[:])
	return fmt.Sprintf(
		`WECHATPAY2-SHA256-RSA2048 mchid="%s",serial_no="%s",nonce_str="%x",timestamp="%d",signature="%s"`,
		os.Getenv("WXPAY_MCHID"), os.Getenv("WXPAY_SERIAL"), random, timestamp,
		base64.StdEncoding.EncodeToString(signature)), err
}

func verify(header http.Header, body []byte) error {
	message := fmt.Sprintf("%s\n%s\n%s\n", header.Get("Wechatpay-Timestamp"), header.Get("Wechatpay-Nonce"), body)
	signature, err := base64.StdEncoding.DecodeString(header.Get("Wechatpay-Signature"))
	if err != nil {
		return err
	}
	hash := sha256.Sum256([]byte(message))
	return rsa.VerifyPKCS1v15(platformKey, crypto.SHA256, hash[:], signature)
}

func call(method, path string, body []byte, result any) error {
	request, err := http.NewRequest(method, os.Getenv("WXPAY_BASE_URL")+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	token, err := authorization(method, path, body)
	if err != nil {
		return err
	}
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("Wechatpay-Serial", os.Getenv("WXPAY_PUBLIC_KEY_ID"))
	request.Header.Set("Authorization", token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode >= 400 {
		return fmt.Errorf("%s %s", response.Status, text)
	}
	if err := verify(response.Header, text); err != nil {
		return err
	}
	return json.Unmarshal(text, result)
}

func main() {
	mchid, number := os.Getenv("WXPAY_MCHID"), fmt.Sprintf("GO%d", time.Now().UnixNano())
	order, err := json.Marshal(map[string]any{
		"appid": "wxd678efh567hg6787", "mchid": mchid, "description": "早餐", "out_trade_no": number,
		"notify_url": "http://127.0.0.1:3000/notify", "amount": map[string]any{"total": 100, "currency": "CNY"},
	})
	if err != nil {
		log.Fatal(err)
	}
	var prepaid, found map[string]any
	if err := call("POST", "/v3/pay/transactions/native", order, &prepaid); err != nil {
		log.Fatal(err)
	}
	path := fmt.Sprintf("/v3/pay/transactions/out-trade-no/%s?mchid=%s", number, mchid)
	if err := call("GET", path, nil, &found); err != nil {
		log.Fatal(err)
	}
	fmt.Println(found["trade_state"])
}
