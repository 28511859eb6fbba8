<?php

namespace GuzzleHttp\Promise;

use WxpayLive\Trace;

/** A promise that does nothing before `wait()`. */
class Promise implements PromiseInterface
{
    private string $state = self::PENDING;

    private mixed $result = null;

    /** @var list<array{Promise, ?callable, ?callable}> */
    private array $followers = [];

    /** @var ?callable settles this promise or the one it waits for; called once */
    private mixed $driver;

    /** @var ?callable */
    private mixed $canceller;

    public function __construct(?callable $waitFn = null, ?callable $cancelFn = null)
    {
        $this->driver = $waitFn;
        $this->canceller = $cancelFn;
    }

    public function then(?callable $onFulfilled = null, ?callable $onRejected = null): PromiseInterface
    {
        $child = new Promise(fn () => $this->wait(false), fn () => $this->cancel());
        $this->followers[] = [$child, $onFulfilled, $onRejected];
        if ($this->state !== self::PENDING) {
            $this->callFollowers();
        }
        return $child;
    }

    public function otherwise(callable $onRejected): PromiseInterface
    {
        return $this->then(null, $onRejected);
    }

    public function getState(): string
    {
        return $this->state;
    }

    public function resolve($value): void
    {
        if ($value instanceof PromiseInterface && $this->state === self::PENDING && $value !== $this) {
            $this->driver = fn () => $value->wait(false);
            $value->then($this->resolve(...), $this->reject(...));
            return;
        }
        $this->settle(self::FULFILLED, $value);
    }

    public function reject($reason): void
    {
        $this->settle(self::REJECTED, $reason);
    }

    public function cancel(): void
    {
        if ($this->state !== self::PENDING) {
            return;
        }
        $canceller = $this->canceller;
        $this->driver = $this->canceller = null;
        if ($canceller) {
            $canceller();
        }
        if ($this->state === self::PENDING) {
            $this->reject(new CancellationException('Promise has been cancelled'));
        }
    }

    public function wait(bool $unwrap = true)
    {
        while ($this->state === self::PENDING && $driver = $this->driver) {
            $this->driver = null;
            $this->drive($driver);
            Utils::queue()->run();
        }
        if ($this->state === self::PENDING) {
            $this->reject('Nothing that was waited for resolved the promise');
        }
        Utils::queue()->run();
        if (!$unwrap) {
            return null;
        }
        return $this->state === self::FULFILLED ? $this->result : throw Create::exceptionFor($this->result);
    }

    private function drive(callable $driver): void
    {
        try {
            $driver();
        } catch (\Throwable $thrown) {
            if ($this->state !== self::PENDING) {
                throw $thrown;
            }
            $this->reject($thrown);
        }
    }

    private function settle(string $state, mixed $result): void
    {
        if ($this->state !== self::PENDING) {
            if ($state === $this->state && $result === $this->result) {
                return;
            }
            throw new \LogicException("The promise is already {$this->state}.");
        }
        if ($result === $this) {
            throw new \LogicException('Cannot fulfill or reject a promise with itself');
        }
        [$this->state, $this->result, $this->driver, $this->canceller] = [$state, $result, null, null];
        $this->callFollowers();
    }

    /** Queues callbacks: they run after the code that settles the promise. */
    private function callFollowers(): void
    {
        foreach ($this->followers as $follower) {
            Utils::queue()->add(fn () => $this->call(...$follower));
        }
        $this->followers = [];
    }

    private function call(Promise $child, ?callable $onFulfilled, ?callable $onRejected): void
    {
        if ($child->state !== self::PENDING) {
            return;
        }
        $handler = $this->state === self::FULFILLED ? $onFulfilled : $onRejected;
        try {
            if ($handler) {
                $child->resolve($handler($this->result));
            } else {
                $child->settle($this->state, $this->result);
            }
        } catch (\Throwable $thrown) {
            $child->reject(Trace::clean($thrown));
        }
    }
}
