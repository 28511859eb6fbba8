<?php

namespace GuzzleHttp\Psr7;

/** The URL of a sent request. */
final class Uri implements \Stringable
{
    public function __construct(private readonly string $uri)
    {
    }

    public function __toString(): string
    {
        return $this->uri;
    }

    public function getScheme(): string
    {
        return $this->part(PHP_URL_SCHEME);
    }

    public function getHost(): string
    {
        return $this->part(PHP_URL_HOST);
    }

    public function getPath(): string
    {
        return $this->part(PHP_URL_PATH);
    }

    public function getQuery(): string
    {
        return $this->part(PHP_URL_QUERY);
    }

    private function part(int $component): string
    {
        return (string) parse_url($this->uri, $component);
    }
}
