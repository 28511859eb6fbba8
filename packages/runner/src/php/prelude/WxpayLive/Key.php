<?php

namespace WxpayLive;

/** A key as `Rsa` makes it; what it is, the client reads. */
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
