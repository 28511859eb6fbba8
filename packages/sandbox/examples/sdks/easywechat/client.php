<?php // composer require w7corp/easywechat
declare(strict_types=1);

use EasyWeChat\Pay\Application;

require __DIR__ . '/vendor/autoload.php';

function create(): Application
{
    return new Application([
        'mch_id' => getenv('WXPAY_MCHID'),
        'private_key' => getenv('WXPAY_PRIVATE_KEY'),
        'certificate' => getenv('WXPAY_CERTIFICATE'),
        'secret_key' => getenv('WXPAY_APIV3_KEY'),
        'v2_secret_key' => '',
        // 平台证书要自己下载；它不会自动下载
        'platform_certs' => [getenv('WXPAY_PUBLIC_KEY_ID') => getenv('WXPAY_PUBLIC_KEY')],
        'http' => ['base_uri' => (getenv('API_BASE') ?: 'https://api.mch.weixin.qq.com') . '/'],
    ]);
}
