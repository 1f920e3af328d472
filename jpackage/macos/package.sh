#!/usr/bin/env bash
# Makes target/jpackage/Annealer-VERSION.dmg on a Mac. Needs a JDK 25, Maven and Xcode's command line tools.
# It is not signed: set what `jpackage --mac-sign` asks for in NativeInstaller, or open it by Control-click, Open.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -DskipTests -Pjpackage package
ls -l target/jpackage/*.dmg
