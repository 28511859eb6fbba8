<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\ResponseInterface;

class Response implements ResponseInterface
{
    use MessageTrait;

    /** Reason phrases of RFC 9110, section 15; browsers do not report the server's. */
    private const PHRASES = [
        200 => 'OK', 201 => 'Created', 202 => 'Accepted', 204 => 'No Content', 206 => 'Partial Content',
        301 => 'Moved Permanently', 302 => 'Found', 304 => 'Not Modified', 307 => 'Temporary Redirect',
        400 => 'Bad Request', 401 => 'Unauthorized', 403 => 'Forbidden', 404 => 'Not Found',
        405 => 'Method Not Allowed', 406 => 'Not Acceptable', 408 => 'Request Timeout', 409 => 'Conflict',
        411 => 'Length Required', 413 => 'Content Too Large', 415 => 'Unsupported Media Type',
        422 => 'Unprocessable Content', 429 => 'Too Many Requests', 500 => 'Internal Server Error',
        501 => 'Not Implemented', 502 => 'Bad Gateway', 503 => 'Service Unavailable', 504 => 'Gateway Timeout',
    ];

    private readonly string $phrase;

    public function __construct(
        private readonly int $status = 200,
        array $headers = [],
        $body = null,
        string $version = '1.1',
        ?string $reason = null,
    ) {
        $this->phrase = $reason ?? self::PHRASES[$status] ?? '';
        $this->setMessage($headers, $body, $version);
    }

    public function getStatusCode(): int
    {
        return $this->status;
    }

    public function getReasonPhrase(): string
    {
        return $this->phrase;
    }

    public function withStatus(int $code, string $reasonPhrase = ''): static
    {
        return new static($code, $this->headers, $this->stream, $this->protocol, $reasonPhrase ?: null);
    }
}
