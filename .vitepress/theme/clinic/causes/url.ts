import type { Cause } from './cause.ts'

/** Code that makes the second line of the string to sign. */
export const url: Cause[] = [
  {
    mistakes: ['query-left-out'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const path = new URL(url).pathname',
        right: 'const { pathname, search } = new URL(url)\nconst path = pathname + search',
      },
      'PHP': {
        wrong: '$path = parse_url($url, PHP_URL_PATH);',
        right: `$parts = parse_url($url);\n$path = $parts['path'] . (isset($parts['query']) ? '?' . $parts['query'] : '');`,
      },
      'Java': {
        wrong: 'String path = httpUrl.encodedPath();',
        right: 'String path = httpUrl.encodedPath();\nif (httpUrl.encodedQuery() != null) path += "?" + httpUrl.encodedQuery();',
      },
      'Go': {
        wrong: 'path := req.URL.Path',
        right: 'path := req.URL.RequestURI()',
      },
      'Python': {
        wrong: 'path = urlsplit(url).path',
        right: `parts = urlsplit(url)\npath = parts.path + ('?' + parts.query if parts.query else '')`,
      },
      'C#': {
        wrong: 'var path = request.RequestUri.AbsolutePath;',
        right: 'var path = request.RequestUri.PathAndQuery;',
      },
    },
  },
  {
    mistakes: ['url-re-encoded'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const path = decodeURI(new URL(url).pathname + new URL(url).search) // 签名用解码后的',
        right: 'const path = new URL(url).pathname + new URL(url).search // 与发出的同一个字符串',
      },
      'PHP': {
        wrong: `$path = urldecode(parse_url($url, PHP_URL_PATH) . '?' . parse_url($url, PHP_URL_QUERY));`,
        right: `$path = parse_url($url, PHP_URL_PATH) . '?' . parse_url($url, PHP_URL_QUERY);`,
      },
      'Java': {
        wrong: 'String path = uri.getPath() + "?" + uri.getQuery(); // 解码过',
        right: 'String path = uri.getRawPath() + "?" + uri.getRawQuery();',
      },
      'Go': {
        wrong: 'path := req.URL.Path + "?" + req.URL.Query().Encode() // 解码、重新排序',
        right: 'path := req.URL.EscapedPath() + "?" + req.URL.RawQuery',
      },
      'Python': {
        wrong: 'requests.get(base + path, params=params)  # 签名时自己又 urlencode 一次',
        right: `prepared = requests.Request('GET', base + path, params=params).prepare()\npath = prepared.path_url  # 签名用它，再发送 prepared`,
      },
      'C#': {
        wrong: 'var path = Uri.UnescapeDataString(request.RequestUri.PathAndQuery);',
        right: 'var path = request.RequestUri.PathAndQuery;',
      },
    },
  },
  {
    mistakes: ['host-included', 'leading-slash-missing', 'trailing-slash', 'double-slash', 'proxy-prefix'],
    kind: 'request',
    tested: ['Node', 'PHP'],
    code: {
      'Node': {
        wrong: 'const path = url // https://api.mch.weixin.qq.com/v3/…',
        right: `const path = url.slice(url.indexOf('/v3/')) // 从 /v3/ 起，到查询串末尾`,
      },
      'PHP': {
        wrong: '$path = $url; // https://api.mch.weixin.qq.com/v3/…',
        right: `$path = substr($url, strpos($url, '/v3/')); // 从 /v3/ 起，到查询串末尾`,
      },
      'Java': {
        wrong: 'String path = request.url().toString();',
        right: 'String path = url.substring(url.indexOf("/v3/"));',
      },
      'Go': {
        wrong: 'path := req.URL.String()',
        right: 'path := req.URL.RequestURI() // 经代理时去掉 /v3 之前的前缀',
      },
      'Python': {
        wrong: `url = 'https://api.mch.weixin.qq.com/' + '/v3/certificates'  # //v3`,
        right: `path = url[url.index('/v3/'):]`,
      },
      'C#': {
        wrong: 'var path = request.RequestUri.ToString();',
        right: 'var path = request.RequestUri.PathAndQuery;',
      },
    },
  },
]
