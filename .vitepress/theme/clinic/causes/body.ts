import type { Cause } from './cause.ts'

/** Code that makes the body of a request, and the fifth line of the string to sign. */
export const body: Cause[] = [
  {
    mistakes: ['body-re-serialised', 'body-left-out', 'body-lost', 'json-twice'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: `const signedBody = JSON.stringify(order, null, 2)\nconst sentBody = JSON.stringify(order) // axios 又序列化一次`,
        right: `const signedBody = JSON.stringify(order)\nconst sentBody = signedBody // 把字符串交给 HTTP 客户端，不要给对象`,
      },
      'PHP': {
        wrong: `$signedBody = json_encode($order, JSON_UNESCAPED_UNICODE);\n$sentBody = json_encode($order); // Guzzle 的 'json' => $order`,
        right: `$signedBody = json_encode($order, JSON_UNESCAPED_UNICODE);\n$sentBody = $signedBody; // Guzzle 的 'body' => $signedBody`,
      },
      'Java': {
        wrong: 'String signed = gson.toJson(order);\nrestTemplate.postForEntity(url, order, String.class); // Jackson 又序列化一次',
        right: 'String body = gson.toJson(order);\nhttpPost.setEntity(new StringEntity(body, StandardCharsets.UTF_8)); // 签名也用 body',
      },
      'Go': {
        wrong: 'signed, _ := json.Marshal(order)\nresty.New().R().SetBody(order).Post(url) // 又序列化一次',
        right: 'body, _ := json.Marshal(order)\nhttp.NewRequest("POST", url, bytes.NewReader(body)) // 签名也用 body',
      },
      'Python': {
        wrong: 'signed = json.dumps(order, ensure_ascii=False)\nrequests.post(url, json=order)  # 又序列化一次，空白和转义不同',
        right: 'body = json.dumps(order, ensure_ascii=False).encode()\nrequests.post(url, data=body)  # 签名也用 body',
      },
      'C#': {
        wrong: 'var signed = JsonConvert.SerializeObject(order);\nawait http.PostAsJsonAsync(url, order); // System.Text.Json 又序列化一次',
        right: 'var body = JsonSerializer.Serialize(order);\nawait http.PostAsync(url, new StringContent(body, Encoding.UTF8, "application/json"));',
      },
    },
  },
  {
    mistakes: ['empty-body-written'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const signedBody = JSON.stringify(data ?? {}) // GET 也签了 {}',
        right: `const signedBody = data === undefined ? '' : JSON.stringify(data)`,
      },
      'PHP': {
        wrong: '$signedBody = json_encode($data); // GET 时是 null',
        right: `$signedBody = $data === null ? '' : json_encode($data);`,
      },
      'Java': {
        wrong: 'String body = gson.toJson(params); // GET 的查询参数不是请求体',
        right: 'String body = "GET".equals(method) ? "" : gson.toJson(params);',
      },
      'Go': {
        wrong: 'body, _ := json.Marshal(params) // params 为 nil 时是 null',
        right: 'var body []byte\nif params != nil { body, _ = json.Marshal(params) }',
      },
      'Python': {
        wrong: `body = json.dumps(data or {})`,
        right: `body = json.dumps(data) if data is not None else ''`,
      },
      'C#': {
        wrong: 'var body = JsonSerializer.Serialize(data); // null 成了 "null"',
        right: 'var body = data is null ? "" : JsonSerializer.Serialize(data);',
      },
    },
  },
  {
    mistakes: ['other-charset', 'not-utf-8'],
    kind: 'request',
    tested: ['Node'],
    code: {
      'Node': {
        wrong: `const bytes = Buffer.from(message, 'latin1')`,
        right: `const bytes = Buffer.from(message, 'utf8')`,
      },
      'PHP': {
        wrong: `$bytes = mb_convert_encoding($message, 'GBK', 'UTF-8');`,
        right: '$bytes = $message; // 源文件与输入都用 UTF-8',
      },
      'Java': {
        wrong: 'signature.update(message.getBytes()); // Windows 上是 GBK',
        right: 'signature.update(message.getBytes(StandardCharsets.UTF_8));',
      },
      'Go': {
        wrong: 'b, _ := simplifiedchinese.GBK.NewEncoder().Bytes([]byte(message))',
        right: 'b := []byte(message) // Go 的字符串就是 UTF-8',
      },
      'Python': {
        wrong: `data = message.encode('gbk')`,
        right: `data = message.encode('utf-8')`,
      },
      'C#': {
        wrong: 'var bytes = Encoding.Default.GetBytes(message); // .NET Framework 上是 GBK',
        right: 'var bytes = Encoding.UTF8.GetBytes(message);',
      },
    },
  },
  {
    mistakes: ['form-body'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const signedBody = JSON.stringify(order)\nconst sentBody = new URLSearchParams(order).toString()',
        right: 'const signedBody = JSON.stringify(order)\nconst sentBody = signedBody // Content-Type: application/json',
      },
      'PHP': {
        wrong: `$signedBody = json_encode($order);\n$sentBody = http_build_query($order); // curl 收到数组、Guzzle 的 'form_params'`,
        right: '$signedBody = json_encode($order);\n$sentBody = $signedBody; // CURLOPT_POSTFIELDS 给字符串',
      },
      'Java': {
        wrong: 'httpPost.setEntity(new UrlEncodedFormEntity(pairs));',
        right: 'httpPost.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));',
      },
      'Go': {
        wrong: 'http.PostForm(url, values)',
        right: 'http.Post(url, "application/json", bytes.NewReader(body)) // 再加上 Authorization',
      },
      'Python': {
        wrong: 'requests.post(url, data=order)  # dict 成了表单',
        right: `requests.post(url, data=body, headers={'Content-Type': 'application/json', **headers})`,
      },
      'C#': {
        wrong: 'new FormUrlEncodedContent(pairs)',
        right: 'new StringContent(body, Encoding.UTF8, "application/json")',
      },
    },
  },
  {
    mistakes: ['multipart-signed-whole'],
    kind: 'request',
    tested: [],
    code: {
      'Node': { wrong: 'sign(await new Response(form).text())', right: 'const meta = JSON.stringify({ filename, sha256 })\nsign(meta); form.append(\'meta\', new Blob([meta], { type: \'application/json\' }))' },
      'PHP': { wrong: '$signedBody = (string) $multipart;', right: `$signedBody = json_encode(['filename' => $name, 'sha256' => hash('sha256', $bytes)]); // meta 那一段` },
      'Java': { wrong: 'String signed = EntityUtils.toString(multipartEntity);', right: 'String signed = meta; // {"filename":"…","sha256":"…"} 原文' },
      'Go': { wrong: 'signed := buffer.String() // 整个 multipart', right: 'signed := string(meta) // {"filename":"…","sha256":"…"} 原文' },
      'Python': { wrong: 'signed = prepared.body  # 整个 multipart', right: `signed = meta  # json.dumps({'filename': name, 'sha256': digest})` },
      'C#': { wrong: 'var signed = await content.ReadAsStringAsync(); // 整个 multipart', right: 'var signed = meta; // {"filename":"…","sha256":"…"} 原文' },
    },
  },
]
