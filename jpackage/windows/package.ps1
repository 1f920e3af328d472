# Makes target\jpackage\Annealer-VERSION.msi on Windows. Needs a JDK 25, Maven, and WiX 3 or newer on the PATH
# (winget install WiXToolset.WiXToolset), which jpackage calls.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..\..")
mvn -B -DskipTests -Pjpackage package
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
Get-ChildItem target\jpackage\*.msi
