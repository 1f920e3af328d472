#!/usr/bin/env bash
# Draws assets/icon.svg in the sizes and formats that desktops want. Run it after a change of the drawing, and commit what it makes.
# Debian: apt-get install librsvg2-bin imagemagick icnsutils
set -euo pipefail
cd "$(dirname "$0")/.."

for size in 16 24 32 48 64 128 256 512 1024; do
    rsvg-convert --width "$size" --height "$size" assets/icon.svg --output "assets/icon/$size.png"
done
mkdir -p jpackage/windows jpackage/macos
convert assets/icon/{16,24,32,48,64,128,256}.png jpackage/windows/annealer.ico
png2icns jpackage/macos/annealer.icns assets/icon/{16,32,48,128,256,512,1024}.png >/dev/null
