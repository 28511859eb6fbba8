import type { Cause } from './cause.ts'

/** Code that makes the parameters for a phone. */
export const phone: Cause[] = [
  {
    mistakes: [
      'prepay-id-prefix-missing', 'package-renamed', 'app-names-in-jsapi', 'timestamp-not-a-string', 'timestamp-in-milliseconds',
      'last-newline-missing', 'newline-too-many', 'crlf', 'newline-written-out', 'other-appid', 'prepay-id-expired',
      'timestamp-taken-twice', 'hashed-twice', 'apiv2-signature', 'other-hash', 'pss-padding', 'not-rsa', 'other-key', 'platform-key',
      'hex-signature', 'base64url', 'base64-spelling', 'encoded-twice', 'plus-lost', 'other-message',
    ],
    kind: 'phone',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const message = `${appid}\\n${timeStamp}\\n${nonceStr}\\n${prepayId}\\n` // 第四行少了 prepay_id=',
        right: 'const message = `${appid}\\n${timeStamp}\\n${nonceStr}\\nprepay_id=${prepayId}\\n` // timeStamp 是字符串，秒',
      },
      'PHP': {
        wrong: '$message = "$appid\\n$timeStamp\\n$nonceStr\\n$prepayId\\n"; // 第四行少了 prepay_id=',
        right: '$message = "$appid\\n$timeStamp\\n$nonceStr\\nprepay_id=$prepayId\\n"; // $timeStamp = (string) time()',
      },
      'Java': {
        wrong: 'String message = String.join("\\n", appid, timeStamp, nonceStr, prepayId);',
        right: 'String message = appid + "\\n" + timeStamp + "\\n" + nonceStr + "\\nprepay_id=" + prepayId + "\\n";',
      },
      'Go': {
        wrong: 'message := fmt.Sprintf("%s\\n%s\\n%s\\n%s\\n", appid, timeStamp, nonceStr, prepayID)',
        right: 'message := fmt.Sprintf("%s\\n%s\\n%s\\nprepay_id=%s\\n", appid, timeStamp, nonceStr, prepayID)',
      },
      'Python': {
        wrong: `message = '\\n'.join([appid, time_stamp, nonce_str, prepay_id])`,
        right: `message = f'{appid}\\n{time_stamp}\\n{nonce_str}\\nprepay_id={prepay_id}\\n'`,
      },
      'C#': {
        wrong: 'var message = $"{appid}\\n{timeStamp}\\n{nonceStr}\\n{prepayId}\\n";',
        right: 'var message = $"{appid}\\n{timeStamp}\\n{nonceStr}\\nprepay_id={prepayId}\\n";',
      },
    },
  },
  {
    mistakes: ['prepay-id-prefix-present'],
    kind: 'phone',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const message = `${appid}\\n${timestamp}\\n${noncestr}\\nprepay_id=${prepayid}\\n` // JSAPI 的写法',
        right: 'const message = `${appid}\\n${timestamp}\\n${noncestr}\\n${prepayid}\\n` // App：只要 prepay_id 的值',
      },
      'PHP': {
        wrong: '$message = "$appid\\n$timestamp\\n$noncestr\\nprepay_id=$prepayid\\n"; // JSAPI 的写法',
        right: '$message = "$appid\\n$timestamp\\n$noncestr\\n$prepayid\\n"; // App：只要 prepay_id 的值',
      },
      'Java': {
        wrong: 'String message = appid + "\\n" + timestamp + "\\n" + noncestr + "\\nprepay_id=" + prepayid + "\\n";',
        right: 'String message = appid + "\\n" + timestamp + "\\n" + noncestr + "\\n" + prepayid + "\\n";',
      },
      'Go': {
        wrong: 'fmt.Sprintf("%s\\n%s\\n%s\\nprepay_id=%s\\n", appid, timestamp, noncestr, prepayid)',
        right: 'fmt.Sprintf("%s\\n%s\\n%s\\n%s\\n", appid, timestamp, noncestr, prepayid)',
      },
      'Python': {
        wrong: `message = f'{appid}\\n{timestamp}\\n{noncestr}\\nprepay_id={prepayid}\\n'`,
        right: `message = f'{appid}\\n{timestamp}\\n{noncestr}\\n{prepayid}\\n'`,
      },
      'C#': {
        wrong: 'var message = $"{appid}\\n{timestamp}\\n{noncestr}\\nprepay_id={prepayid}\\n";',
        right: 'var message = $"{appid}\\n{timestamp}\\n{noncestr}\\n{prepayid}\\n";',
      },
    },
  },
  {
    mistakes: ['apiv3-key-used', 'key-left-out', 'sign-type', 'wrong-order', 'url-re-encoded'],
    kind: 'phone',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: `const sign = createHmac('sha256', apiv3Key).update(pairs + '&key=' + apiv3Key).digest('hex').toUpperCase()`,
        right: `// 支付分：pairs 按名称的字典序；密钥是 APIv2 的\nconst sign = createHmac('sha256', apiv2Key).update(pairs + '&key=' + apiv2Key).digest('hex').toUpperCase()`,
      },
      'PHP': {
        wrong: `$sign = strtoupper(hash_hmac('sha256', $pairs, $apiv2Key)); // 漏了 &key=`,
        right: `// 支付分：$pairs 按名称的字典序；密钥是 APIv2 的\n$sign = strtoupper(hash_hmac('sha256', $pairs . '&key=' . $apiv2Key, $apiv2Key));`,
      },
      'Java': {
        wrong: 'mac.init(new SecretKeySpec(apiV3Key.getBytes(UTF_8), "HmacSHA256"));',
        right: 'mac.init(new SecretKeySpec(apiV2Key.getBytes(UTF_8), "HmacSHA256"));\nmac.doFinal((pairs + "&key=" + apiV2Key).getBytes(UTF_8));',
      },
      'Go': {
        wrong: 'mac := hmac.New(sha256.New, []byte(apiV3Key))',
        right: 'mac := hmac.New(sha256.New, []byte(apiV2Key))\nmac.Write([]byte(pairs + "&key=" + apiV2Key))',
      },
      'Python': {
        wrong: 'hmac.new(apiv3_key.encode(), pairs.encode(), sha256)',
        right: `hmac.new(apiv2_key.encode(), f'{pairs}&key={apiv2_key}'.encode(), sha256).hexdigest().upper()`,
      },
      'C#': {
        wrong: 'new HMACSHA256(UTF8.GetBytes(apiV3Key))',
        right: 'new HMACSHA256(UTF8.GetBytes(apiV2Key)).ComputeHash(UTF8.GetBytes($"{pairs}&key={apiV2Key}"))',
      },
    },
  },
  {
    mistakes: ['coupon-numbers', 'coupon-member-unsigned'],
    kind: 'phone',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const names = Object.entries(coupons[0]).map(([name, value]) => `${name}=${value}`)\nconst pairs = [...names, `send_coupon_merchant=${mchid}`].sort().join("&")',
        right: 'const names = coupons.flatMap((coupon, i) => Object.entries(coupon).map(([name, value]) => `${name}${i}=${value}`))\nconst pairs = [...names, `send_coupon_merchant=${mchid}`].sort().join("&")',
      },
      'PHP': {
        wrong: 'foreach ($coupons[0] as $name => $value) $names[] = "$name=$value";\n$names[] = "send_coupon_merchant=$mchid";\nsort($names);\n$pairs = implode(\'&\', $names);',
        right: 'foreach ($coupons as $i => $coupon) foreach ($coupon as $name => $value) $names[] = "$name$i=$value";\n$names[] = "send_coupon_merchant=$mchid";\nsort($names);\n$pairs = implode(\'&\', $names);',
      },
      'Java': {
        wrong: 'names.putAll(coupons.get(0));',
        right: 'for (int i = 0; i < coupons.size(); i++) {\n  for (var member : coupons.get(i).entrySet()) names.put(member.getKey() + i, member.getValue());\n}',
      },
      'Go': {
        wrong: 'for name, value := range coupons[0] {\n\tnames[name] = value\n}',
        right: 'for i, coupon := range coupons {\n\tfor name, value := range coupon {\n\t\tnames[fmt.Sprintf("%s%d", name, i)] = value\n\t}\n}',
      },
      'Python': {
        wrong: 'names = {**coupons[0], \'send_coupon_merchant\': mchid}',
        right: 'names = {f\'{name}{i}\': value for i, coupon in enumerate(coupons) for name, value in coupon.items()}\nnames[\'send_coupon_merchant\'] = mchid',
      },
      'C#': {
        wrong: 'foreach (var (name, value) in coupons[0]) names[name] = value;',
        right: 'for (var i = 0; i < coupons.Count; i++)\n    foreach (var (name, value) in coupons[i]) names[$"{name}{i}"] = value;',
      },
    },
  },
  {
    mistakes: ['package-url-encoded', 'package-not-url-encoded'],
    kind: 'phone',
    tested: [],
    code: {
      'Node': {
        wrong: 'wx.requestMerchantTransfer({ mchId, appId, package: encodeURIComponent(packageInfo) })',
        right: 'wx.requestMerchantTransfer({ mchId, appId, package: packageInfo }) // 拼进 query 时才 encodeURIComponent',
      },
      'PHP': {
        wrong: `$query = "mchId=$mchid&appId=$appid&package=$packageInfo";`,
        right: `$query = "mchId=$mchid&appId=$appid&package=" . rawurlencode($packageInfo);`,
      },
      'Java': {
        wrong: 'req.query = "mchId=" + mchId + "&package=" + packageInfo + "&appId=" + appId;',
        right: 'req.query = "mchId=" + mchId + "&package=" + URLEncoder.encode(packageInfo, "UTF-8") + "&appId=" + appId;',
      },
      'Go': {
        wrong: `query := "mchId=" + mchID + "&package=" + packageInfo`,
        right: `query := "mchId=" + mchID + "&package=" + url.QueryEscape(packageInfo)`,
      },
      'Python': {
        wrong: `query = f'mchId={mchid}&appId={appid}&package={package_info}'`,
        right: `query = f'mchId={mchid}&appId={appid}&package={quote(package_info, safe="")}'`,
      },
      'C#': {
        wrong: 'var query = $"mchId={mchid}&appId={appid}&package={packageInfo}";',
        right: 'var query = $"mchId={mchid}&appId={appid}&package={Uri.EscapeDataString(packageInfo)}";',
      },
    },
  },
]
