<?php

namespace GuzzleHttp\Exception;

use Psr\Http\Message\RequestInterface;

/** No response arrived. */
class ConnectException extends TransferException
{
    public function __construct(
        string $message,
        private readonly RequestInterface $request,
        ?\Throwable $previous = null,
        private readonly array $handlerContext = [],
    ) {
        parent::__construct($message, 0, $previous);
    }

    public function getRequest(): RequestInterface
    {
        return $this->request;
    }

    public function getHandlerContext(): array
    {
        return $this->handlerContext;
    }
}
