<?php

// Loads a class from the file its name leads to, and makes the `$instance` that every example finds.
(static function () {
    spl_autoload_register(static function (string $class) {
        $file = __DIR__ . '/' . strtr($class, '\\', '/') . '.php';
        if (is_file($file)) {
            require $file;
        }
    });
    $host = vrzno_shared('host');
    WxpayLive\Files::$standIn = static fn (string $path): string => $host->standIn($path);
    $GLOBALS['instance'] = WxpayLive\Chain::of(new WxpayLive\Client(static fn (string $call): string => $host->send($call)));
})();
