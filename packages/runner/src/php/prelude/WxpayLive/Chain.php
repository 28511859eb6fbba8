<?php

namespace WxpayLive;

use GuzzleHttp\Promise\PromiseInterface;
use Psr\Http\Message\ResponseInterface;
use WeChatPay\BuilderChainable;

final class Chain
{
    /** The root of a chain. Nodes keep their steps and child nodes; the client interprets the steps. */
    public static function of(Client $client): BuilderChainable
    {
        return new class ([], $client) extends \ArrayIterator implements BuilderChainable {
            /** @param string[] $steps */
            public function __construct(private array $steps, private readonly Client $client)
            {
                parent::__construct($steps, self::STD_PROP_LIST | self::ARRAY_AS_PROPS);
            }

            public function offsetGet($key): BuilderChainable
            {
                if (!$this->offsetExists($key)) {
                    $this->offsetSet($key, new static([...$this->steps, (string) $key], $this->client));
                }
                return parent::offsetGet($key);
            }

            public function chain(string $segment): BuilderChainable
            {
                return $this->offsetGet($segment);
            }

            public function get(array $options = []): ResponseInterface
            {
                return $this->client->request('get', $this->steps, $options);
            }

            public function put(array $options = []): ResponseInterface
            {
                return $this->client->request('put', $this->steps, $options);
            }

            public function post(array $options = []): ResponseInterface
            {
                return $this->client->request('post', $this->steps, $options);
            }

            public function patch(array $options = []): ResponseInterface
            {
                return $this->client->request('patch', $this->steps, $options);
            }

            public function delete(array $options = []): ResponseInterface
            {
                return $this->client->request('delete', $this->steps, $options);
            }

            public function getAsync(array $options = []): PromiseInterface
            {
                return $this->client->requestAsync('get', $this->steps, $options);
            }

            public function putAsync(array $options = []): PromiseInterface
            {
                return $this->client->requestAsync('put', $this->steps, $options);
            }

            public function postAsync(array $options = []): PromiseInterface
            {
                return $this->client->requestAsync('post', $this->steps, $options);
            }

            public function patchAsync(array $options = []): PromiseInterface
            {
                return $this->client->requestAsync('patch', $this->steps, $options);
            }

            public function deleteAsync(array $options = []): PromiseInterface
            {
                return $this->client->requestAsync('delete', $this->steps, $options);
            }
        };
    }
}
