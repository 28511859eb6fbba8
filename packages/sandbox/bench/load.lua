-- Sends the body in the last argument of wrk, and prints a summary as JSON.

function init(args)
  wrk.method = "POST"
  wrk.body = args[1]
end

function done(summary)
  local errors = summary.errors
  io.write(string.format('\n{"requests":%d,"microseconds":%d,"refused":%d,"failed":%d}', summary.requests,
    summary.duration, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
