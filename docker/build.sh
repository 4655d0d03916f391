#!/bin/sh
# Builds rustmend and a Java runtime for it: docker/build.sh SOURCES OUT
# The image's first stage and docker/steps.sh both run this.
set -eu
sources=$1
out=$2
mkdir -p "$out/app"
cd "$sources"
mvn -B -q -Dmaven.test.skip=true -pl server -am package
cp server/target/rustmend-server.jar "$out/app/"
cp -R server/target/lib "$out/app/lib"
"${JAVA_HOME:?}/bin/jlink" \
  --add-modules java.se,jdk.unsupported,jdk.management,jdk.crypto.ec,jdk.zipfs,jdk.httpserver,jdk.jcmd \
  --strip-java-debug-attributes --no-header-files --no-man-pages \
  --output "$out/java"
