#!/usr/bin/env node
import '@wxpay-live/sandbox/cli'
