<?php

namespace GuzzleHttp\Exception;

interface GuzzleException extends \Throwable
{
}
