<?php

namespace WxpayLive;

/** A key made by `Rsa`; the client parses it. */
final class Key
{
    public function __construct(#[\SensitiveParameter] public readonly string $pem)
    {
    }

    public function __debugInfo(): array
    {
        return [];
    }
}
