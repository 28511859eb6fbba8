<?php

namespace WxpayLive;

/** What lies outside of PHP: the client that signs, sends, encrypts and decrypts. */
final class Host
{
    /** An object of JavaScript. */
    public static object $host;

    /** @param string $call as JSON; so is the answer */
    public static function send(string $call): string
    {
        return self::$host->send($call);
    }

    /**
     * Has the client encrypt, decrypt, sign or verify.
     *
     * @param array<string, string> $call
     * @param string $failed begins the message of the exception
     */
    public static function crypto(array $call, string $failed): string|bool
    {
        $json = json_encode($call);
        $answer = $json === false ? ['failure' => json_last_error_msg()] : self::await($json);
        return $answer['value'] ?? throw Trace::clean(new \UnexpectedValueException("$failed failed, {$answer['failure']}."));
    }

    private static function await(string $call): array
    {
        return json_decode(vrzno_await(self::$host->crypto($call)), true);
    }
}
