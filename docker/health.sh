#!/bin/sh
# Succeeds when the server of this container answers.
exec curl -fsS --max-time 4 -o /dev/null "http://127.0.0.1:${1:-7878}/healthz"
