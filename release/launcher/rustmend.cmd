@echo off
rem Starts rustmend on the Java runtime that comes with it.
rem   RUSTMEND_JAVA_OPTS   more options for the JVM
setlocal
for %%I in ("%~dp0..") do set "prefix=%%~fI"
set "home=%prefix%\lib\rustmend"
if not exist "%home%\runtime\bin\java.exe" (
  echo rustmend: %home% is not complete; unpack the whole archive 1>&2
  exit /b 3
)
set "classes=shell"
if "%~1"=="lsp" set "classes=editor"
"%home%\runtime\bin\java.exe" "-XX:AOTCache=%home%\%classes%.aot" "@%home%\jvm.options" -cp "%home%\rustmend-server.jar" %RUSTMEND_JAVA_OPTS% "-Drustmend.launcher=%~f0" dev.rustmend.cli.Main %*
exit /b %ERRORLEVEL%
