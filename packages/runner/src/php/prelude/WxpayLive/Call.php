<?php

namespace WxpayLive;

use GuzzleHttp\Exception\InvalidArgumentException;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\StreamInterface;

/** Converts the options of a request for JavaScript: bytes become base64, URL values text. */
final class Call
{
    private function __construct(
        public readonly array $message,
        public readonly bool $httpErrors,
        public readonly mixed $sink,
    ) {
    }

    /** @param string[] $steps */
    public static function of(string $method, array $steps, array $options): self
    {
        [$body, $type, $signed] = self::body($options) + [2 => null];
        return new self([
            'method' => $method,
            'steps' => $steps,
            'variables' => (object) self::variables($options),
            'headers' => (object) (self::headers($options['headers'] ?? []) + $type),
            'query' => isset($options['query']) ? self::pairs($options['query']) : null,
            'body' => $body === null ? null : base64_encode($body),
            'signed' => $signed === null ? null : base64_encode($signed),
            'time' => microtime(true),
            'baseUri' => isset($options['base_uri']) ? (string) $options['base_uri'] : null,
        ], $options['http_errors'] ?? true, $options['sink'] ?? null);
    }

    /** @return array{0: ?string, 1: array<string, string>, 2?: string} the body, its headers, and the signed text if it differs */
    private static function body(array $options): array
    {
        if (isset($options['json'])) {
            $json = json_encode($options['json']);
            return [
                $json !== false ? $json : throw new InvalidArgumentException('json_encode error: ' . json_last_error_msg()),
                [],
            ];
        }
        if (isset($options['form_params'])) {
            return [http_build_query($options['form_params']), ['Content-Type' => 'application/x-www-form-urlencoded']];
        }
        if (isset($options['multipart'])) {
            throw new InvalidArgumentException('multipart would be signed as a whole, which WeChat Pay refuses; use MediaUtil');
        }
        $body = $options['body'] ?? null;
        if (is_array($body)) {
            throw new InvalidArgumentException('Passing in the "body" request option as an array is not supported; use "json" or "form_params"');
        }
        return $body === null ? [null, []] : self::stream(Utils::streamFor($body));
    }

    /** wechatpay-php signs `(string) $stream` and sends its content; these differ for uploads. */
    private static function stream(StreamInterface $stream): array
    {
        $text = (string) $stream;
        if (!$stream->isSeekable()) {
            return [$text, []];
        }
        $stream->rewind();
        $content = $stream->getContents();
        return [$content, [], ...($content === $text ? [] : [$text])];
    }

    /** @return array<string, string> */
    private static function headers(array $headers): array
    {
        return array_map(fn ($value) => implode(', ', (array) $value), $headers);
    }

    /**
     * The pairs of a query as `http_build_query` writes it.
     *
     * @return list<array{string, string}>
     */
    private static function pairs(array|string $query): array
    {
        $text = is_string($query) ? ltrim($query, '?') : http_build_query($query, '', '&', PHP_QUERY_RFC3986);
        $pairs = array_filter(explode('&', $text), fn ($pair) => $pair !== '');
        return array_map(fn ($pair) => array_map(rawurldecode(...), explode('=', $pair, 2) + ['', '']), array_values($pairs));
    }

    /** @return array<string, string> all other options that convert to text; those named in the path are its variables */
    private static function variables(array $options): array
    {
        $others = array_diff_key($options, ['json' => 1, 'body' => 1, 'query' => 1, 'headers' => 1, 'sink' => 1]);
        return array_filter(array_map(self::text(...), $others), is_string(...));
    }

    /** A path value as text, lists joined by commas; null if it does not convert to text. */
    private static function text(mixed $value): ?string
    {
        if (is_array($value)) {
            return array_is_list($value) && array_all($value, fn ($item) => is_scalar($item)) ? implode(',', $value) : null;
        }
        return $value === null || is_scalar($value) || $value instanceof \Stringable ? (string) $value : null;
    }
}
