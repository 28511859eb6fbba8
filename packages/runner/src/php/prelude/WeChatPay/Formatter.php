<?php

namespace WeChatPay;

/** Builds strings to sign. */
class Formatter
{
    private const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

    public static function nonce(int $size = 32): string
    {
        return implode('', array_map(fn () => self::LETTERS[random_int(0, 61)], range(1, $size)));
    }

    public static function timestamp(): int
    {
        return time();
    }

    /** Joins lines, each with a line feed at its end. */
    public static function joinedByLineFeed(...$pieces): string
    {
        return implode("\n", [...$pieces, '']);
    }
}
