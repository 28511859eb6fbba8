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

/** The result of a call: a response, or the exception that Guzzle throws. */
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
            // At the end, as after verification in wechatpay-php.
            $response->getBody()->seek(0, SEEK_END);
        }
        if ($call->httpErrors && $received['status'] >= 400) {
            throw self::badResponse($request, $response);
        }
        if ($distrust !== null && !self::isExempt($request)) {
            throw new RequestException(self::describe($distrust, $response), $request, $response);
        }
        // Redirects are not followed: the signature is for the original URL.
        return $received['status'] >= 300 && $received['status'] < 400
            ? throw new RequestException($failure, $request, $response)
            : $response;
    }

    /** The body as a stream, or written to the sink. */
    private static function body(string $content, mixed $sink): StreamInterface
    {
        $stream = Utils::streamFor(is_string($sink) ? fopen($sink, 'w+') : $sink ?? fopen('php://temp', 'w+'));
        $stream->write($content);
        $stream->rewind();
        return $stream;
    }

    /** Header names as WeChat Pay writes them; browsers return them in lower case. */
    private static function headers(array $headers): array
    {
        $names = array_map(fn ($name) => strtr(ucwords($name, '-'), ['Request-Id' => 'Request-ID']), array_keys($headers));
        return array_combine($names, $headers);
    }

    /** Paths of files; these responses are not signed. */
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

    /** @param string $reason the client's reason, which names the header */
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
