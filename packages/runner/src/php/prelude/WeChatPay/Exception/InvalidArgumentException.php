<?php

namespace WeChatPay\Exception;

use GuzzleHttp\Exception\GuzzleException;

/** What an instance is to be made of is not complete. */
class InvalidArgumentException extends \InvalidArgumentException implements GuzzleException
{
}
