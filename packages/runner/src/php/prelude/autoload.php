<?php

use WeChatPay\Crypto\Rsa;
use WxpayLive\Key;

// Loads classes by their names, and defines `$instance`, `$encryptor`, `$decryptor` and keys for examples.
(static function () {
    spl_autoload_register(static function (string $class) {
        $file = __DIR__ . '/' . strtr($class, '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
    });
    WxpayLive\Host::$host = vrzno_shared('host');
    $keys = json_decode(WxpayLive\Host::$host->keys(), true);
    $GLOBALS['instance'] = WxpayLive\Chain::of(new WxpayLive\Client());
    $GLOBALS['apiv3Key'] = $keys['secret'];
    $GLOBALS['merchantPrivateKeyInstance'] = $private = new Key($keys['privateKey']);
    $GLOBALS['platformPublicKeyId'] = $keys['publicKeyId'];
    $GLOBALS['platformPublicKeyInstance'] = $public = new Key($keys['publicKey']);
    $GLOBALS['encryptor'] = static fn (string $msg): string => Rsa::encrypt($msg, $public);
    $GLOBALS['decryptor'] = static fn (string $msg): string => Rsa::decrypt($msg, $private);
})();
