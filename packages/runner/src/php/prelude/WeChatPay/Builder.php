<?php

namespace WeChatPay;

use WeChatPay\Exception\InvalidArgumentException;
use WxpayLive\Chain;
use WxpayLive\Client;
use WxpayLive\Host;
use WxpayLive\Trace;

/** Makes instances. All sign as the only merchant of the sandbox. */
final class Builder
{
    public static function factory(array $config = []): BuilderChainable
    {
        foreach (['mchid', 'serial', 'privateKey', 'certs'] as $name) {
            if (empty($config[$name])) {
                throw Trace::clean(new InvalidArgumentException("The `$name` is required."));
            }
        }
        Host::$host->built();
        return Chain::of(new Client());
    }
}
