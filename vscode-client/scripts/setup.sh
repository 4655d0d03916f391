#!/bin/sh
# Fetches a real VS Code for test/real: the Node.js that code-server wants, then code-server, whose
# native parts are built for that.
set -eu
cd "$(dirname "$0")/../test/real"
(cd node && npm ci --no-progress)
PATH="$PWD/node/node_modules/node/bin:$PATH" npm ci --no-progress
