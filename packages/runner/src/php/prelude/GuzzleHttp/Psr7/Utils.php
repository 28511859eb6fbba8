<?php

namespace GuzzleHttp\Psr7;

use Psr\Http\Message\StreamInterface;

final class Utils
{
    /** A stream of a string, of a resource, or of what can be cast to a string; a stream is given back as it is. */
    public static function streamFor($resource = '', array $options = []): StreamInterface
    {
        if ($resource instanceof StreamInterface) {
            return $resource;
        }
        if (is_resource($resource)) {
            return new Stream($resource);
        }
        if ($resource !== null && !is_scalar($resource) && !$resource instanceof \Stringable) {
            throw new \InvalidArgumentException('Invalid resource type: ' . gettype($resource));
        }
        $stream = new Stream(fopen('php://temp', 'r+'));
        $stream->write((string) $resource);
        $stream->rewind();
        return $stream;
    }
}
