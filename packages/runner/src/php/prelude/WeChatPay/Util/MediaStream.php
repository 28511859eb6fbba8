<?php

namespace WeChatPay\Util;

use GuzzleHttp\Psr7\MultipartStream;

/** The body of an upload, of which only a part is signed. */
final class MediaStream extends MultipartStream
{
    /** @param string $signed the JSON that stands for the body in the signature */
    public function __construct(array $elements, public readonly string $signed)
    {
        parent::__construct($elements);
    }
}
