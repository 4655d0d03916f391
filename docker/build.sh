#!/bin/sh
# Builds rustmend and a Java runtime for it: docker/build.sh SOURCES OUT
# The image's first stage and docker/steps.sh both run this.
set -eu
sources=$1
out=$2
cd "$sources"
mvn -B -q -Dmaven.test.skip=true -pl server -am package
"${JAVA_HOME:?}/bin/java" release/src/main/java/dev/rustmend/release/Release.java image "$out"
