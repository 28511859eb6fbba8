<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\StreamInterface;

/** Headers and body of requests and responses. */
trait MessageTrait
{
    private string $protocol = '1.1';

    /** @var array<string, string[]> by their original names */
    private array $headers = [];

    private StreamInterface $stream;

    public function getProtocolVersion(): string
    {
        return $this->protocol;
    }

    public function withProtocolVersion(string $version): static
    {
        return $this->with(fn (self $copy) => $copy->protocol = $version);
    }

    public function getHeaders(): array
    {
        return $this->headers;
    }

    public function hasHeader(string $name): bool
    {
        return $this->nameOf($name) !== null;
    }

    public function getHeader(string $name): array
    {
        return $this->headers[$this->nameOf($name) ?? ''] ?? [];
    }

    public function getHeaderLine(string $name): string
    {
        return implode(', ', $this->getHeader($name));
    }

    public function withHeader(string $name, $value): static
    {
        return $this->withoutHeader($name)->withAddedHeader($name, $value);
    }

    public function withAddedHeader(string $name, $value): static
    {
        $known = $this->nameOf($name) ?? $name;
        $values = [...$this->getHeader($name), ...array_map(strval(...), array_values((array) $value))];
        return $this->with(fn (self $copy) => $copy->headers[$known] = $values);
    }

    public function withoutHeader(string $name): static
    {
        $known = $this->nameOf($name);
        return $this->with(function (self $copy) use ($known) { unset($copy->headers[$known ?? '']); });
    }

    public function getBody(): StreamInterface
    {
        return $this->stream;
    }

    public function withBody(StreamInterface $body): static
    {
        return $this->with(fn (self $copy) => $copy->stream = $body);
    }

    private function setMessage(array $headers, mixed $body, string $version): void
    {
        foreach ($headers as $name => $value) {
            $this->headers[$name] = array_map(strval(...), array_values((array) $value));
        }
        $this->stream = Utils::streamFor($body ?? '');
        $this->protocol = $version;
    }

    private function with(callable $change): static
    {
        $copy = clone $this;
        $change($copy);
        return $copy;
    }

    private function nameOf(string $name): ?string
    {
        return array_find(array_map(strval(...), array_keys($this->headers)), fn ($known) => strcasecmp($known, $name) === 0);
    }
}
