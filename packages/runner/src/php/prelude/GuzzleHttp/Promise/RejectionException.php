<?php

namespace GuzzleHttp\Promise;

/** Thrown by `wait()` if the reason of a rejection is not throwable. */
class RejectionException extends \RuntimeException
{
    public function __construct(private readonly mixed $reason, ?string $description = null)
    {
        $text = is_scalar($reason) || $reason instanceof \Stringable ? (string) $reason : get_debug_type($reason);
        parent::__construct('The promise was rejected' . ($description ? " ($description)" : '') . " with reason: $text");
    }

    public function getReason(): mixed
    {
        return $this->reason;
    }
}
