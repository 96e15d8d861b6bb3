# Finds a JDK of the wanted version; sourced by the scripts, because `java` on the PATH may well be an older one.

readonly JDK_VERSION=25

# Prints the major version of the JDK in directory $1, or nothing when there is none (a JRE has no javac and does not count).
jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

# Prints the directory of the first fitting JDK: JAVA_HOME, the usual places, the one on the PATH.
find_jdk() {
  local candidate on_path
  on_path=$(readlink -f "$(command -v javac 2>/dev/null || echo /nowhere)")
  for candidate in "${JAVA_HOME:-/nowhere}" /usr/lib/jvm/*"$JDK_VERSION"* "$HOME"/.sdkman/candidates/java/"$JDK_VERSION"* \
      "${on_path%/bin/javac}"; do
    if [ "$(jdk_version "$candidate")" = "$JDK_VERSION" ]; then
      echo "$candidate"
      return 0
    fi
  done
  cat >&2 <<EOF
Fairlead needs JDK $JDK_VERSION, and none was found in JAVA_HOME (${JAVA_HOME:-not set}), /usr/lib/jvm or on the PATH.
Install one, for example 'apt-get install temurin-$JDK_VERSION-jdk' or 'openjdk-$JDK_VERSION-jdk', or unpack one from
https://adoptium.net and set JAVA_HOME to it.
EOF
  return 1
}
