<?php

namespace GuzzleHttp\Exception;

/** The answer is a 4xx. */
class ClientException extends BadResponseException
{
}
