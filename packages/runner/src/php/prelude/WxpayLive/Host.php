<?php

namespace WxpayLive;

/** The JavaScript side, where the client signs, sends, encrypts and decrypts. */
final class Host
{
    /** A JavaScript object. */
    public static object $host;

    /** @param string $call as JSON, like the result */
    public static function send(string $call): string
    {
        return self::$host->send($call);
    }

    /**
     * Encrypts, decrypts, signs or verifies with the client.
     *
     * @param array<string, string> $call
     * @param string $failed first words of the exception's message
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
