<?php

namespace GuzzleHttp\Exception;

use Psr\Http\Message\RequestInterface;
use Psr\Http\Message\ResponseInterface;

/** An unusable response. Thrown as this class for a success with an invalid signature. */
class RequestException extends TransferException
{
    public function __construct(
        string $message,
        private readonly RequestInterface $request,
        private readonly ?ResponseInterface $response = null,
        ?\Throwable $previous = null,
        private readonly array $handlerContext = [],
    ) {
        parent::__construct($message, $response?->getStatusCode() ?? 0, $previous);
    }

    public function getRequest(): RequestInterface
    {
        return $this->request;
    }

    public function getResponse(): ?ResponseInterface
    {
        return $this->response;
    }

    public function hasResponse(): bool
    {
        return $this->response !== null;
    }

    public function getHandlerContext(): array
    {
        return $this->handlerContext;
    }
}
