<?php

namespace GuzzleHttp\Promise;

final class Create
{
    public static function promiseFor($value): PromiseInterface
    {
        return $value instanceof PromiseInterface ? $value : new FulfilledPromise($value);
    }

    public static function rejectionFor($reason): PromiseInterface
    {
        return $reason instanceof PromiseInterface ? $reason : new RejectedPromise($reason);
    }

    public static function exceptionFor($reason): \Throwable
    {
        return $reason instanceof \Throwable ? $reason : new RejectionException($reason);
    }
}
