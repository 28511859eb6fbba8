<?php // 一个小店的一天：每办成一步，打印它的名字。
declare(strict_types=1);

use EasyWeChat\Pay\Exceptions\InvalidSignatureException;
use EasyWeChat\Pay\Message;
use Nyholm\Psr7\ServerRequest;
use Symfony\Component\HttpClient\Exception\ClientException;

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

[$appid, $openid, $mchid] = ['wxd678efh567hg6787', 'oUpF8uMuAJO_M2pxb1Q9zNjWeS6o', getenv('WXPAY_MCHID')];
$number = 'EASY' . hrtime(true);
$app = create();
$server = stream_socket_server('tcp://127.0.0.1:0');
$notifyUrl = 'http://' . stream_socket_get_name($server, false) . '/notify';

/** 报上公钥ID，应答和通知就用微信支付公钥签名；应答要自己交给 Validator 验签。 */
$call = function (string $method, string $path, array $data) use ($app): array {
    $client = $app->getClient()->withSerialHeader();
    $response = $method === 'GET' ? $client->get($path, ['query' => $data]) : $client->postJson($path, $data);
    $answer = $response->getStatusCode() === 204 ? [] : $response->toArray();
    $app->getValidator()->validate($response->toPsrResponse());
    return $answer;
};
$order = fn (string $number, int $total) => $call('POST', 'v3/pay/transactions/native', [
    'appid' => $appid, 'mchid' => $mchid, 'description' => '早餐', 'out_trade_no' => $number, 'notify_url' => $notifyUrl,
    'amount' => ['total' => $total], 'settle_info' => ['profit_sharing' => true],
]);
$query = fn (string $number) => $call('GET', "v3/pay/transactions/out-trade-no/$number", ['mchid' => $mchid]);

done('下单', isset($order($number, 100)['code_url']));

// 验签、解密都由 SDK 来做，验签不过时它抛错
control('POST', 'pay', ['key' => $number]);
$request = new ServerRequest('POST', '/notify', ...receive($server));
$app->getValidator()->validate($request);
$app->setRequest($request)->getServer()->handlePaid(function (Message $message) use (&$notice): void {
    $notice = $message;
})->serve();
done('通知', $notice->out_trade_no === $number);

$paid = $query($number);
done('查询', $paid['trade_state'] === 'SUCCESS');

$refund = $call('POST', 'v3/refund/domestic/refunds', [
    'out_trade_no' => $number, 'out_refund_no' => "R$number", 'amount' => ['refund' => 40, 'total' => 100, 'currency' => 'CNY'],
]);
done('退款', $refund['amount']['refund'] === 40);

$order("{$number}A", 100);
$call('POST', "v3/pay/transactions/out-trade-no/{$number}A/close", ['mchid' => $mchid]);
done('关单', $query("{$number}A")['trade_state'] === 'CLOSED');

$name = $app->getUtils()->encryptWithRsaPublicKey('张三', getenv('WXPAY_PUBLIC_KEY_ID'));
$call('POST', 'v3/profitsharing/receivers/add', [
    'appid' => $appid, 'type' => 'PERSONAL_OPENID', 'account' => $openid, 'name' => $name, 'relation_type' => 'STAFF',
]);
$shared = $call('POST', 'v3/profitsharing/orders', [
    'appid' => $appid, 'transaction_id' => $paid['transaction_id'], 'out_order_no' => "P$number", 'unfreeze_unsplit' => true,
    'receivers' => [['type' => 'PERSONAL_OPENID', 'account' => $openid, 'name' => $name, 'amount' => 10, 'description' => '分给店员']],
]);
done('分账', $shared['out_order_no'] === "P$number");

$transfer = $call('POST', 'v3/fund-app/mch-transfer/transfer-bills', [
    'appid' => $appid, 'out_bill_no' => "T$number", 'transfer_scene_id' => '1011', 'openid' => $openid, 'user_name' => $name,
    'transfer_amount' => 100, 'transfer_remark' => '赔付',
    'transfer_scene_report_infos' => [['info_type' => '赔付原因', 'info_content' => '少了一杯豆浆']],
]);
done('转账', $transfer['state'] === 'WAIT_USER_CONFIRM');

// 当天的账单第二天上午才有：把沙箱的时钟拨快一天
control('POST', 'clock', ['advance' => 24 * 3600_000]);
$date = (new DateTime('now', new DateTimeZone('Asia/Shanghai')))->format('Y-m-d');
$bill = $call('GET', 'v3/bill/tradebill', ['bill_date' => $date]);
parse_str(parse_url($bill['download_url'], PHP_URL_QUERY), $parameters);
$file = $app->getClient()->get('v3/billdownload/file', ['query' => $parameters])->getContent();
done('账单', sha1($file) === $bill['hash_value']);

file_put_contents('shop.png', "\x89PNG\r\n\x1a\n");
$uploaded = $app->getClient()->withSerialHeader()->uploadMedia('v3/merchant/media/upload', 'shop.png');
$app->getValidator()->validate($uploaded->toPsrResponse());
done('上传', isset($uploaded['media_id']));

try {
    $order("{$number}B", 0);
} catch (ClientException $refused) {
    done('报错', $refused->getResponse()->toArray(false)['code'] === 'PARAM_ERROR');
}

control('PUT', 'scenario', ['name' => 'WRONG_SIGNATURE']);
try {
    $query($number);
} catch (InvalidSignatureException $forged) {
    done('拒收', true);
}
