<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\RequestInterface;

class Request implements RequestInterface
{
    use MessageTrait;

    private readonly Uri $uri;

    public function __construct(
        private readonly string $method,
        string $uri,
        array $headers = [],
        $body = null,
        string $version = '1.1',
    ) {
        $this->uri = new Uri($uri);
        $this->setMessage($headers, $body, $version);
    }

    public function getRequestTarget(): string
    {
        $query = $this->uri->getQuery();
        return $this->uri->getPath() . ($query === '' ? '' : "?$query");
    }

    public function getMethod(): string
    {
        return $this->method;
    }

    public function getUri(): Uri
    {
        return $this->uri;
    }
}
