<?php // 下一单，再查它：签名、发送、验签。只用 PHP 自带的 openssl。
declare(strict_types=1);

$privateKey = openssl_pkey_get_private('file://' . getenv('WXPAY_PRIVATE_KEY'));
$platformKey = openssl_pkey_get_public('file://' . getenv('WXPAY_PUBLIC_KEY'));

function authorization(string $method, string $path, string $body): string
{
    global $privateKey;
    [$timestamp, $nonce] = [time(), bin2hex(random_bytes(16))];
    openssl_sign("$method\n$path\n$timestamp\n$nonce\n$body\n", $signature, $privateKey, OPENSSL_ALGO_SHA256);
    return sprintf(
        'WECHATPAY2-SHA256-RSA2048 mchid="%s",serial_no="%s",nonce_str="%s",timestamp="%d",signature="%s"',
        getenv('WXPAY_MCHID'), getenv('WXPAY_SERIAL'), $nonce, $timestamp, base64_encode($signature),
    );
}

/** @param string[] $lines 应答头，一行一个 */
function verify(array $lines, string $body): void
{
    global $platformKey;
    $headers = [];
    foreach ($lines as $line) {
        [$name, $value] = explode(':', $line, 2) + [1 => ''];
        $headers[strtolower($name)] = trim($value);
    }
    $message = "{$headers['wechatpay-timestamp']}\n{$headers['wechatpay-nonce']}\n$body\n";
    $signature = base64_decode($headers['wechatpay-signature']);
    if (openssl_verify($message, $signature, $platformKey, OPENSSL_ALGO_SHA256) !== 1) {
        throw new RuntimeException('应答的签名不对');
    }
}

function call(string $method, string $path, ?array $data = null): array
{
    $body = $data === null ? '' : json_encode($data);
    $text = file_get_contents(getenv('WXPAY_BASE_URL') . $path, false, stream_context_create(['http' => [
        'method' => $method,
        'content' => $body,
        'header' => [
            'Accept: application/json',
            'Content-Type: application/json',
            'User-Agent: php',
            'Wechatpay-Serial: ' . getenv('WXPAY_PUBLIC_KEY_ID'),
            'Authorization: ' . authorization($method, $path, $body),
        ],
    ]]));
    if ($text === false) {
        throw new RuntimeException('请求失败');
    }
    verify($http_response_header, $text);
    return json_decode($text, true);
}

$order = [
    'appid' => 'wxd678efh567hg6787',
    'mchid' => getenv('WXPAY_MCHID'),
    'description' => '早餐',
    'out_trade_no' => 'PHP' . hrtime(true),
    'notify_url' => 'http://127.0.0.1:3000/notify',
    'amount' => ['total' => 100, 'currency' => 'CNY'],
];
call('POST', '/v3/pay/transactions/native', $order);
$found = call('GET', "/v3/pay/transactions/out-trade-no/{$order['out_trade_no']}?mchid={$order['mchid']}");
echo $found['trade_state'], PHP_EOL;
