<?php

namespace WeChatPay\Crypto;

use WxpayLive\Host;

/** AEAD_AES_256_GCM with the APIv3 key; the ciphertext is base64 and ends with the tag. */
class AesGcm
{
    public static function encrypt(string $plaintext, string $key, string $iv = '', string $aad = ''): string
    {
        return Host::crypto(['do' => 'seal', 'text' => $plaintext, 'key' => $key, 'nonce' => $iv, 'associatedData' => $aad], 'Encrypting the input $plaintext');
    }

    public static function decrypt(string $ciphertext, string $key, string $iv = '', string $aad = ''): string
    {
        return Host::crypto(['do' => 'open', 'text' => $ciphertext, 'key' => $key, 'nonce' => $iv, 'associatedData' => $aad], 'Decrypting the input $ciphertext');
    }
}
