#!/usr/bin/env bash
# Makes the image target/jpackage/annealer and, on Debian and its kin, target/jpackage/annealer_VERSION_ARCH.deb.
# Needs a JDK 25 and Maven; `strip` of binutils makes it 6 MB smaller; without dpkg-deb there is no .deb.
set -euo pipefail
cd "$(dirname "$0")/../.."
mvn -B -DskipTests -Pjpackage package
ls -l target/jpackage/*.deb
