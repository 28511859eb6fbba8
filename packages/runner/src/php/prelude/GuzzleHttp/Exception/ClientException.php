<?php

namespace GuzzleHttp\Exception;

/** A 4xx response. */
class ClientException extends BadResponseException
{
}
