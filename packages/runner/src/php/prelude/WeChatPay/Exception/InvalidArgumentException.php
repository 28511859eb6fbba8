<?php

namespace WeChatPay\Exception;

use GuzzleHttp\Exception\GuzzleException;

/** An option of `Builder::factory` is missing. */
class InvalidArgumentException extends \InvalidArgumentException implements GuzzleException
{
}
