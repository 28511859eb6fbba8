<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\StreamInterface;

/** A stream with methods replaced by functions. */
final class FnStream implements StreamInterface
{
    /** @param array<string, callable> $methods by name */
    public function __construct(private readonly array $methods, private readonly ?StreamInterface $stream = null)
    {
    }

    public static function decorate(StreamInterface $stream, array $methods): self
    {
        return new self($methods, $stream);
    }

    public function __toString(): string
    {
        return $this->call('__toString');
    }

    public function close(): void
    {
        $this->call('close');
    }

    public function detach()
    {
        return $this->call('detach');
    }

    public function getSize(): ?int
    {
        return $this->call('getSize');
    }

    public function tell(): int
    {
        return $this->call('tell');
    }

    public function eof(): bool
    {
        return $this->call('eof');
    }

    public function isSeekable(): bool
    {
        return $this->call('isSeekable');
    }

    public function seek(int $offset, int $whence = SEEK_SET): void
    {
        $this->call('seek', $offset, $whence);
    }

    public function rewind(): void
    {
        $this->call('rewind');
    }

    public function isWritable(): bool
    {
        return $this->call('isWritable');
    }

    public function write(string $string): int
    {
        return $this->call('write', $string);
    }

    public function isReadable(): bool
    {
        return $this->call('isReadable');
    }

    public function read(int $length): string
    {
        return $this->call('read', $length);
    }

    public function getContents(): string
    {
        return $this->call('getContents');
    }

    public function getMetadata(?string $key = null): mixed
    {
        return $this->call('getMetadata', $key);
    }

    private function call(string $method, mixed ...$arguments): mixed
    {
        $own = $this->methods[$method] ?? null;
        if (!$own && !$this->stream) {
            throw new \BadMethodCallException("$method() is not implemented in the FnStream");
        }
        return $own ? $own(...$arguments) : $this->stream->$method(...$arguments);
    }
}
