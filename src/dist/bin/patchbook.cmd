@echo off
rem Starts Patchbook: finds Java and the build of the tensor library that suits this CPU.
rem   JAVA_HOME       the Java to use (otherwise the one on the path)
rem   JAVA_OPTS       more JVM flags, after ours, so that they win
rem   PATCHBOOK_CPU   "generic" leaves the AVX2 build alone
setlocal
for %%I in ("%~dp0..") do set "APP=%%~fI"

set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "VERSION="
for /f "tokens=3" %%V in ('""%JAVA%" -version 2^>^&1"') do if not defined VERSION set "VERSION=%%~V"
set "MAJOR=0"
for /f "delims=.-+" %%M in ("%VERSION%") do set /a "MAJOR=%%M" 2>nul
if %MAJOR% LSS 17 (
  echo Patchbook needs Java 17 or newer. Install a JDK, or set JAVA_HOME to one. 1>&2
  exit /b 1
)

rem Windows has no command that lists the CPU's features; the JVM knows what it may use.
set "NATIVES=generic"
if /i "%PATCHBOOK_CPU%"=="generic" goto start
if not exist "%APP%\lib\avx2\" goto start
"%JAVA%" -XX:+PrintFlagsFinal -version 2>nul | findstr /r /c:" UseAVX  *= [23]" >nul && set "NATIVES=avx2"
rem On AMD this OpenBLAS takes block sizes meant for the first Zen; Haswell's are faster on later ones.
if "%NATIVES%"=="avx2" if not defined OPENBLAS_CORETYPE echo %PROCESSOR_IDENTIFIER% | findstr AuthenticAMD >nul && set "OPENBLAS_CORETYPE=Haswell"

:start
set "FLAGS=-XX:+UseSerialGC -XX:MaxRAMPercentage=50 -Xms112m -XX:MaxNewSize=48m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=30 -XX:MetaspaceSize=192m -Xshare:auto -Dfile.encoding=UTF-8 -Djava.awt.headless=true"
if %MAJOR% GEQ 24 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
"%JAVA%" %FLAGS% "-Dpatchbook.home=%APP%" %JAVA_OPTS% -classpath "%APP%\lib\*;%APP%\lib\%NATIVES%\*" dev.patchbook.app.Launcher %*
exit /b %ERRORLEVEL%
