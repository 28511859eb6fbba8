import type { Cause } from './cause.ts'

/** Code that signs, and writes the header. */
export const signature: Cause[] = [
  {
    mistakes: ['pss-padding', 'other-hash', 'hashed-twice', 'signed-with-secret', 'not-rsa'],
    kind: 'request',
    tested: ['Node'],
    code: {
      'Node': {
        wrong: `const signature = createSign('RSA-SHA1').update(message).sign(privateKey, 'base64')`,
        right: `const signature = createSign('RSA-SHA256').update(message).sign(privateKey, 'base64')`,
      },
      'PHP': {
        wrong: 'openssl_sign($message, $raw, $privateKey); // 默认 SHA-1\n$signature = base64_encode($raw);',
        right: `openssl_sign($message, $raw, $privateKey, 'sha256WithRSAEncryption');\n$signature = base64_encode($raw);`,
      },
      'Java': {
        wrong: 'Signature s = Signature.getInstance("SHA1withRSA"); // 或 RSASSA-PSS',
        right: 'Signature s = Signature.getInstance("SHA256withRSA");',
      },
      'Go': {
        wrong: 'rsa.SignPSS(rand.Reader, key, crypto.SHA256, hashed[:], nil)',
        right: 'hashed := sha256.Sum256([]byte(message))\nrsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, hashed[:])',
      },
      'Python': {
        wrong: 'key.sign(sha256(message).digest(), padding.PKCS1v15(), hashes.SHA256())  # 摘要算了两次',
        right: 'key.sign(message, padding.PKCS1v15(), hashes.SHA256())',
      },
      'C#': {
        wrong: 'rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);',
        right: 'rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);',
      },
    },
  },
  {
    mistakes: ['hex-signature', 'base64url', 'base64-spelling', 'encoded-twice', 'plus-lost'],
    kind: 'request',
    tested: ['Node'],
    code: {
      'Node': {
        wrong: `const signature = createSign('RSA-SHA256').update(message).sign(privateKey, 'hex') // 或 base64url`,
        right: `const signature = createSign('RSA-SHA256').update(message).sign(privateKey, 'base64')`,
      },
      'PHP': {
        wrong: 'openssl_sign($message, $raw, $privateKey, OPENSSL_ALGO_SHA256);\n$signature = bin2hex($raw); // 或 chunk_split(base64_encode($raw))',
        right: 'openssl_sign($message, $raw, $privateKey, OPENSSL_ALGO_SHA256);\n$signature = base64_encode($raw);',
      },
      'Java': {
        wrong: 'Base64.getUrlEncoder().encodeToString(s.sign()) // 或 getMimeEncoder，带换行',
        right: 'Base64.getEncoder().encodeToString(s.sign())',
      },
      'Go': {
        wrong: 'base64.URLEncoding.EncodeToString(sig)',
        right: 'base64.StdEncoding.EncodeToString(sig)',
      },
      'Python': {
        wrong: 'signature = base64.encodebytes(raw).decode()  # 每 76 个字符换行',
        right: 'signature = base64.b64encode(raw).decode()',
      },
      'C#': {
        wrong: 'Convert.ToHexString(raw) // 或 Base64FormattingOptions.InsertLineBreaks',
        right: 'Convert.ToBase64String(raw)',
      },
    },
  },
  {
    mistakes: [
      'other-key', 'platform-key', 'other-serial', 'platform-serial', 'serial-spelling', 'serial-decimal', 'other-merchant',
    ],
    kind: 'request',
    tested: ['Node'],
    code: {
      'Node': {
        wrong: `const serial = new X509Certificate(platformCertificate).serialNumber // 平台证书的`,
        right: `const serial = new X509Certificate(certificate).serialNumber // apiclient_cert.pem，与 apiclient_key.pem 配套`,
      },
      'PHP': {
        wrong: `$serial = openssl_x509_parse($certificate)['serialNumber']; // 十进制，或 0x 开头`,
        right: `$serial = openssl_x509_parse($certificate)['serialNumberHex'];`,
      },
      'Java': {
        wrong: 'String serial = certificate.getSerialNumber().toString(); // 十进制',
        right: 'String serial = certificate.getSerialNumber().toString(16).toUpperCase();',
      },
      'Go': {
        wrong: 'serial := cert.SerialNumber.String() // 十进制',
        right: 'serial := utils.GetCertificateSerialNumber(*cert) // wechatpay-go；或 fmt.Sprintf("%X", cert.SerialNumber)',
      },
      'Python': {
        wrong: 'serial = str(cert.serial_number)  # 十进制',
        right: `serial = f'{cert.serial_number:X}'`,
      },
      'C#': {
        wrong: 'var serial = Convert.ToBase64String(certificate.GetSerialNumber()); // 小端字节',
        right: 'var serial = certificate.SerialNumber; // 大写十六进制',
      },
    },
  },
  {
    mistakes: ['scheme', 'part-missing', 'part-empty', 'quotes', 'separator', 'blanks-in-header'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const authorization = `Bearer WECHATPAY2-SHA256-RSA2048 mchid="${mchid}", serial_no="${serial}", nonce_str="${nonce}", timestamp="${timestamp}", signature="${signature}"`',
        right: 'const authorization = `WECHATPAY2-SHA256-RSA2048 mchid="${mchid}",serial_no="${serial}",nonce_str="${nonce}",timestamp="${timestamp}",signature="${signature}"`',
      },
      'PHP': {
        wrong: `$authorization = 'WECHATPAY2-SHA256-RSA2048 ' . http_build_query(compact('mchid'), '', ',');`,
        right: `$authorization = sprintf('WECHATPAY2-SHA256-RSA2048 mchid="%s",serial_no="%s",nonce_str="%s",timestamp="%s",signature="%s"',\n  $mchid, $serial, $nonce, $timestamp, $signature);`,
      },
      'Java': {
        wrong: '"mchid=" + mchid + ", serial_no=" + serial // 没有引号，有空格',
        right: '"mchid=\\"" + mchid + "\\",serial_no=\\"" + serial + "\\"" // 逗号两边没有空格',
      },
      'Go': {
        wrong: 'fmt.Sprintf("mchid=%s; nonce_str=%s", mchid, nonce)',
        right: 'fmt.Sprintf(`WECHATPAY2-SHA256-RSA2048 mchid="%s",nonce_str="%s",timestamp="%s",serial_no="%s",signature="%s"`,\n  mchid, nonce, timestamp, serial, signature)',
      },
      'Python': {
        wrong: `headers['Authorization'] = 'WECHATPAY2-SHA256-RSA2048 ' + ', '.join(parts)`,
        right: `headers['Authorization'] = 'WECHATPAY2-SHA256-RSA2048 ' + ','.join(f'{k}="{v}"' for k, v in parts.items())`,
      },
      'C#': {
        wrong: 'new AuthenticationHeaderValue("Bearer", token)',
        right: 'new AuthenticationHeaderValue("WECHATPAY2-SHA256-RSA2048", $"mchid=\\"{mchid}\\",serial_no=\\"{serial}\\",…")',
      },
    },
  },
]
