# Sourced by mvnw and featc. Sets JAVA_HOME to a JDK of 17 or newer: one that is there, or Debian's,
# installed on the spot where that is allowed. Ends the shell with a message where neither can be had.

# jdk_major HOME: prints the feature version of the JDK in HOME; fails where there is none with a compiler.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  jdk_version=
  if [ -r "$1/release" ]; then
    jdk_version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  fi
  [ -n "$jdk_version" ] || jdk_version=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$jdk_version" ] && echo "$jdk_version"
}

# jdk_fits HOME: whether HOME holds a JDK of 17 or newer.
jdk_fits() {
  [ -n "$1" ] && jdk_found=$(jdk_major "$1") && [ "$jdk_found" -ge 17 ]
}

# jdk_find: prints the JDK to use: JAVA_HOME, then the javac on the path, then the oldest that fits among
# the installed ones, as the closest to what the project is tested on.
jdk_find() {
  if jdk_fits "${JAVA_HOME:-}"; then
    echo "$JAVA_HOME"
    return 0
  fi
  jdk_javac=$(command -v javac 2>/dev/null) || jdk_javac=
  if [ -n "$jdk_javac" ]; then
    jdk_javac=$(readlink -f "$jdk_javac")
    if jdk_fits "${jdk_javac%/bin/javac}"; then
      echo "${jdk_javac%/bin/javac}"
      return 0
    fi
  fi
  jdk_best= jdk_best_major=1000
  for jdk_home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/nonexistent}"/.sdkman/candidates/java/*; do
    if jdk_fits "$jdk_home" && [ "$jdk_found" -lt "$jdk_best_major" ]; then
      jdk_best=$jdk_home jdk_best_major=$jdk_found
    fi
  done
  [ -n "$jdk_best" ] && echo "$jdk_best"
}

# jdk_as_root COMMAND...: runs it as root, or fails where that is not allowed without asking for a password
# that nobody is there to type.
jdk_as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif [ -t 0 ]; then
    sudo "$@"
  else
    sudo -n "$@"
  fi
}

jdk_may_install() {
  command -v apt-get >/dev/null 2>&1 || return 1
  [ "$(id -u)" = 0 ] && return 0
  command -v sudo >/dev/null 2>&1 || return 1
  [ -t 0 ] || sudo -n true 2>/dev/null
}

# jdk_install: installs Debian's JDK 17, or the release's own JDK where 17 is not carried.
jdk_install() {
  echo "No JDK of 17 or newer was found: installing Debian's openjdk-17-jdk-headless with apt-get." >&2
  jdk_as_root apt-get -qq update >/dev/null || return 1
  jdk_package=openjdk-17-jdk-headless
  if ! apt-cache show "$jdk_package" >/dev/null 2>&1; then
    jdk_package=default-jdk-headless
    echo "This release has no openjdk-17-jdk-headless: installing $jdk_package." >&2
  fi
  jdk_as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -qq -y -o Dpkg::Use-Pty=0 install --no-install-recommends "$jdk_package" >/dev/null
}

if ! jdk_home=$(jdk_find); then
  if ! jdk_may_install || ! jdk_install || ! jdk_home=$(jdk_find); then
    echo "Arabica needs a JDK of 17 or newer, and found none." >&2
    echo "On Debian or Ubuntu run:  sudo apt-get update && sudo apt-get install openjdk-17-jdk-headless" >&2
    echo "Elsewhere install one (https://adoptium.net) and set JAVA_HOME to its folder." >&2
    exit 1
  fi
fi
JAVA_HOME=$jdk_home
export JAVA_HOME
