<?php

namespace WxpayLive;

use GuzzleHttp\Promise\Promise;
use GuzzleHttp\Promise\PromiseInterface;
use GuzzleHttp\Promise\Utils;
use Psr\Http\Message\ResponseInterface;

/** Sends requests: synchronous ones at once, asynchronous ones on `wait()`. */
final class Client
{
    /** @var list<callable> asynchronous requests that are not sent yet */
    private array $pending = [];

    /** @param string[] $steps */
    public function request(string $method, array $steps, array $options): ResponseInterface
    {
        return $this->send($this->prepare($method, $steps, $options));
    }

    /** @param string[] $steps */
    public function requestAsync(string $method, array $steps, array $options): PromiseInterface
    {
        $call = $this->prepare($method, $steps, $options);
        $promise = new Promise($this->sendPending(...));
        $this->pending[] = function () use ($promise, $call) {
            try {
                $promise->resolve($this->send($call));
            } catch (\Throwable $reason) {
                $promise->reject($reason);
            }
        };
        return $promise;
    }

    private function sendPending(): void
    {
        while ($transfer = array_shift($this->pending)) {
            $transfer();
            Utils::queue()->run();
        }
    }

    private function prepare(string $method, array $steps, array $options): Call
    {
        try {
            return Call::of($method, $steps, $options);
        } catch (\Throwable $thrown) {
            throw Trace::clean($thrown);
        }
    }

    private function send(Call $call): ResponseInterface
    {
        try {
            return Answer::read(Host::send(json_encode($call->message, JSON_THROW_ON_ERROR)), $call);
        } catch (\Throwable $thrown) {
            throw Trace::clean($thrown);
        }
    }
}
