# Starts rustmend on the Java runtime that comes with it.
#   RUSTMEND_JAVA_OPTS   more options for the JVM
$prefix = Split-Path -Parent $PSScriptRoot
$programs = Join-Path $prefix 'lib\rustmend'
$java = Join-Path $programs 'runtime\bin\java.exe'
if (-not (Test-Path -LiteralPath $java)) {
  [Console]::Error.WriteLine("rustmend: $programs is not complete; unpack the whole archive")
  exit 3
}
$more = @()
if ($env:RUSTMEND_JAVA_OPTS) {
  $more = $env:RUSTMEND_JAVA_OPTS -split '\s+'
}
# A language server must get its bytes unchanged, so nothing stands between it and the streams.
$classes = if ($args.Count -gt 0 -and $args[0] -eq 'lsp') { 'editor' } else { 'shell' }
& $java "-XX:AOTCache=$programs\$classes.aot" "@$programs\jvm.options" `
  -cp "$programs\rustmend-server.jar" @more `
  "-Drustmend.launcher=$prefix\bin\rustmend.cmd" dev.rustmend.cli.Main @args
exit $LASTEXITCODE
