#!/bin/sh
# Fetches a real VS Code for test/real: the Node.js that code-server wants, then code-server, whose
# native parts are built for that.
set -eu
cd "$(dirname "$0")/../test/real"
# Where npm runs this script, it tells of its own Node.js in a variable that code-server believes.
unset npm_config_user_agent npm_node_execpath NODE
(cd node && npm ci --no-progress)
PATH="$PWD/node/node_modules/node/bin:$PATH" npm ci --no-progress
