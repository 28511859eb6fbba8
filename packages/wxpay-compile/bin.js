#!/usr/bin/env node
import '@wxpay-live/cli'
