<?php

namespace GuzzleHttp\Promise;

class RejectedPromise extends Promise
{
    public function __construct($reason)
    {
        parent::__construct();
        $this->reject($reason);
    }
}
