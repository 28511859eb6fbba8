<?php

namespace WeChatPay\Crypto;

use WxpayLive\Host;
use WxpayLive\Key;

/** RSA with a 2048-bit key: OAEP for sensitive fields, PKCS#1 v1.5 with SHA-256 for signatures. Results are base64. */
class Rsa
{
    public const KEY_TYPE_PUBLIC = 'public';
    public const KEY_TYPE_PRIVATE = 'private';

    private const LABELS = [
        'private.pkcs8' => 'PRIVATE KEY',
        'private.pkcs1' => 'RSA PRIVATE KEY',
        'public.spki' => 'PUBLIC KEY',
        'public.pkcs1' => 'RSA PUBLIC KEY',
    ];

    /** Makes a key from a file (`file://…`), PEM, a certificate, or base64 with a prefix such as `private.pkcs8://`. */
    public static function from($thing, string $type = self::KEY_TYPE_PRIVATE)
    {
        if ($thing instanceof Key) {
            return $thing;
        }
        [$form, $base64] = explode('://', $thing, 2) + [1 => ''];
        return new Key(match (true) {
            $form === 'file' => (string) file_get_contents($thing),
            isset(self::LABELS[$form]) => self::pem(self::LABELS[$form], $base64),
            default => $thing,
        });
    }

    public static function fromPkcs8(string $thing)
    {
        return self::from("private.pkcs8://$thing");
    }

    public static function fromPkcs1(string $thing, string $type = self::KEY_TYPE_PRIVATE)
    {
        return self::from("$type.pkcs1://$thing");
    }

    public static function fromSpki(string $thing)
    {
        return self::from("public.spki://$thing");
    }

    public static function encrypt(string $plaintext, $publicKey): string
    {
        return Host::crypto(['do' => 'encrypt', 'text' => $plaintext, 'key' => self::from($publicKey)->pem], 'Encrypting the input $plaintext');
    }

    public static function decrypt(string $ciphertext, $privateKey): string
    {
        return Host::crypto(['do' => 'decrypt', 'text' => $ciphertext, 'key' => self::from($privateKey)->pem], 'Decrypting the input $ciphertext');
    }

    public static function sign(string $message, $privateKey): string
    {
        return Host::crypto(['do' => 'sign', 'text' => $message, 'key' => self::from($privateKey)->pem], 'Signing the input $message');
    }

    public static function verify(string $message, string $signature, $publicKey): bool
    {
        $key = self::from($publicKey)->pem;
        return Host::crypto(['do' => 'verify', 'text' => $message, 'signature' => $signature, 'key' => $key], 'Verified the input $message');
    }

    private static function pem(string $label, string $base64): string
    {
        return "-----BEGIN $label-----\n" . chunk_split($base64, 64, "\n") . "-----END $label-----\n";
    }
}
