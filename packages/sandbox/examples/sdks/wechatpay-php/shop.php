<?php // 一个小店的一天：每办成一步，打印它的名字。
declare(strict_types=1);

use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\RequestException;
use GuzzleHttp\Psr7\LazyOpenStream;
use Psr\Http\Message\ResponseInterface;
use WeChatPay\Crypto\AesGcm;
use WeChatPay\Crypto\Rsa;
use WeChatPay\Formatter;
use WeChatPay\Util\MediaUtil;

require __DIR__ . '/client.php';

/** 沙箱的控制接口：用户付款、拨快时钟、打开场景。 */
function control(string $method, string $path, array $data): void
{
    file_get_contents(getenv('WXPAY_BASE_URL') . "/_sandbox/$path", false, stream_context_create([
        'http' => ['method' => $method, 'header' => 'Content-Type: application/json', 'content' => json_encode($data)],
    ]));
}

/** 收一条通知：返回请求头（名字小写）和请求体。真实的程序由 PHP-FPM 来收。 */
function receive($server): array
{
    $connection = stream_socket_accept($server, 30);
    fgets($connection);
    $headers = [];
    while (($line = trim(fgets($connection))) !== '') {
        [$name, $value] = explode(':', $line, 2);
        $headers[strtolower($name)] = trim($value);
    }
    $body = stream_get_contents($connection, (int) $headers['content-length']);
    fwrite($connection, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    fclose($connection);
    return [$headers, $body];
}

function done(string $step, bool $ok): void
{
    if (!$ok) {
        throw new RuntimeException("$step 不对");
    }
    echo $step, PHP_EOL;
}

function json(ResponseInterface $response): array
{
    return json_decode((string) $response->getBody(), true);
}

[$appid, $openid, $mchid] = ['wxd678efh567hg6787', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', getenv('WXPAY_MCHID')];
$number = 'PHP' . hrtime(true);
$publicKey = Rsa::from('file://' . getenv('WXPAY_PUBLIC_KEY'), Rsa::KEY_TYPE_PUBLIC);
$wxpay = withPublicKey();
$server = stream_socket_server('tcp://127.0.0.1:0');
$notifyUrl = 'http://' . stream_socket_get_name($server, false) . '/notify';

// 报上公钥ID，应答和通知就用微信支付公钥签名；加密的字段也用它
$headers = ['Wechatpay-Serial' => getenv('WXPAY_PUBLIC_KEY_ID')];
$order = fn (string $number, int $total) => $wxpay->chain('v3/pay/transactions/native')->post(['headers' => $headers, 'json' => [
    'appid' => $appid, 'mchid' => $mchid, 'description' => '早餐', 'out_trade_no' => $number, 'notify_url' => $notifyUrl,
    'amount' => ['total' => $total], 'settle_info' => ['profit_sharing' => true],
]]);
$query = fn (string $number) => json($wxpay->chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    ->get(['headers' => $headers, 'query' => ['mchid' => $mchid], 'out_trade_no' => $number]));

done('下单', isset(json($order($number, 100))['code_url']));

control('POST', 'pay', ['key' => $number]);
[$received, $body] = receive($server);
$signed = Formatter::joinedByLineFeed($received['wechatpay-timestamp'], $received['wechatpay-nonce'], $body);
$verified = Rsa::verify($signed, $received['wechatpay-signature'], $publicKey);
$resource = json_decode($body, true)['resource'];
$notice = json_decode(AesGcm::decrypt(
    $resource['ciphertext'], getenv('WXPAY_APIV3_KEY'), $resource['nonce'], $resource['associated_data'],
), true);
done('通知', $verified && $notice['trade_state'] === 'SUCCESS');

$paid = $query($number);
done('查询', $paid['trade_state'] === 'SUCCESS');

$refund = json($wxpay->chain('v3/refund/domestic/refunds')->post(['headers' => $headers, 'json' => [
    'out_trade_no' => $number, 'out_refund_no' => "R$number", 'amount' => ['refund' => 40, 'total' => 100, 'currency' => 'CNY'],
]]));
done('退款', $refund['amount']['refund'] === 40);

$order("{$number}A", 100);
$wxpay->chain('v3/pay/transactions/out-trade-no/{out_trade_no}/close')
    ->post(['headers' => $headers, 'json' => ['mchid' => $mchid], 'out_trade_no' => "{$number}A"]);
done('关单', $query("{$number}A")['trade_state'] === 'CLOSED');

$name = Rsa::encrypt('张三', $publicKey);
$wxpay->chain('v3/profitsharing/receivers/add')->post(['headers' => $headers, 'json' => [
    'appid' => $appid, 'type' => 'PERSONAL_OPENID', 'account' => $openid, 'name' => $name, 'relation_type' => 'STAFF',
]]);
$shared = json($wxpay->chain('v3/profitsharing/orders')->post(['headers' => $headers, 'json' => [
    'appid' => $appid, 'transaction_id' => $paid['transaction_id'], 'out_order_no' => "P$number", 'unfreeze_unsplit' => true,
    'receivers' => [['type' => 'PERSONAL_OPENID', 'account' => $openid, 'name' => $name, 'amount' => 10, 'description' => '分给店员']],
]]));
done('分账', $shared['out_order_no'] === "P$number");

$transfer = json($wxpay->chain('v3/fund-app/mch-transfer/transfer-bills')->post(['headers' => $headers, 'json' => [
    'appid' => $appid, 'out_bill_no' => "T$number", 'transfer_scene_id' => '1011', 'openid' => $openid, 'user_name' => $name,
    'transfer_amount' => 100, 'transfer_remark' => '赔付',
    'transfer_scene_report_infos' => [['info_type' => '赔付原因', 'info_content' => '少了一杯豆浆']],
]]));
done('转账', $transfer['state'] === 'WAIT_USER_CONFIRM');

// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
control('POST', 'clock', ['advance' => 24 * 3600_000]);
$date = (new DateTime('now', new DateTimeZone('Asia/Shanghai')))->format('Y-m-d');
$bill = json($wxpay->chain('v3/bill/tradebill')->get(['headers' => $headers, 'query' => ['bill_date' => $date]]));
parse_str(parse_url($bill['download_url'], PHP_URL_QUERY), $parameters);
$file = (string) $wxpay->chain('v3/billdownload/file')->get(['query' => $parameters])->getBody();
done('账单', sha1($file) === $bill['hash_value']);

file_put_contents('shop.png', "\x89PNG\r\n\x1a\n");
$media = new MediaUtil('shop.png', new LazyOpenStream('shop.png', 'rb'));
$uploaded = json($wxpay->chain('v3/merchant/media/upload')
    ->post(['body' => $media->getStream(), 'headers' => $headers + ['Content-Type' => $media->getContentType()]]));
done('上传', isset($uploaded['media_id']));

$byCertificate = withCertificate();
$found = json($byCertificate->chain('v3/pay/transactions/out-trade-no/{out_trade_no}')
    ->get(['query' => ['mchid' => $mchid], 'out_trade_no' => $number]));
done('证书', $found['out_trade_no'] === $number);

try {
    $order("{$number}B", 0);
} catch (ClientException $refused) {
    done('报错', json($refused->getResponse())['code'] === 'PARAM_ERROR');
}

control('PUT', 'scenario', ['name' => 'WRONG_SIGNATURE']);
try {
    $query($number);
} catch (RequestException $forged) {
    done('拒收', str_contains($forged->getMessage(), 'signature'));
}
