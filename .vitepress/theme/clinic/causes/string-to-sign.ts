import type { Cause } from './cause.ts'

/** Code that builds the string to sign of a request. */
export const stringToSign: Cause[] = [
  {
    mistakes: ['last-newline-missing', 'newline-too-many'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: `const message = [method, path, timestamp, nonce, body].join('\\n')`,
        right: `const message = [method, path, timestamp, nonce, body].map(line => line + '\\n').join('')`,
      },
      'PHP': {
        wrong: `$message = implode("\\n", [$method, $path, $timestamp, $nonce, $body]);`,
        right: `$message = implode("\\n", [$method, $path, $timestamp, $nonce, $body, '']);`,
      },
      'Java': {
        wrong: `String message = String.join("\\n", method, path, timestamp, nonce, body);`,
        right: `String message = method + "\\n" + path + "\\n" + timestamp + "\\n" + nonce + "\\n" + body + "\\n";`,
      },
      'Go': {
        wrong: `message := strings.Join([]string{method, path, timestamp, nonce, body}, "\\n")`,
        right: `message := fmt.Sprintf("%s\\n%s\\n%s\\n%s\\n%s\\n", method, path, timestamp, nonce, body)`,
      },
      'Python': {
        wrong: `message = '\\n'.join([method, path, timestamp, nonce, body])`,
        right: `message = ''.join(line + '\\n' for line in (method, path, timestamp, nonce, body))`,
      },
      'C#': {
        wrong: `var message = string.Join("\\n", method, path, timestamp, nonce, body);`,
        right: `var message = $"{method}\\n{path}\\n{timestamp}\\n{nonce}\\n{body}\\n";`,
      },
    },
  },
  {
    mistakes: ['crlf', 'newline-written-out'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: `const message = [method, path, timestamp, nonce, body, ''].join('\\r\\n') // 或 os.EOL`,
        right: `const message = [method, path, timestamp, nonce, body, ''].join('\\n')`,
      },
      'PHP': {
        wrong: `$message = $method . '\\n' . $path . '\\n' . $timestamp . '\\n' . $nonce . '\\n' . $body . '\\n'; // 单引号`,
        right: `$message = "$method\\n$path\\n$timestamp\\n$nonce\\n$body\\n"; // 双引号`,
      },
      'Java': {
        wrong: `String message = String.join(System.lineSeparator(), method, path, timestamp, nonce, body, "");`,
        right: `String message = String.join("\\n", method, path, timestamp, nonce, body, "");`,
      },
      'Go': {
        wrong: 'message := method + `\\n` + path + `\\n` + timestamp + `\\n` + nonce + `\\n` + body + `\\n` // 反引号',
        right: 'message := method + "\\n" + path + "\\n" + timestamp + "\\n" + nonce + "\\n" + body + "\\n"',
      },
      'Python': {
        wrong: `message = os.linesep.join([method, path, timestamp, nonce, body, ''])  # Windows 上是 \\r\\n`,
        right: `message = '\\n'.join([method, path, timestamp, nonce, body, ''])`,
      },
      'C#': {
        wrong: `var message = new StringBuilder().AppendLine(method).AppendLine(path) /* … */; // Windows 上是 \\r\\n`,
        right: `var message = string.Join("\\n", method, path, timestamp, nonce, body, "");`,
      },
    },
  },
  {
    mistakes: ['wrong-order', 'response-form'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const message = `${timestamp}\\n${nonce}\\n${body}\\n` // 应答验签的三行',
        right: 'const message = `${method}\\n${path}\\n${timestamp}\\n${nonce}\\n${body}\\n`',
      },
      'PHP': {
        wrong: `$message = "$timestamp\\n$nonce\\n$body\\n"; // 应答验签的三行`,
        right: `$message = "$method\\n$path\\n$timestamp\\n$nonce\\n$body\\n";`,
      },
      'Java': {
        wrong: `String message = timestamp + "\\n" + nonce + "\\n" + body + "\\n"; // 应答验签的三行`,
        right: `String message = method + "\\n" + path + "\\n" + timestamp + "\\n" + nonce + "\\n" + body + "\\n";`,
      },
      'Go': {
        wrong: `message := fmt.Sprintf("%s\\n%s\\n%s\\n", timestamp, nonce, body) // 应答验签的三行`,
        right: `message := fmt.Sprintf("%s\\n%s\\n%s\\n%s\\n%s\\n", method, path, timestamp, nonce, body)`,
      },
      'Python': {
        wrong: `message = f'{timestamp}\\n{nonce}\\n{body}\\n'  # 应答验签的三行`,
        right: `message = f'{method}\\n{path}\\n{timestamp}\\n{nonce}\\n{body}\\n'`,
      },
      'C#': {
        wrong: `var message = $"{timestamp}\\n{nonce}\\n{body}\\n"; // 应答验签的三行`,
        right: `var message = $"{method}\\n{path}\\n{timestamp}\\n{nonce}\\n{body}\\n";`,
      },
    },
  },
  {
    mistakes: ['method-lower-case', 'wrong-method'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const message = `${config.method}\\n${path}\\n${timestamp}\\n${nonce}\\n${body}\\n` // axios 的 method 是小写',
        right: 'const message = `${config.method.toUpperCase()}\\n${path}\\n${timestamp}\\n${nonce}\\n${body}\\n`',
      },
      'PHP': {
        wrong: `$message = "post\\n$path\\n$timestamp\\n$nonce\\n$body\\n";`,
        right: `$message = "POST\\n$path\\n$timestamp\\n$nonce\\n$body\\n";`,
      },
      'Java': {
        wrong: `String message = "post\\n" + path + "\\n" + timestamp + "\\n" + nonce + "\\n" + body + "\\n";`,
        right: `String message = request.method() + "\\n" + path + "\\n" + timestamp + "\\n" + nonce + "\\n" + body + "\\n";`,
      },
      'Go': {
        wrong: `message := "post\\n" + path + "\\n" // …`,
        right: `message := req.Method + "\\n" + path + "\\n" // http.MethodPost`,
      },
      'Python': {
        wrong: `requests.request('post', url)  # 签名也用了 'post'`,
        right: `message = f'{method.upper()}\\n{path}\\n{timestamp}\\n{nonce}\\n{body}\\n'`,
      },
      'C#': {
        wrong: `var message = $"{nameof(HttpMethod.Post)}\\n{path}\\n…"; // Post，不是 POST`,
        right: `var message = $"{request.Method.Method}\\n{path}\\n…"; // HttpMethod.Post.Method 是 POST`,
      },
    },
  },
  {
    mistakes: ['timestamp-in-milliseconds'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const timestamp = Date.now()',
        right: 'const timestamp = Math.floor(Date.now() / 1000)',
      },
      'PHP': {
        wrong: '$timestamp = round(microtime(true) * 1000);',
        right: '$timestamp = time();',
      },
      'Java': {
        wrong: 'long timestamp = System.currentTimeMillis();',
        right: 'long timestamp = Instant.now().getEpochSecond();',
      },
      'Go': {
        wrong: 'timestamp := time.Now().UnixMilli()',
        right: 'timestamp := time.Now().Unix()',
      },
      'Python': {
        wrong: 'timestamp = int(time.time() * 1000)',
        right: 'timestamp = int(time.time())',
      },
      'C#': {
        wrong: 'var timestamp = DateTimeOffset.Now.ToUnixTimeMilliseconds();',
        right: 'var timestamp = DateTimeOffset.Now.ToUnixTimeSeconds();',
      },
    },
  },
  {
    mistakes: ['timestamp-taken-twice', 'nonce-taken-twice', 'other-message'],
    kind: 'request',
    tested: [],
    code: {
      'Node': {
        wrong: 'const authorization = header(sign(message(now(), nonce())), now(), nonce()) // 各取了两次',
        right: 'const [timestamp, nonce] = [now(), newNonce()]\nconst authorization = header(sign(message(timestamp, nonce)), timestamp, nonce)',
      },
      'PHP': {
        wrong: '$sign = sign(time(), bin2hex(random_bytes(16)));\n$header = header(time(), bin2hex(random_bytes(16)), $sign);',
        right: '[$timestamp, $nonce] = [time(), bin2hex(random_bytes(16))];\n$header = header($timestamp, $nonce, sign($timestamp, $nonce));',
      },
      'Java': {
        wrong: '// 重试拦截器重发了先前的请求头，而签名是新的\nString token = sign(now(), newNonce()); request.header("Authorization", header(now(), newNonce(), token));',
        right: 'long timestamp = now(); String nonce = newNonce();\nrequest.header("Authorization", header(timestamp, nonce, sign(timestamp, nonce)));',
      },
      'Go': {
        wrong: 'sig := sign(time.Now().Unix(), newNonce())\nreq.Header.Set("Authorization", header(time.Now().Unix(), newNonce(), sig))',
        right: 'ts, nonce := time.Now().Unix(), newNonce()\nreq.Header.Set("Authorization", header(ts, nonce, sign(ts, nonce)))',
      },
      'Python': {
        wrong: 'signature = sign(int(time.time()), uuid4().hex)\nheader = build(int(time.time()), uuid4().hex, signature)',
        right: 'timestamp, nonce = int(time.time()), uuid4().hex\nheader = build(timestamp, nonce, sign(timestamp, nonce))',
      },
      'C#': {
        wrong: 'var sign = Sign(Now(), NewNonce());\nvar header = Build(Now(), NewNonce(), sign);',
        right: 'var (timestamp, nonce) = (Now(), NewNonce());\nvar header = Build(timestamp, nonce, Sign(timestamp, nonce));',
      },
    },
  },
]
