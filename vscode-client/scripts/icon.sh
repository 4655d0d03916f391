#!/bin/sh
# Draws media/icon.png from media/icon.svg with Chromium.
set -eu
cd "$(dirname "$0")/../media"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --default-background-color=00000000 \
  --window-size=256,256 --screenshot=icon.png "file://$PWD/icon.svg"
