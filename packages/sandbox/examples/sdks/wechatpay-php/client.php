<?php // composer require wechatpay/wechatpay
declare(strict_types=1);

use WeChatPay\Builder;
use WeChatPay\BuilderChainable;
use WeChatPay\Crypto\Rsa;

require __DIR__ . '/vendor/autoload.php';

/** @param array<string, mixed> $certs 以微信支付公钥ID或平台证书序列号为键 */
function create(array $certs): BuilderChainable
{
    return Builder::factory([
        'base_uri' => (getenv('API_BASE') ?: 'https://api.mch.weixin.qq.com') . '/',
        'mchid' => getenv('WXPAY_MCHID'),
        'serial' => getenv('WXPAY_SERIAL'),
        'privateKey' => Rsa::from('file://' . getenv('WXPAY_PRIVATE_KEY')),
        'certs' => $certs,
    ]);
}

function withPublicKey(): BuilderChainable
{
    return create([
        getenv('WXPAY_PUBLIC_KEY_ID') => Rsa::from('file://' . getenv('WXPAY_PUBLIC_KEY'), Rsa::KEY_TYPE_PUBLIC),
    ]);
}

/** 平台证书由 SDK 的命令下载，-u 换地址。 */
function withCertificate(): BuilderChainable
{
    exec(implode(' ', array_map('escapeshellarg', [
        PHP_BINARY, __DIR__ . '/vendor/bin/CertificateDownloader.php',
        '-m', getenv('WXPAY_MCHID'), '-s', getenv('WXPAY_SERIAL'), '-f', getenv('WXPAY_PRIVATE_KEY'),
        '-k', getenv('WXPAY_APIV3_KEY'), '-o', __DIR__,
        '-u', (getenv('API_BASE') ?: 'https://api.mch.weixin.qq.com') . '/',
    ])) . ' 2>&1');
    [$file] = glob(__DIR__ . '/wechatpay_*.pem');
    return create([
        substr(basename($file, '.pem'), strlen('wechatpay_')) => Rsa::from("file://$file", Rsa::KEY_TYPE_PUBLIC),
    ]);
}
