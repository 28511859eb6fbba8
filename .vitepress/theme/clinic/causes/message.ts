import type { Cause } from './cause.ts'

/** Code that verifies and decrypts responses and notifications. */
export const message: Cause[] = [
  {
    mistakes: ['body-re-serialised', 'body-truncated', 'body-lost', 'other-charset', 'not-utf-8', 'other-message'],
    kind: 'message',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const body = JSON.stringify(JSON.parse(raw), null, 2) // express.json() 之后的 req.body 再写一遍',
        right: `const body = raw // app.use('/notify', express.text({ type: '*/*' })) 的 req.body`,
      },
      'PHP': {
        wrong: '$body = json_encode(json_decode($raw)); // 或 $request->all()',
        right: `$body = $raw; // file_get_contents('php://input')、$request->getContent()`,
      },
      'Java': {
        wrong: '@RequestBody Map<String, Object> body // 再 toJson(body) 去验签',
        right: '@RequestBody String body // 原文，先验签再解析',
      },
      'Go': {
        wrong: 'c.ShouldBindJSON(&n) // 之后 c.Request.Body 已经读空',
        right: 'body, _ := io.ReadAll(c.Request.Body) // 先验签，再 json.Unmarshal(body, &n)',
      },
      'Python': {
        wrong: 'body = json.dumps(request.json)',
        right: 'body = request.get_data(as_text=True)  # Flask；Django 是 request.body',
      },
      'C#': {
        wrong: '[FromBody] JsonElement body // 再 body.ToString() 去验签',
        right: 'using var reader = new StreamReader(Request.Body, Encoding.UTF8);\nvar body = await reader.ReadToEndAsync();',
      },
    },
  },
  {
    mistakes: ['public-key-wanted', 'certificate-wanted', 'other-platform-certificate', 'other-key', 'other-hash', 'not-rsa'],
    kind: 'message',
    tested: [],
    code: {
      'Node': {
        wrong: 'verify(message, signature, platformCertificate) // 只有一把',
        right: `const key = keys[headers['wechatpay-serial']] // { '5F8B…': 平台证书, 'PUB_KEY_ID_…': 微信支付公钥 }`,
      },
      'PHP': {
        wrong: '$ok = openssl_verify($message, $sign, $platformCertificate, OPENSSL_ALGO_SHA256);',
        right: `$key = $keys[$headers['Wechatpay-Serial']] ?? throw new RuntimeException('不认识的序列号');`,
      },
      'Java': {
        wrong: 'new RSAAutoCertificateConfig.Builder() // 只认平台证书',
        right: 'new RSAPublicKeyConfig.Builder().publicKey(…).publicKeyId("PUB_KEY_ID_…") // 过渡期用 RSACombinedNotificationConfig 一类两种都认的',
      },
      'Go': {
        wrong: 'verifiers.NewSHA256WithRSAVerifier(certificateVisitor)',
        right: 'verifiers.NewSHA256WithRSACombinedVerifier(certificateVisitor, publicKeyID, publicKey)',
      },
      'Python': {
        wrong: 'WeChatPay(…)  # 没有给 public_key，只认平台证书',
        right: `WeChatPay(…, public_key=pub_key_pem, public_key_id='PUB_KEY_ID_…')`,
      },
      'C#': {
        wrong: 'var key = platformCertificate.GetRSAPublicKey();',
        right: 'var key = keys[Request.Headers["Wechatpay-Serial"]]; // 平台证书和微信支付公钥都放进字典',
      },
    },
  },
  {
    mistakes: ['signature-probe', 'timestamp-too-old'],
    kind: 'message',
    tested: [],
    code: {
      'Node': {
        wrong: 'if (!isValid) { /* 记一条日志，照样处理 */ }',
        right: 'if (!isValid) return response.writeHead(401).end() // 探测与重放都拒收',
      },
      'PHP': {
        wrong: 'if (!$valid) { Log::warning(…); } // 照样处理',
        right: 'if (!$valid || abs(time() - $timestamp) > 300) { http_response_code(401); exit; }',
      },
      'Java': {
        wrong: 'catch (ValidationException e) { return ResponseEntity.ok().build(); }',
        right: 'catch (ValidationException e) { return ResponseEntity.status(401).build(); }',
      },
      'Go': {
        wrong: 'if err != nil { w.WriteHeader(http.StatusOK) }',
        right: 'if err != nil { w.WriteHeader(http.StatusUnauthorized); return }',
      },
      'Python': {
        wrong: 'if not ok: logger.warning(…)  # 照样处理',
        right: 'if not ok: return Response(status=401)',
      },
      'C#': {
        wrong: 'if (!valid) return Ok();',
        right: 'if (!valid) return Unauthorized();',
      },
    },
  },
  {
    mistakes: ['wrong-apiv3-key', 'apiv2-key-used', 'associated-data', 'ciphertext-cut', 'nonce-of-header', 'plus-lost'],
    kind: 'message',
    tested: ['Node'],
    code: {
      'Node': {
        wrong: `const decipher = createDecipheriv('aes-256-gcm', apiv3Key, headers['wechatpay-nonce'].slice(0, 12))`,
        right: `const decipher = createDecipheriv('aes-256-gcm', apiv3Key, resource.nonce)\n  .setAuthTag(bytes.subarray(-16)).setAAD(Buffer.from(resource.associated_data))`,
      },
      'PHP': {
        wrong: `openssl_decrypt($text, 'aes-256-gcm', $apiv2Key, OPENSSL_RAW_DATA, $nonce, $tag); // 密钥、附加数据都不对`,
        right: `openssl_decrypt(substr($bytes, 0, -16), 'aes-256-gcm', $apiv3Key, OPENSSL_RAW_DATA,\n  $resource['nonce'], substr($bytes, -16), $resource['associated_data']);`,
      },
      'Java': {
        wrong: 'aesUtil.decryptToString(new byte[0], nonceHeader.getBytes(UTF_8), ciphertext)',
        right: 'aesUtil.decryptToString(associatedData.getBytes(UTF_8), resourceNonce.getBytes(UTF_8), ciphertext)',
      },
      'Go': {
        wrong: 'utils.DecryptAES256GCM(apiV2Key, "", headerNonce, ciphertext)',
        right: 'utils.DecryptAES256GCM(apiV3Key, resource.AssociatedData, resource.Nonce, resource.Ciphertext)',
      },
      'Python': {
        wrong: 'AESGCM(key).decrypt(nonce, data, None)  # 漏了 associated_data',
        right: `AESGCM(apiv3_key.encode()).decrypt(resource['nonce'].encode(), b64decode(resource['ciphertext']),\n  resource['associated_data'].encode())`,
      },
      'C#': {
        wrong: 'aes.Decrypt(headerNonce, cipher, tag, plain);',
        right: 'aes.Decrypt(UTF8.GetBytes(resource.Nonce), data[..^16], data[^16..], plain, UTF8.GetBytes(resource.AssociatedData));',
      },
    },
  },
]
