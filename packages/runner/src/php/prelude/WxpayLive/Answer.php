<?php

namespace WxpayLive;

use GuzzleHttp\Exception\ClientException;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\InvalidArgumentException;
use GuzzleHttp\Exception\RequestException;
use GuzzleHttp\Exception\ServerException;
use GuzzleHttp\Psr7\Request;
use GuzzleHttp\Psr7\Response;
use GuzzleHttp\Psr7\Utils;
use Psr\Http\Message\ResponseInterface;
use Psr\Http\Message\StreamInterface;

/** What came of a call: a response, or an exception as Guzzle throws it. */
final class Answer
{
    private const SUMMARY_LENGTH = 120;

    public static function read(string $json, Call $call): ResponseInterface
    {
        ['request' => $sent, 'response' => $received, 'failure' => $failure, 'distrust' => $distrust] = json_decode($json, true);
        if (!$sent) {
            throw new InvalidArgumentException($failure);
        }
        $request = new Request($sent['method'], $sent['url'], $sent['headers'], $sent['body']);
        if (!$received) {
            throw new ConnectException($failure, $request);
        }
        $body = self::body(base64_decode($received['body']), $call->sink);
        $response = new Response($received['status'], self::headers($received['headers']), $body);
        if (!self::isExempt($request)) {
            // The verifier has read it.
            $response->getBody()->seek(0, SEEK_END);
        }
        if ($call->httpErrors && $received['status'] >= 400) {
            throw self::badResponse($request, $response);
        }
        if ($distrust !== null && !self::isExempt($request)) {
            throw new RequestException(self::describe($distrust, $response), $request, $response);
        }
        // A redirect: followed, it would carry a signature made for another URL.
        return $received['status'] >= 300 && $received['status'] < 400
            ? throw new RequestException($failure, $request, $response)
            : $response;
    }

    /** The body, in a stream of its own or in the one it was to be put into. */
    private static function body(string $content, mixed $sink): StreamInterface
    {
        $stream = Utils::streamFor(is_string($sink) ? fopen($sink, 'w+') : $sink ?? fopen('php://temp', 'w+'));
        $stream->write($content);
        $stream->rewind();
        return $stream;
    }

    /** Names as WeChat Pay writes them; in a browser they are lower case. */
    private static function headers(array $headers): array
    {
        $names = array_map(fn ($name) => strtr(ucwords($name, '-'), ['Request-Id' => 'Request-ID']), array_keys($headers));
        return array_combine($names, $headers);
    }

    /** Files, whose answers carry no signature. */
    private static function isExempt(Request $request): bool
    {
        return preg_match('#^/v3/(billdownload/file$|(global/)?merchant-service/images/(?!upload$))#', $request->getUri()->getPath()) === 1;
    }

    private static function badResponse(Request $request, Response $response): ClientException|ServerException
    {
        $status = $response->getStatusCode();
        [$class, $label] = $status < 500 ? [ClientException::class, 'Client error'] : [ServerException::class, 'Server error'];
        $line = "{$request->getMethod()} {$request->getUri()}";
        $message = "$label: `$line` resulted in a `$status {$response->getReasonPhrase()}` response";
        $summary = self::summary((string) $response->getBody());
        return new $class($summary === '' ? $message : "$message:\n$summary\n", $request, $response);
    }

    private static function summary(string $body): string
    {
        preg_match('/^.{0,' . self::SUMMARY_LENGTH . '}/su', $body, $start);
        return ($start[0] ?? '') === $body ? $body : ($start[0] ?? '') . ' (truncated...)';
    }

    /** @param string $reason which header is at fault, as the client says it */
    private static function describe(string $reason, Response $response): string
    {
        $names = ['Nonce', 'Serial', 'Signature', 'Timestamp'];
        $values = array_map(fn ($name) => $response->getHeaderLine("Wechatpay-$name"), $names);
        [$nonce, $serial, $signature, $timestamp] = $values;
        return match (true) {
            in_array('', $values, true) => "The response's Headers incomplete, must have(`Wechatpay-Nonce`, "
                . '`Wechatpay-Serial`, `Wechatpay-Signature` and `Wechatpay-Timestamp`).',
            str_starts_with($reason, 'Wechatpay-Timestamp') => "It's allowed time offset in ± 300 seconds, $reason.",
            str_starts_with($reason, 'Wechatpay-Serial') => "Cannot found the serial(`$serial`)'s configuration, $reason.",
            default => "Verify the response's data with: timestamp=$timestamp, nonce=$nonce, signature=$signature, "
                . "cert=[$serial => ...] failed.",
        };
    }
}
